import { join } from "node:path";
import { loadMessages } from "@concord/runtime";
import en from "./messages/en.ts";
import type { Profile } from "./schema.ts";
import { type Basis, textIn } from "./text-schema.ts";

const messages = await loadMessages(join(import.meta.dirname, "messages"), en);

/** What every page, letter, file and answer carries until the profile is official; undefined from then on. */
export function demonstrationNotice(profile: Profile, locale: string): string | undefined {
  if (profile.official) return undefined;
  return messages.in(locale)("profile.demonstration", {
    jurisdiction: textIn(profile.jurisdiction.name, locale),
  });
}

/** What stands beside a rule that nobody confirmed; undefined beside one with a source. */
export function assumptionNotice(basis: Basis, locale: string): string | undefined {
  if (!basis.assumed) return undefined;
  return basis.note ? textIn(basis.note, locale) : messages.in(locale)("profile.assumed");
}

/** What stands where a profile leaves a rule unset. */
export function askOffice(profile: Profile, locale: string): string {
  return messages.in(locale)("profile.ask-office", { email: profile.office.email });
}
