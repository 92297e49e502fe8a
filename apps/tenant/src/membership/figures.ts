import type { Executor } from "@concord/database";
import { addDays, addMonths } from "@concord/runtime";
import { eventsBetween, membersByCounty, membersInForce } from "./store-figures.ts";

export interface MembershipCount {
  /** In force at the end of the month; a membership on hold is not. */
  readonly active: number;
  readonly byLevel: Readonly<Record<string, number>>;
  /** By NAICS 2022 sector. */
  readonly bySector: Readonly<Record<string, number>>;
  /** By county, of locations that may be published. */
  readonly byCounty: Readonly<Record<string, number>>;
  readonly joined: number;
  readonly renewed: number;
  readonly lapsed: number;
  readonly revoked: number;
  /** Employees of the members in force, as each last told the office. */
  readonly employees: number;
  /** Counties with at least one member whose location may be published. */
  readonly counties: number;
}

/** The membership of a month, `YYYY-MM`, in whole memberships. */
export async function countMembership(db: Executor, month: string): Promise<MembershipCount> {
  const first = `${month}-01`;
  const last = addDays(addMonths(first, 1), -1);
  const [inForce, counties, events] = await Promise.all([
    membersInForce(db, last),
    membersByCounty(db, last),
    eventsBetween(db, first, last),
  ]);
  return {
    active: sum(inForce.map(({ members }) => members)),
    byLevel: tally(inForce.map(({ level, members }) => [level, members])),
    bySector: tally(inForce.map(({ sector, members }) => [sector, members])),
    byCounty: tally(counties.map(({ county, members }) => [county, members])),
    joined: events.get("joined") ?? 0,
    renewed: events.get("renewed") ?? 0,
    lapsed: events.get("lapsed") ?? 0,
    revoked: events.get("revoked") ?? 0,
    employees: sum(inForce.map(({ employees }) => employees)),
    counties: counties.length,
  };
}

function tally(counted: readonly (readonly [string, number])[]): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const [key, number] of counted) totals[key] = (totals[key] ?? 0) + number;
  return totals;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
