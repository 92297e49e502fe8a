import { textIn } from "@concord/content";
import { type FigureRow, figuresOf, type Release } from "../releases/index.ts";
import type { StateRow } from "./contract.ts";
import { messages } from "./messages.ts";
import type { State } from "./read-state.ts";

/** Every figure of a state as a long table, newest month first. */
export function stateRows({ releases }: State, locale: string): StateRow[] {
  return releases.flatMap((release) => figuresOf(release.body).map((row) => asRow(release, row, locale)));
}

function asRow({ body, period, asOf }: Release, row: FigureRow, locale: string): StateRow {
  const unit = body.metrics[row.metric]?.unit;
  return {
    ...{ period, metric: row.metric, dimension: row.dimension, code: row.code },
    title: titleOf(body, row, locale),
    status: row.hidden ? "hidden" : "shown",
    ...{ value: row.value, rule: row.hidden },
    unit: unit ? textIn(unit, locale) : null,
    countedOn: asOf,
  };
}

function titleOf({ membership }: Release["body"], { dimension, code, metric }: FigureRow, locale: string) {
  const level = membership.byLevel.find((one) => one.level === code);
  const sector = membership.bySector.find((one) => one.sector === code);
  const part = dimension === "level" ? level : dimension === "sector" ? sector : undefined;
  return part ? textIn(part.title, locale) : messages.in(locale)(`metric.${metric}`);
}
