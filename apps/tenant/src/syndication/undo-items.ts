import type { ItemUndone, UndoneHandler } from "@concord/peer";
import { z } from "zod";
import { defineCommand } from "../command.ts";
import type { Context, Unit } from "../context.ts";
import { reinstateAdoptedToolkit } from "../toolkits/index.ts";
import { reinstateAdopted } from "../trainings/index.ts";
import { catalogues } from "./catalogues.ts";
import { erasedTitle } from "./messages.ts";
import { type IncomingItem, sharedKinds } from "./model.ts";
import { lockIncoming, lockShared, putIncoming, putShared } from "./store.ts";
import { deleteShared } from "./store-undone.ts";

const gone: readonly string[] = ["withdrawn", "recalled", "erased"];

/**
 * What happens here when the registry closes an epoch before entries that had an effect: what a thief published is
 * taken out of our catalogue, and what a thief took back is offered again.
 */
export function undoneHandlers(contextOf: () => Context): Record<string, UndoneHandler> {
  const handle: UndoneHandler = async (tx, undone) => {
    await undoItem({ ...contextOf(), db: tx, tx }, undone);
  };
  return Object.fromEntries(sharedKinds.map((kind) => [kind, handle]));
}

const undoItem = defineCommand({
  name: "syndication.undo-item",
  // Said by the peer after it obeyed the registry.
  input: z.custom<ItemUndone>(),
  load: (unit, { item }) => lockIncoming(unit.tx, item),
  authorize: (actor) => actor.kind === "system",
  async run(unit, undone, before) {
    const { item, feed, cause, stands } = undone;
    if (feed === unit.tenant.peer.code) await undoOwn(unit, undone);
    else if (!before) return { result: undefined, audit: [] };
    else await putIncoming(unit.tx, await undoIncoming(unit, undone, before));
    const subject = { kind: "network-item", id: item };
    const after = { feed, cause, revision: stands?.revision ?? null, status: stands?.status ?? null };
    return { result: undefined, audit: { action: "syndication.undone-by-registry", subject, after } };
  },
});

/** What stands is handed to `takeChange` next, in the same transaction. */
async function undoIncoming(
  unit: Unit,
  { item, stands }: ItemUndone,
  before: IncomingItem,
): Promise<IncomingItem> {
  const { kind, pinnedRevision: pinned } = before;
  const end = () => catalogues[kind].endAdopted(unit, item, { op: "recall", title: erasedTitle });
  if (!stands) {
    if (pinned !== null) await end();
    return { ...before, status: "recalled", reason: null };
  }
  const { revision } = stands;
  if (pinned !== null && pinned > revision) {
    await end();
    return { ...before, revision, pinnedRevision: null, status: "new" };
  }
  if (stands.status !== "live" || !gone.includes(before.status)) return { ...before, revision };
  const back = { ...before, revision, status: "new", reason: null } as const;
  // An erased body is fetched again, and adopted anew.
  if (before.status === "erased") return { ...back, pinnedRevision: null };
  await (kind === "toolkit" ? reinstateAdoptedToolkit : reinstateAdopted)(unit, item);
  return back;
}

/** What we published: it can be published again from where it stands. */
async function undoOwn(unit: Unit, { item, stands }: ItemUndone): Promise<void> {
  const shared = await lockShared(unit.tx, item);
  if (!shared) return;
  if (!stands) return await deleteShared(unit.tx, item);
  const { revision, status } = stands;
  const isBack = revision < shared.revision;
  await putShared(unit.tx, {
    ...shared,
    ...{ revision, status, reason: status === "live" ? null : shared.reason },
    // Whatever our catalogue has now differs from what stands on the network.
    ...(isBack ? { sourceRevision: 0 } : {}),
  });
}
