import type { FigureMetric } from "@concord/content";
import { dayIn } from "@concord/runtime";
import type { Region } from "../context.ts";
import { regionZone } from "../portal/locale.ts";
import { readMembers } from "../registry/index.ts";
import { figuresInMonth, newestReleases, refusalsOf, seriesOf } from "../releases/index.ts";
import {
  type Cell,
  cellOf,
  dueMonth,
  freshnessOf,
  type RegionalCell,
  regionalCell,
  type Standing,
} from "./model.ts";
import { type Growth, growthOf, type Months, monthsOf } from "./months.ts";

/** The protected figures: about learners and adopters, one total a month each. */
export const activityMetrics = [
  "completions",
  "contact-hours",
  "toolkit-adoptions",
] as const satisfies FigureMetric[];
export type ActivityMetric = (typeof activityMetrics)[number];

/** One month of what is protected, side by side. Months are never mixed: what happened in a month adds up in it only. */
export interface Activity {
  readonly period: string;
  readonly rows: readonly {
    readonly metric: ActivityMetric;
    readonly cells: readonly { readonly standing: Standing; readonly cell: Cell }[];
    readonly total: RegionalCell;
  }[];
}

/** Everything that the pages and the data show, read at one moment. */
export interface Comparison {
  readonly standings: readonly Standing[];
  /** The newest month that should be there by now. */
  readonly due: string;
  readonly members: Months;
  readonly growth: Growth | undefined;
  readonly activity: Activity | undefined;
}

/** Reads the states' standings: who is in the network by its registry, and what each has published. */
export async function readStandings(region: Region): Promise<Standing[]> {
  const { database, peer, clock, denominators } = region;
  const members = (await readMembers(region)).filter(({ roles }) => roles.includes("tenant"));
  const codes = members.map(({ code }) => code);
  const [newest, refused, status] = await Promise.all([
    newestReleases(database.db),
    refusalsOf(database.db, codes),
    peer.status(),
  ]);
  const due = dueMonth(dayIn(regionZone, clock.now()));
  return members.map(({ code, name, baseUrl, status: memberStatus }) => {
    const release = newest.find((one) => one.member === code);
    const heard = status.find((one) => one.code === code);
    // A mirror's fault is not the state's: what the state itself answered counts.
    const fault = heard?.lastSummary?.refused.findLast(({ source }) => source === code)?.reason;
    const contact = {
      memberStatus,
      quarantined: heard?.quarantine !== undefined,
      ...(fault ? { lastReason: fault } : {}),
      ...(heard?.lastHeardAt ? { lastHeardAt: heard.lastHeardAt } : {}),
    };
    const refusal = refused.find((one) => one.member === code);
    return {
      ...{ member: code, program: name, baseUrl, contact, release },
      denominator: denominators.of(code),
      ...freshnessOf(release, contact, refusal, due),
    };
  });
}

export async function compare(region: Region): Promise<Comparison> {
  const { db } = region.database;
  const standings = await readStandings(region);
  const members = monthsOf(
    await seriesOf(db, "members"),
    standings.map(({ member }) => member),
  );
  const due = dueMonth(dayIn(regionZone, region.clock.now()));
  // The due month, or the newest before it that anybody published. A month that still runs is not compared.
  const period = members.periods.filter((month) => month <= due).at(-1);
  return {
    ...{ standings, due, members },
    growth: period === undefined ? undefined : growthOf(members, period),
    activity: period === undefined ? undefined : await readActivity(region, standings, period),
  };
}

async function readActivity(
  { database }: Region,
  standings: readonly Standing[],
  period: string,
): Promise<Activity> {
  const rows = await figuresInMonth(database.db, period, activityMetrics);
  return {
    period,
    rows: activityMetrics.map((metric) => {
      const cells = standings.map((standing) => ({
        standing,
        cell: cellOf(rows.find((row) => row.metric === metric && row.member === standing.member)),
      }));
      return { metric, cells, total: regionalCell(cells.map(({ cell }) => cell)) };
    }),
  };
}
