import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand } from "../command.ts";
import type { Unit } from "../context.ts";
import { can } from "../identity/index.ts";
import { forgetTitle } from "../notifications/index.ts";
import { catalogues, type Ending } from "./catalogues.ts";
import { forgetFilesQueue } from "./forget-files.ts";
import { erasedTitle } from "./messages.ts";
import { alertMails, itemId, type SharedItem, statusAfter } from "./model.ts";
import { lockShared, putShared } from "./store.ts";

/**
 * Takes back what we published, for ever. `withdraw` ends new use and lets people finish; `recall` hides it at once
 * everywhere; `erase` also has every holder delete it. A mistake is mended by a new item.
 */
export const endItem = defineCommand({
  name: "syndication.end",
  input: z.object({
    item: itemId,
    op: z.enum(["withdraw", "recall", "erase"], "field.required"),
    reason: z.string().trim().min(1, "field.required").max(1_000, "field.too-big"),
  }),
  load: async (unit, { item }) => {
    const shared = await lockShared(unit.tx, item);
    if (!shared) throw new DomainError("syndication.not-found", "not-found");
    return shared;
  },
  authorize: (actor) => can(actor, "network:publish"),
  async run(unit, { item, op, reason }, before) {
    if (before.status === "erased" || before.status === statusAfter[op])
      throw new DomainError("syndication.tombstoned", "conflict", { status: before.status });
    const { kind } = before;
    const schema = `concord.${kind}/1`;
    const { seq } = await unit.tenant.peer.publish(unit.tx, { item, op, kind, schema, reason });
    const after = await endShared(unit, before, { op, reason, seq, at: unit.clock.now() });
    await putShared(unit.tx, after);
    return {
      result: after,
      audit: {
        action: `syndication.${statusAfter[op]}`,
        subject: { kind: "network-item", id: item },
        before: { status: before.status },
        after: { status: after.status, reason, seq },
      },
    };
  },
});

/** What our entry with this number says of the item, obeyed in our own catalogue too; gives the row as it is then. */
export async function endShared(
  unit: Unit,
  before: SharedItem,
  { op, reason, seq, at }: { op: Ending["op"]; reason?: string; seq: number; at: Date },
): Promise<SharedItem> {
  const ending = { ...(reason === undefined ? {} : { reason }), title: erasedTitle };
  if (op !== "withdraw") await endHere(unit, before, { op, ...ending });
  if (op === "erase") await forgetTitle(unit.tx, alertMails, before.title, erasedTitle);
  return {
    ...before,
    ...(op === "erase" ? { title: {} } : {}),
    ...{ status: statusAfter[op], reason: reason ?? null, seq, recoveredAt: null, revisedAt: at },
  };
}

async function endHere(
  unit: Unit,
  { kind, sourceId }: SharedItem,
  ending: Ending & { readonly op: "recall" | "erase" },
): Promise<void> {
  const sha256s = await catalogues[kind].endOwn(unit, sourceId, ending);
  if (sha256s.length > 0) await unit.tenant.jobs.enqueue(unit.tx, forgetFilesQueue, { sha256s });
}
