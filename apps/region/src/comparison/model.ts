import { addDays, addMonths, type Day } from "@concord/runtime";
import type { Denominator } from "../denominators/index.ts";
import type { FigureRow, HiddenRule, RefusalReason, Release } from "../releases/index.ts";

export type Freshness = "current" | "late" | "none";

/** Why a state's figures are not what they should be today; one state may have several. */
export type LateReason =
  | "month-missing"
  | "unreachable"
  | "not-verified"
  | "quarantined"
  | "suspended"
  | "left"
  | `refused-${RefusalReason}`;

/** What is known of the connection to a member. */
export interface Contact {
  readonly memberStatus: "active" | "suspended" | "left";
  readonly quarantined: boolean;
  readonly lastReason?: string;
  readonly lastHeardAt?: Date;
}

/** One state's program as the region sees it now. */
export interface Standing {
  /** Its code in the network. */
  readonly member: string;
  /** The name that the registry gives its program. */
  readonly program: string;
  readonly baseUrl: string;
  readonly contact: Contact;
  readonly denominator: Denominator | undefined;
  /** Its newest release; absent before the first. */
  readonly release: Release | undefined;
  readonly freshness: Freshness;
  readonly reasons: readonly LateReason[];
}

/** How long after a month's end its release may take. */
export const graceDays = 10;

/** The newest month, YYYY-MM, that every state should have published by this day. */
export function dueMonth(today: Day): string {
  return addMonths(addDays(today, -graceDays), -1).slice(0, 7);
}

/** Late is what lacks the due month or cannot be asked; figures that are there are shown all the same. */
export function freshnessOf(
  release: Release | undefined,
  contact: Contact,
  refusal: { readonly reason: RefusalReason; readonly at: Date } | undefined,
  due: string,
): Pick<Standing, "freshness" | "reasons"> {
  const { memberStatus, quarantined, lastReason } = contact;
  const reasons: LateReason[] = [
    ...(release && release.period < due ? (["month-missing"] as const) : []),
    ...(memberStatus === "active" ? [] : [memberStatus]),
    ...(quarantined ? (["quarantined"] as const) : []),
    ...(lastReason === undefined
      ? []
      : [lastReason === "unreachable" ? ("unreachable" as const) : ("not-verified" as const)]),
    ...(refusal && (!release || refusal.at > release.receivedAt)
      ? [`refused-${refusal.reason}` as const]
      : []),
  ];
  if (!release) return { freshness: "none", reasons };
  return { freshness: reasons.length > 0 ? "late" : "current", reasons };
}

/** A sum over the states that have a release, and who is not as the others in it. */
export interface Total {
  readonly value: number;
  readonly included: readonly Standing[];
  /** In the sum with last figures that are late. */
  readonly late: readonly Standing[];
  /** Not in the sum, having published nothing. */
  readonly missing: readonly Standing[];
}

export function totalOf(standings: readonly Standing[], pick: (release: Release) => number): Total {
  const included = standings.filter((standing) => standing.release);
  return {
    value: included.reduce((sum, { release }) => sum + (release ? pick(release) : 0), 0),
    included,
    late: included.filter(({ freshness }) => freshness === "late"),
    missing: standings.filter((standing) => !standing.release),
  };
}

/** A protected figure of one state in one month. */
export type Cell =
  | { readonly is: "shown"; readonly value: number }
  | { readonly is: "hidden"; readonly rule: HiddenRule }
  | { readonly is: "missing" };

export function cellOf(row: Pick<FigureRow, "value" | "hidden"> | undefined): Cell {
  if (!row) return { is: "missing" };
  if (row.hidden) return { is: "hidden", rule: row.hidden };
  return row.value === null ? { is: "missing" } : { is: "shown", value: row.value };
}

/**
 * The region's figure of one month. Where a state's is hidden, so is the sum: with one hidden cell a sum gives it
 * away. What the others show together is no more than what anybody can add up.
 */
export type RegionalCell =
  | { readonly is: "shown"; readonly value: number; readonly missing: number }
  | { readonly is: "hidden"; readonly hidden: number; readonly others: number; readonly missing: number }
  | { readonly is: "missing" };

export function regionalCell(cells: readonly Cell[]): RegionalCell {
  const others = cells.reduce((sum, cell) => sum + (cell.is === "shown" ? cell.value : 0), 0);
  const count = (is: Cell["is"]) => cells.filter((cell) => cell.is === is).length;
  const [hidden, missing] = [count("hidden"), count("missing")];
  if (missing === cells.length) return { is: "missing" };
  if (hidden > 0) return { is: "hidden", hidden, others, missing };
  return { is: "shown", value: others, missing };
}
