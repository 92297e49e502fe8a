import { ratePerThousand } from "../denominators/index.ts";
import type { Comparison } from "./compare.ts";
import { messages } from "./messages.ts";
import { type Standing, type Total, totalOf } from "./model.ts";
import { wordsIn } from "./words.ts";

/** What the figures say in sentences, for the first screen and the sheet of paper alike. */
export interface Summary {
  /** The total of members, with the days it was counted on. */
  readonly first: string;
  /** What it means, who grew, what people learned. */
  readonly more: readonly string[];
  /** What stands in a total with old figures, or not at all. */
  readonly cautions: readonly string[];
}

/** Undefined before any state has published. */
export function summaryOf(comparison: Comparison, locale: string): Summary | undefined {
  const t = messages.in(locale);
  const words = wordsIn(locale);
  const members = totalOf(comparison.standings, ({ body }) => body.membership.active);
  if (members.included.length === 0) return undefined;
  const employees = totalOf(comparison.standings, ({ body }) => body.membership.employees);
  const head = t("sum.members", {
    members: words.number(members.value),
    states: members.included.length,
  });
  const rate = regionalRate(members);
  return {
    first: `${head}. ${countedOn(members.included, locale)}`,
    more: [
      t("sum.employees", { employees: words.number(employees.value) }),
      ...(rate === undefined ? [] : [t("sum.rate", { rate: words.rate(rate) })]),
      ...growthSentence(comparison, locale),
      ...activitySentence(comparison, locale),
    ],
    cautions: [
      ...(members.late.length > 0
        ? [t("sum.late", { count: members.late.length, places: words.places(members.late) })]
        : []),
      ...(members.missing.length > 0
        ? [t("sum.missing", { count: members.missing.length, places: words.places(members.missing) })]
        : []),
    ],
  };
}

/** "Counted on …", or between the first and the last of the states' days. */
function countedOn(included: readonly Standing[], locale: string): string {
  const words = wordsIn(locale);
  const days = included.flatMap(({ release }) => release?.asOf ?? []).sort();
  const [from = "", to = ""] = [days[0], days.at(-1)];
  return messages.in(locale)("sum.members-on", {
    from: from === to ? "same" : words.day(from),
    to: words.day(to),
  });
}

/** Undefined unless every state in the total has a denominator: a rate of some states is no rate of the region. */
export function regionalRate({ included, value }: Total): number | undefined {
  const known = included.map(({ denominator }) => denominator?.establishments);
  if (!known.every((one) => one !== undefined)) return undefined;
  return ratePerThousand(
    value,
    known.reduce((sum, one) => sum + one, 0),
  );
}

function growthSentence({ growth }: Comparison, locale: string): string[] {
  if (!growth) return [];
  const words = wordsIn(locale);
  return [
    messages.in(locale)("sum.growth", {
      states: growth.states,
      before: words.number(growth.before),
      after: words.number(growth.after),
      from: words.month(growth.from),
      to: words.month(growth.to),
    }),
  ];
}

function activitySentence({ activity }: Comparison, locale: string): string[] {
  const completions = activity?.rows.find(({ metric }) => metric === "completions")?.total;
  if (!activity || !completions || completions.is === "missing") return [];
  const words = wordsIn(locale);
  const t = messages.in(locale);
  const month = words.month(activity.period);
  if (completions.is === "hidden") return [t("sum.activity-hidden", { month, hidden: completions.hidden })];
  const said = t("sum.activity", { month, completions: words.number(completions.value) });
  const { missing } = completions;
  return [missing > 0 ? `${said.replace(/\.$/, "")} (${t("activity.total-missing", { missing })}).` : said];
}
