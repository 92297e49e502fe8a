import type { RenderOptions } from "@concord/content";
import type { Tenant } from "../context.ts";
import { textIn } from "../profile/index.ts";

/** What bodies need to be shown on this instance: its hotlines, names and where its files are. */
export function renderingOf({ profile }: Pick<Tenant, "profile">, locale: string): RenderOptions {
  return {
    locale,
    hotlines: profile.hotlines.map(({ id, name, phone, sms }) => ({ id, name, phone, sms })),
    program: textIn(profile.program.name, locale),
    office: textIn(profile.office.name, locale),
    assetUrl: (sha256) => `/trainings/assets/${sha256}`,
  };
}
