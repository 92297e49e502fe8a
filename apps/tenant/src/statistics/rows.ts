import { type FigureMetric, type Figures, figureMetrics, type ProtectedCell } from "@concord/content";

/** One figure of a release: a number, a part of a whole, or hidden. */
export type FigureValue =
  | { readonly kind: "count"; readonly value: number }
  | { readonly kind: "part"; readonly value: number; readonly of: number }
  | { readonly kind: "hidden"; readonly rule: "small-count" | "small-difference" };

export interface FigureRow {
  readonly metric: FigureMetric;
  readonly value: FigureValue;
}

/** The figures of a release in their order. */
export function figureRows({ membership, activity }: Figures): FigureRow[] {
  const { active, employees, counties, joined, renewed, lapsed, revoked } = membership;
  const values: Record<FigureMetric, FigureValue> = {
    members: count(active),
    employees: count(employees),
    counties: { kind: "part", value: counties.reached, of: counties.of },
    joined: count(joined),
    renewed: count(renewed),
    lapsed: count(lapsed),
    revoked: count(revoked),
    completions: protectedValue(activity.completions),
    "contact-hours": protectedValue(activity.contactHours),
    "toolkit-adoptions": protectedValue(activity.toolkitAdoptions),
  };
  return figureMetrics.map((metric) => ({ metric, value: values[metric] }));
}

function count(value: number): FigureValue {
  return { kind: "count", value };
}

function protectedValue(cell: ProtectedCell): FigureValue {
  return cell.state === "shown" ? count(cell.value) : { kind: "hidden", rule: cell.rule };
}
