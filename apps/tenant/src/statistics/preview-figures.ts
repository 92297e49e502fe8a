import { DomainError, dayIn } from "@concord/runtime";
import { z } from "zod";
import { defineQuery } from "../command.ts";
import type { Context } from "../context.ts";
import { can } from "../identity/index.ts";
import { computeFigures } from "./compute-figures.ts";
import { gatherCounts } from "./gather-counts.ts";
import { month as monthInput, monthOf } from "./model.ts";
import { precedentsOf } from "./store.ts";

/** A month as it would be published now, and what of it was published before. */
export const previewFigures = defineQuery({
  name: "statistics.preview",
  input: z.object({ month: monthInput }),
  load: async (context, { month }) => demandBegun(context, month),
  authorize: (actor) => can(actor, "figures:read"),
  run: (context, { month }) => figuresNow(context, month),
});

export async function figuresNow(context: Context, month: string) {
  const [counts, earlier] = await Promise.all([
    gatherCounts(context, month),
    precedentsOf(context.db, month),
  ]);
  const { profile } = context.tenant;
  const figures = computeFigures({ profile, month, counts, earlier, computedAt: context.clock.now() });
  return { figures, counts, earlier };
}

export function thisMonth(context: Context): string {
  return monthOf(dayIn(context.tenant.profile.jurisdiction.timeZones.default, context.clock.now()));
}

export function demandBegun(context: Context, month: string): void {
  if (month > thisMonth(context)) throw new DomainError("statistics.month-ahead", "invalid", { month });
}
