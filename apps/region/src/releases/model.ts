import { type FigureMetric, type Figures, figuresBody, type ProtectedCell } from "@concord/content";

export const figuresKind = "figures";
export const figuresSchema = "concord.figures/1";

export type Dimension = "total" | "level" | "sector";
export type HiddenRule = Extract<ProtectedCell, { state: "hidden" }>["rule"];

/** Why a validly signed release is not shown. */
export type RefusalReason = "malformed" | "wrong-jurisdiction" | "future";

/** One figure of a release; without a value it is hidden, by its rule. */
export interface FigureRow {
  readonly metric: FigureMetric;
  readonly dimension: Dimension;
  readonly code: string;
  readonly value: number | null;
  readonly hidden: HiddenRule | null;
}

/** The release in force of one member and month. */
export interface Release {
  readonly member: string;
  readonly period: string;
  readonly revision: number;
  /** The day up to which is counted. */
  readonly asOf: string;
  readonly signedAt: Date;
  readonly receivedAt: Date;
  readonly body: Figures;
}

export type ReadRelease =
  | { readonly accepted: true; readonly body: Figures }
  | { readonly accepted: false; readonly reason: RefusalReason };

/** A place's clock may run ahead of ours, and its day begin before ours ends. */
const toleranceMs = 36 * 3_600_000;

/** A member speaks for its own jurisdiction only, and of no month that has not begun. */
export function readRelease(
  json: unknown,
  from: { readonly member: string; readonly fips: string | undefined; readonly now: Date },
): ReadRelease {
  const read = figuresBody.safeParse(json);
  if (!read.success || read.data.asOf.slice(0, 7) !== read.data.period)
    return { accepted: false, reason: "malformed" };
  const { jurisdiction, asOf } = read.data;
  const own = from.member === jurisdiction.code;
  if (!own || (from.fips !== undefined && from.fips !== jurisdiction.fips))
    return { accepted: false, reason: "wrong-jurisdiction" };
  if (Date.parse(`${asOf}T00:00:00Z`) > from.now.getTime() + toleranceMs)
    return { accepted: false, reason: "future" };
  return { accepted: true, body: read.data };
}

/** A release as rows to compare. */
export function figuresOf({ membership, activity }: Figures): FigureRow[] {
  const exact = (metric: FigureMetric, value: number, dimension: Dimension = "total", code = "") => ({
    ...{ metric, dimension, code, value },
    hidden: null,
  });
  const guarded = (metric: FigureMetric, cell: ProtectedCell): FigureRow => ({
    ...{ metric, dimension: "total", code: "" },
    value: cell.state === "shown" ? cell.value : null,
    hidden: cell.state === "hidden" ? cell.rule : null,
  });
  return [
    exact("members", membership.active),
    exact("employees", membership.employees),
    exact("counties", membership.counties.reached),
    exact("joined", membership.joined),
    exact("renewed", membership.renewed),
    exact("lapsed", membership.lapsed),
    exact("revoked", membership.revoked),
    ...distinct(membership.byLevel.map((row) => exact("members", row.members, "level", row.level))),
    ...distinct(membership.bySector.map((row) => exact("members", row.members, "sector", row.sector))),
    guarded("completions", activity.completions),
    guarded("contact-hours", activity.contactHours),
    guarded("toolkit-adoptions", activity.toolkitAdoptions),
  ];
}

/** A code that comes twice is one row, so that parts still add up. */
function distinct(rows: readonly FigureRow[]): FigureRow[] {
  const byCode = new Map<string, FigureRow>();
  for (const row of rows) {
    const held = byCode.get(row.code);
    byCode.set(row.code, held ? { ...row, value: (held.value ?? 0) + (row.value ?? 0) } : row);
  }
  return [...byCode.values()];
}
