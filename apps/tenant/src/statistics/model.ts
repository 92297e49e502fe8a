import type { Figures, ProtectedCell } from "@concord/content";
import { addDays, addMonths, type Day, dayIn } from "@concord/runtime";
import { z } from "zod";

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

/** The protected totals, and on how many people, or members, each of them rests. It never leaves the instance. */
export type RestsOn = { readonly [cell in keyof Figures["activity"]]: number };

/** What an earlier release of the same month binds the next one to. */
export interface Precedent {
  readonly revision: number;
  readonly body: Figures;
  /** Null where it was published before this was kept, or came back from other members. */
  readonly restsOn: RestsOn | null;
}

/** One total before it is protected. */
export interface Total {
  readonly value: number;
  /** How many different people, or members, its records are about. */
  readonly people: number;
}

/** A published total of an earlier release of the month, and whom it rested on where that was kept. */
export interface EarlierCell {
  readonly cell: ProtectedCell;
  readonly people: number | undefined;
}

/**
 * Protects one total before it is signed. Hidden is what is smaller than the threshold or rests on fewer people,
 * what differs from an earlier release of the same month by less or by fewer people, and what an earlier release
 * hid: otherwise the two releases together would tell of a few people.
 */
export function protect(
  { value, people }: Total,
  { threshold, earlier = [] }: { threshold: number; earlier?: readonly EarlierCell[] },
): ProtectedCell {
  const small = (count: number) => count > 0 && count < threshold;
  if (small(value) || small(people)) return { state: "hidden", rule: "small-count" };
  for (const { cell, people: before } of earlier) {
    if (cell.state === "hidden") return cell;
    if (cell.value === value) continue;
    // At least so many people made the difference; where that was not kept, perhaps one did.
    const apart = Math.min(Math.abs(value - cell.value), Math.abs(people - (before ?? people)));
    if (apart < threshold) return { state: "hidden", rule: "small-difference" };
  }
  return { state: "shown", value };
}

/** What a month's figures are called on the feed of a member. */
export function itemOf(member: string, month: string): string {
  return `${member}.figures-${month}`;
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
