import type { TokenData } from "@concord/content";
import type { Profile } from "./schema.ts";
import { textIn } from "./text-schema.ts";

/** What stands in for `{{program}}`, `{{office}}` and the hotlines wherever authored text is shown here. */
export function tokensOf(profile: Profile, locale: string): TokenData {
  return {
    hotlines: profile.hotlines,
    program: textIn(profile.program.name, locale),
    office: textIn(profile.office.name, locale),
  };
}
