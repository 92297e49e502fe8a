import { ratePerThousand, sources } from "../denominators/index.ts";
import { activityMetrics, type Comparison } from "./compare.ts";
import type { ComparedDataset, RowOf } from "./contract.ts";
import { messages } from "./messages.ts";
import type { Cell, RegionalCell, Standing } from "./model.ts";
import { sectorsOf } from "./sectors.ts";
import { differenceOf, placeName, programName } from "./words.ts";

interface Reading {
  readonly comparison: Comparison;
  readonly locale: string;
  /** The region's own code, for its totals. */
  readonly code: string;
}

/** The rows of each file. What is not there is null, never zero. */
export const rowsOf: { [D in ComparedDataset]: (reading: Reading) => RowOf<D>[] } = {
  membership: ({ comparison, locale }) => comparison.standings.map((one) => membershipRow(one, locale)),
  growth: ({ comparison: { members, standings }, locale }) =>
    members.periods.flatMap((period, at) =>
      standings.map((standing) => {
        const activeMembers = members.of.get(standing.member)?.[at] ?? null;
        const status = activeMembers === null ? ("not-published" as const) : ("published" as const);
        return { period, member: standing.member, place: placeName(standing, locale), status, activeMembers };
      }),
    ),
  sectors: ({ comparison, locale }) =>
    sectorsOf(comparison.standings, locale).map(({ code, title, members, states, establishments, rate }) => ({
      ...{ sector: code, title, activeMembers: members, states },
      establishments: establishments ?? null,
      establishmentsSource: establishments === undefined ? null : named(sources.sectorEstablishments),
      membersPer1000Establishments: rounded(rate),
    })),
  activity: ({ comparison: { activity }, locale, code }) =>
    activityMetrics.flatMap((metric) => {
      const row = activity?.rows.find((one) => one.metric === metric);
      if (!activity || !row) return [];
      const { period } = activity;
      const states = row.cells.map(({ standing, cell }) => ({
        ...{ period, metric, member: standing.member, place: placeName(standing, locale) },
        ...cellColumns(cell),
      }));
      return [...states, { period, metric, member: code, ...totalColumns(row.total, locale) }];
    }),
  freshness: ({ comparison: { standings, due }, locale }) =>
    standings.map((standing) => ({
      ...{
        member: standing.member,
        place: placeName(standing, locale),
        program: programName(standing, locale).text,
      },
      ...{ freshness: standing.freshness, reasons: standing.reasons.join(" ") },
      newestPeriod: standing.release?.period ?? null,
      countedOn: standing.release?.asOf ?? null,
      duePeriod: due,
      signedAt: standing.release?.signedAt.toISOString() ?? null,
      lastHeardAt: standing.contact.lastHeardAt?.toISOString() ?? null,
    })),
};

function membershipRow(standing: Standing, locale: string): RowOf<"membership"> {
  const { release, denominator } = standing;
  const membership = release?.body.membership;
  return {
    ...{
      member: standing.member,
      place: placeName(standing, locale),
      program: programName(standing, locale).text,
    },
    fips: denominator?.fips ?? release?.body.jurisdiction.fips ?? null,
    ...{ period: release?.period ?? null, countedOn: release?.asOf ?? null, freshness: standing.freshness },
    activeMembers: membership?.active ?? null,
    employeesReported: membership?.employees ?? null,
    countiesReached: membership?.counties.reached ?? null,
    countiesOfState: membership?.counties.of ?? null,
    establishments: denominator?.establishments ?? null,
    establishmentsSource: denominator ? named(sources.establishments) : null,
    membersPer1000Establishments: rounded(rateOf(standing)),
    countingDifference: differenceOf(standing, locale) ?? null,
  };
}

/** Members per 1,000 establishments; undefined before the first release, or without a denominator. */
export function rateOf({ release, denominator }: Standing): number | undefined {
  if (!release || !denominator) return undefined;
  return ratePerThousand(release.body.membership.active, denominator.establishments);
}

export function named({ series, year }: { series: string; year: number }): string {
  return `${series}, ${year}`;
}

function cellColumns(cell: Cell): Pick<RowOf<"activity">, "status" | "value" | "rule" | "note"> {
  if (cell.is === "shown") return { status: "shown", value: cell.value, rule: null, note: null };
  if (cell.is === "hidden") return { status: "hidden", value: null, rule: cell.rule, note: null };
  return { status: "not-published", value: null, rule: null, note: null };
}

function totalColumns(total: RegionalCell, locale: string) {
  const t = messages.in(locale);
  const without =
    total.is !== "missing" && total.missing > 0
      ? t("activity.total-missing", { missing: total.missing })
      : null;
  const place = t("activity.total");
  if (total.is === "missing") return { place, ...cellColumns(total) };
  if (total.is === "shown")
    return { place, ...cellColumns({ is: "shown", value: total.value }), note: without };
  const others = t("activity.total-hidden", { hidden: total.hidden, others: total.others });
  const note = without ? `${others} (${without})` : others;
  return { place, status: "hidden" as const, value: null, rule: "reveals-hidden", note };
}

function rounded(rate: number | undefined): number | null {
  return rate === undefined ? null : Math.round(rate * 1000) / 1000;
}
