import { addMonths } from "@concord/runtime";
import type { SeriesRow } from "../releases/index.ts";

/** Figures by month, oldest first, for every month in between; a month that a state did not publish is a gap. */
export interface Months {
  readonly periods: readonly string[];
  /** Whether there are figures of months before these. */
  readonly cut: boolean;
  readonly of: ReadonlyMap<string, readonly (number | undefined)[]>;
  /** What the states that published a month add up to, and how many they are. */
  readonly totals: readonly { readonly period: string; readonly value: number; readonly states: number }[];
}

export function monthsOf(rows: readonly SeriesRow[], members: readonly string[], last = 24): Months {
  const known = rows.filter((row) => members.includes(row.member));
  const [first, newest] = [known[0]?.period, known.at(-1)?.period];
  const all = first && newest ? between(first, newest) : [];
  const periods = all.slice(-last);
  const values = new Map(known.map((row) => [`${row.member} ${row.period}`, row.value ?? undefined]));
  const of = new Map(
    members.map((member) => [member, periods.map((period) => values.get(`${member} ${period}`))]),
  );
  const totals = periods.map((period) => {
    const given = members.flatMap((member) => values.get(`${member} ${period}`) ?? []);
    return { period, value: given.reduce((sum, value) => sum + value, 0), states: given.length };
  });
  return { periods, cut: all.length > last, of, totals };
}

/** Growth over a year, of the states alone that published both months. */
export interface Growth {
  readonly from: string;
  readonly to: string;
  readonly before: number;
  readonly after: number;
  readonly states: number;
}

export function growthOf({ periods, of }: Months, to: string): Growth | undefined {
  const from = addMonths(`${to}-01`, -12).slice(0, 7);
  const [start, end] = [periods.indexOf(from), periods.indexOf(to)];
  const pairs = [...of.values()].flatMap((values) => {
    const [before, after] = [values[start], values[end]];
    return before === undefined || after === undefined ? [] : [{ before, after }];
  });
  if (pairs.length === 0) return undefined;
  const sum = (pick: "before" | "after") => pairs.reduce((total, pair) => total + pair[pick], 0);
  return { from, to, before: sum("before"), after: sum("after"), states: pairs.length };
}

function between(first: string, last: string): string[] {
  const periods: string[] = [];
  for (let day = `${first}-01`; day.slice(0, 7) <= last; day = addMonths(day, 1))
    periods.push(day.slice(0, 7));
  return periods;
}
