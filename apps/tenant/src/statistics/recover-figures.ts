import { figuresBody } from "@concord/content";
import type { ItemChange, ItemHandler } from "@concord/peer";
import { z } from "zod";
import { defineCommand } from "../command.ts";
import type { Context } from "../context.ts";
import { itemOf } from "./model.ts";
import { insertRelease, lockMonth, precedentsOf } from "./store.ts";

/** What happens here when figures of our own come back from other members after a restore. */
export function recoveredFigures(contextOf: () => Context): Record<string, ItemHandler> {
  return {
    figures: async (tx, change) => {
      await recoverFigures({ ...contextOf(), db: tx, tx }, change);
    },
  };
}

/** The month has its release again, which binds the next one. On how many people its totals rest, nobody else knows. */
const recoverFigures = defineCommand({
  name: "statistics.recover",
  // Read by the peer from an entry that our own key signed.
  input: z.custom<ItemChange>(),
  load: async (unit, { body }) => {
    const figures = figuresBody.safeParse(body);
    if (figures.success) await lockMonth(unit.tx, figures.data.period);
    return figures.data;
  },
  authorize: (actor) => actor.kind === "system",
  async run(unit, { item, seq, revision, at }, figures) {
    const nothing = { result: undefined, audit: [] };
    if (figures === undefined || item !== itemOf(unit.tenant.peer.code, figures.period)) return nothing;
    const month = figures.period;
    const known = (await precedentsOf(unit.tx, month)).some((one) => one.revision >= revision);
    if (known) return nothing;
    await insertRelease(unit.tx, {
      ...{ month, revision, item, seq, body: figures, restsOn: null },
      ...{ publishedAt: at, publishedBy: unit.actor.id },
    });
    const subject = { kind: "figures", id: item };
    return {
      result: undefined,
      audit: { action: "statistics.recovered", subject, after: { month, revision, seq } },
    };
  },
});
