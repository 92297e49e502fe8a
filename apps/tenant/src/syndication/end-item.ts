import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand } from "../command.ts";
import type { Unit } from "../context.ts";
import { can } from "../identity/index.ts";
import { catalogues, type Ending } from "./catalogues.ts";
import { forgetFilesQueue } from "./forget-files.ts";
import { erasedTitle } from "./messages.ts";
import { itemId, type SharedItem } from "./model.ts";
import { lockShared, putShared } from "./store.ts";

const statusAfter = { withdraw: "withdrawn", recall: "recalled", erase: "erased" } as const;

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
    if (op !== "withdraw") await endHere(unit, before, { op, reason, title: erasedTitle });
    const after: SharedItem = {
      ...before,
      ...(op === "erase" ? { title: {} } : {}),
      ...{ status: statusAfter[op], reason, seq, revisedAt: unit.clock.now() },
    };
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

async function endHere(
  unit: Unit,
  { kind, sourceId }: SharedItem,
  ending: Ending & { readonly op: "recall" | "erase" },
): Promise<void> {
  const sha256s = await catalogues[kind].endOwn(unit, sourceId, ending);
  if (sha256s.length > 0) await unit.tenant.jobs.enqueue(unit.tx, forgetFilesQueue, { sha256s });
}
