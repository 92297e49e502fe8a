import type { Overlay } from "@concord/content";
import { type Profile, textIn } from "../profile/index.ts";

/** What an office begins with when it adopts: itself, as people who take the material should reach it. */
export function ownOverlay({ program, office, locales }: Profile): Overlay {
  const { email, phone, website } = office;
  const label = Object.fromEntries(
    locales.available.map((language) => [language, `${program.acronym}, ${textIn(office.name, language)}`]),
  );
  const reach = { ...(phone ? { phone } : {}), email, ...(website ? { url: website } : {}) };
  return {
    schema: "concord.overlay/1",
    contacts: [{ id: "program-office", label, ...reach }],
    lawNotes: [],
    texts: {},
  };
}
