import type { RenderOptions } from "@concord/content";
import type { Tenant } from "../context.ts";
import { tokensOf } from "../profile/index.ts";

/** What bodies need to be shown on this instance: its hotlines, names and where its files are. */
export function renderingOf({ profile }: Pick<Tenant, "profile">, locale: string): RenderOptions {
  return {
    ...tokensOf(profile, locale),
    locale,
    assetUrl: (sha256) => `/trainings/assets/${sha256}`,
  };
}
