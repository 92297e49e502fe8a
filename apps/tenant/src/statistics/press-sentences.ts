import { dayIn } from "@concord/runtime";
import { z } from "zod";
import { defineQuery, nothing } from "../command.ts";
import type { Context } from "../context.ts";
import { listBoards } from "../education/index.ts";
import { can } from "../identity/index.ts";
import { textIn } from "../profile/index.ts";
import { messages } from "./messages.ts";
import { figuresNow, thisMonth } from "./preview-figures.ts";

/** Today's figures as sentences somebody can read out, protected like a release. */
export const readSentences = defineQuery({
  name: "statistics.sentences",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "figures:read"),
  async run(context) {
    const month = thisMonth(context);
    const [{ figures }, boards] = await Promise.all([figuresNow(context, month), acceptance(context)]);
    const { locale, tenant } = context;
    const { membership, activity } = figures;
    const t = messages.in(locale);
    const named = monthName(locale, month);
    const today = dayIn(tenant.profile.jurisdiction.timeZones.default, context.clock.now());
    const { active: members, counties, employees, joined, renewed } = membership;
    const program = textIn(tenant.profile.program.name, locale);
    return [
      t("sentence.members", { date: dayName(locale, today), program, members, ...counties }),
      t("sentence.employees", { employees }),
      t("sentence.month", { month: named, joined, renewed }),
      activity.completions.state === "shown"
        ? t("sentence.completions", { month: named, count: activity.completions.value })
        : t("sentence.completions-hidden", { month: named }),
      ...(boards ? [t("sentence.boards", boards)] : []),
    ];
  },
});

async function acceptance(context: Context): Promise<{ accepting: number; of: number } | undefined> {
  if (!can(context.actor, "boards:manage") || context.tenant.profile.boards.length === 0) return undefined;
  const { boards, accepting } = await listBoards(context, {});
  return { accepting, of: boards.length };
}

/** A month by its name, as in "October 2026". */
export function monthName(locale: string, month: string): string {
  const format = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
  return format.format(new Date(`${month}-15T12:00:00Z`));
}

export function dayName(locale: string, day: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T12:00:00Z`),
  );
}
