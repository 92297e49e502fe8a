import { addDays, addMonths, type Day } from "@concord/runtime";
import type { RenewalRule } from "../profile/index.ts";

export type RenewalVerdict =
  | { readonly allowed: true; readonly validFrom: Day }
  | { readonly allowed: false; readonly reason: "too-early" | "too-late"; readonly opensOn: Day };

/** A membership begins on the day it is approved and ends the day before the same day, `months` later. */
export function term(from: Day, months: number): { validFrom: Day; validUntil: Day } {
  return { validFrom: from, validUntil: addDays(addMonths(from, months), -1) };
}

/** Whether a renewal may be handed in today; a renewed term begins where the old one ends, so no day is lost. */
export function judgeRenewal(validUntil: Day, rule: RenewalRule, today: Day): RenewalVerdict {
  const opensOn = addDays(validUntil, -rule.openDaysBefore);
  if (today < opensOn && rule.early === "reject") return { allowed: false, reason: "too-early", opensOn };
  const lastDay = rule.late === "grace" ? addDays(validUntil, rule.graceDays ?? 0) : validUntil;
  if (today > lastDay) return { allowed: false, reason: "too-late", opensOn };
  return { allowed: true, validFrom: addDays(validUntil, 1) };
}
