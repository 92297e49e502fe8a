import type { ItemChange, ItemHandler } from "@concord/peer";
import { z } from "zod";
import { defineCommand } from "../command.ts";
import type { Context } from "../context.ts";
import { forgetTitle } from "../notifications/index.ts";
import { afterChange } from "./after-change.ts";
import { applyLater, mayApplyByRule } from "./apply-by-rule.ts";
import { catalogues } from "./catalogues.ts";
import { erasedTitle } from "./messages.ts";
import { alertMails, isSharedKind, sharedKinds } from "./model.ts";
import { deleteOverlay, lockIncoming, putIncoming, putPartBody } from "./store.ts";
import { ruleFor } from "./store-rules.ts";
import { tellSoon } from "./tell-office.ts";

/** Whether this version can read a body; what it cannot is mirrored and looked at again after an upgrade. */
export function supportsItem(kind: string, schema: string): boolean {
  return (isSharedKind(kind) || kind === "figures") && schema === `concord.${kind}/1`;
}

/**
 * What happens here when an entry of another member takes effect, in the transaction in which it does.
 * `contextOf` is asked when an entry comes, since the tenant is not yet put together when it is composed.
 */
export function syndicationHandlers(contextOf: () => Context): Record<string, ItemHandler> {
  const handle: ItemHandler = async (tx, change) => {
    await takeChange({ ...contextOf(), db: tx, tx }, change);
  };
  return Object.fromEntries(sharedKinds.map((kind) => [kind, handle]));
}

/** Notes an entry, and takes what its origin took back out of our catalogue at once. */
const takeChange = defineCommand({
  name: "syndication.take-change",
  // Read from a verified entry by the peer; its body is judged by its own schema.
  input: z.custom<ItemChange>(),
  load: (unit, change) => lockIncoming(unit.tx, change.item),
  authorize: (actor) => actor.kind === "system",
  async run(unit, change, before) {
    const rule = await ruleFor(unit.tx, change);
    const after = afterChange(before, change, rule, unit.clock.now());
    if (!after) return { result: undefined, audit: [] };
    await putIncoming(unit.tx, after);
    if (change.op === "erase" && before) await forgetTitle(unit.tx, alertMails, before.title, erasedTitle);
    if (mayApplyByRule(rule, after)) await applyLater(unit, after);
    const { op, item, feed, seq, revision, reason } = change;
    if (op === "publish" || op === "revise" || before?.pinnedRevision == null)
      return { result: undefined, audit: [] };
    const ending = { op, title: erasedTitle, ...(reason ? { reason } : {}) };
    await catalogues[after.kind].endAdopted(unit, item, ending);
    await tellSoon(unit);
    // Local texts quote the origin's, which must be gone too.
    if (op === "erase") {
      await deleteOverlay(unit.tx, item);
      await putPartBody(unit.tx, item, undefined, unit.clock.now());
    }
    const action = `syndication.${after.status}-by-origin`;
    const subject = { kind: "network-item", id: item };
    return { result: undefined, audit: { action, subject, after: { feed, seq, revision, reason } } };
  },
});
