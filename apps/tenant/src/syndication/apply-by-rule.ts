import { defineQueue } from "@concord/database";
import { z } from "zod";
import { defineCommand } from "../command.ts";
import type { Unit } from "../context.ts";
import { adoptItem } from "./adopt-item.ts";
import { type IncomingItem, itemId, type RuleChoice } from "./model.ts";
import { reviewItem } from "./review-item.ts";
import { findPartBody, lockIncoming } from "./store.ts";
import { ruleFor } from "./store-rules.ts";

/** A job, since a revision is only there to read once the entry that brought it has committed. */
export const applyByRuleQueue = defineQueue<{ readonly item: string; readonly revision: number }>(
  "apply-by-rule",
  { retryLimit: 5, retryDelay: 30 },
);

/** Minor changes alone, since the revision that is in our catalogue. */
export function mayApplyByRule(rule: RuleChoice, { status, significance }: IncomingItem): boolean {
  return rule === "auto" && status === "update-available" && significance === "minor";
}

export async function applyLater(unit: Unit, { item, revision }: IncomingItem): Promise<void> {
  await unit.tenant.jobs.enqueue(unit.tx, applyByRuleQueue, { item, revision });
}

/**
 * Applies a minor update because the office's rule says so, unless it meets a text of ours or names a hotline that we
 * do not have: then it waits for a decision, as it does when the rule or the item moved on meanwhile.
 */
export const applyByRule = defineCommand({
  name: "syndication.apply-by-rule",
  input: z.object({ item: itemId, revision: z.number().int().positive() }),
  load: (unit, { item }) => lockIncoming(unit.tx, item),
  authorize: (actor) => actor.kind === "system",
  async run(unit, { item, revision }, incoming) {
    const waits = { result: false, audit: [] };
    if (incoming?.revision !== revision) return waits;
    if (!mayApplyByRule(await ruleFor(unit.tx, incoming), incoming)) return waits;
    // It would bring what the office left out.
    if (await findPartBody(unit.tx, item)) return waits;
    const { faults, unknownHotlines } = await reviewItem(unit, { item });
    if (faults.length + unknownHotlines.length > 0) return waits;
    await adoptItem(unit, { item, revision });
    const subject = { kind: "network-item", id: item };
    return { result: true, audit: { action: "syndication.applied-by-rule", subject, after: { revision } } };
  },
});
