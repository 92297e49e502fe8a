import type { Letterhead } from "@concord/documents";
import type { Locale } from "@concord/runtime";
import { brandOf } from "./brand-schema.ts";
import type { Profile } from "./schema.ts";
import { textIn } from "./text-schema.ts";

/** What the head and the foot of every printed document take from the profile. */
export function letterheadOf(profile: Profile, locale: Locale): Letterhead {
  const { office } = profile;
  return {
    locale,
    brand: brandOf(profile, locale),
    office: {
      name: textIn(office.name, locale),
      address: office.address,
      phone: office.phone,
      email: office.email,
      website: office.website,
    },
    jurisdictionName: textIn(profile.jurisdiction.name, locale),
    official: profile.official,
  };
}

/** A file's name on somebody's disk: the discreet name, then what tells one file from another. */
export function discreetFileName(profile: Profile, part: string, extension: string): string {
  const name = [profile.discreetName, part].join(" ").normalize("NFKD").toLowerCase();
  return `${name.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "")}.${extension}`;
}
