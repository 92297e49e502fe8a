import { writeNumber } from "@concord/runtime";
import type { Detail } from "@concord/ui";
import type { Profile } from "../../profile/index.ts";
import { longDay } from "../long-day.ts";
import { messages } from "../messages.ts";
import type { Member } from "../model.ts";
import { entityLabel, levelTitle, sectorLabel } from "./labels.ts";

/** What the office and the member know of a membership, in words. */
export function memberFacts(profile: Profile, member: Member, locale: string): Detail[] {
  const t = messages.in(locale);
  const optional = (term: string, detail: string | null) => (detail ? [{ term, detail }] : []);
  return [
    ...optional(t("field.doingBusinessAs"), member.doingBusinessAs),
    { term: t("field.entityType"), detail: entityLabel(member.entityType, locale) },
    ...optional(t("field.fileNumber"), member.fileNumber),
    { term: t("field.sector"), detail: sectorLabel(profile, member.sector, locale) },
    { term: t("field.employees"), detail: writeNumber(member.employees, locale) },
    ...optional(t("field.website"), member.website),
    { term: t("directory.level"), detail: levelTitle(profile, member.level, locale) },
    { term: t("directory.since"), detail: longDay(member.joinedOn, locale) },
    { term: t("members.valid-until"), detail: longDay(member.validUntil, locale) },
    { term: t("field.contactName"), detail: member.contactName },
    { term: t("field.contactEmail"), detail: member.contactEmail },
    ...optional(t("field.contactPhone"), member.contactPhone),
  ];
}
