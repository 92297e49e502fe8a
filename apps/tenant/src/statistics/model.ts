import type { Figures, ProtectedCell } from "@concord/content";
import { addDays, addMonths, type Day, dayIn } from "@concord/runtime";
import { z } from "zod";

/** Counts about learners are published as 0 or at least this; a state may raise it, never lower it. */
export const threshold = 11;

/** A month as YYYY-MM, in the program's time zone. */
export const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, "statistics.month");

/** A month of figures as it was signed and appended to our feed. */
export interface Release {
  readonly month: string;
  readonly revision: number;
  readonly item: string;
  readonly seq: number;
  readonly publishedAt: Date;
  readonly publishedBy: string;
}

export type StoredRelease = Release & { readonly body: Figures };

function isSmall(value: number): boolean {
  return value > 0 && value < threshold;
}

/**
 * Protects one total before it is signed. Hidden is a value of 1 to 10, one that rests on 1 to 10 records, one that
 * differs by 1 to 10 from what any earlier release of the same month shows, and one that an earlier release hid:
 * otherwise the two releases together would tell the small number.
 */
export function protect(
  value: number,
  { earlier = [], records = value }: { earlier?: readonly ProtectedCell[]; records?: number } = {},
): ProtectedCell {
  if (isSmall(value) || isSmall(records)) return { state: "hidden", rule: "small-count" };
  for (const cell of earlier) {
    if (cell.state === "hidden") return cell;
    if (isSmall(Math.abs(value - cell.value))) return { state: "hidden", rule: "small-difference" };
  }
  return { state: "shown", value };
}

export function monthOf(day: Day): string {
  return day.slice(0, 7);
}

export function lastDayOf(which: string): Day {
  return addDays(addMonths(`${which}-01`, 1), -1);
}

/** A month and those before it, newest first. */
export function monthsBack(from: string, count: number): string[] {
  return Array.from({ length: count }, (_, back) => monthOf(addMonths(`${from}-01`, -back)));
}

const hourMs = 3_600_000;

/** The moment at which a day begins in a zone. Zones begin it from 14 hours before UTC's midnight to 12 after. */
function startOfDay(timeZone: string, day: Day): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  for (let at = midnight - 14 * hourMs; at <= midnight + 12 * hourMs; at += hourMs / 4) {
    if (dayIn(timeZone, new Date(at)) === day) return new Date(at);
  }
  return new Date(midnight);
}

/** The moments of a month in a zone: from the first up to, not including, the second. */
export function periodOf(timeZone: string, which: string): { from: Date; until: Date } {
  const first = `${which}-01`;
  return { from: startOfDay(timeZone, first), until: startOfDay(timeZone, addMonths(first, 1)) };
}
