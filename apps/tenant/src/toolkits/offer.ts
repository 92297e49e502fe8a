import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand } from "../command.ts";
import type { Unit } from "../context.ts";
import { can } from "../identity/index.ts";
import { type StoredToolkit, type Toolkit, toolkitId } from "./model.ts";
import { lockToolkit, putToolkit } from "./store-toolkits.ts";

/** Takes a toolkit out of the offer; members who chose it go on with it. */
export const withdrawToolkit = defineCommand({
  name: "toolkits.withdraw",
  input: z.object({ toolkitId, reason: z.string().trim().max(1_000).default("") }),
  load: (unit, input) => knownToolkit(unit, input.toolkitId),
  authorize: (actor) => can(actor, "toolkits:manage"),
  async run(unit, input, before) {
    if (before.status !== "published") throw new DomainError("toolkits.not-offered", "conflict");
    return change(unit, before, { status: "withdrawn", reason: input.reason || null });
  },
});

/** Offers a withdrawn toolkit again. */
export const offerToolkitAgain = defineCommand({
  name: "toolkits.offer-again",
  input: z.object({ toolkitId }),
  load: (unit, input) => knownToolkit(unit, input.toolkitId),
  authorize: (actor) => can(actor, "toolkits:manage"),
  async run(unit, _input, before) {
    if (before.status === "recalled") throw new DomainError("toolkits.recalled", "conflict");
    return change(unit, before, { status: "published", reason: null });
  },
});

async function change(unit: Unit, before: StoredToolkit, to: Pick<Toolkit, "status" | "reason">) {
  const after: StoredToolkit = { ...before, ...to, updatedAt: unit.clock.now() };
  await putToolkit(unit.tx, after);
  return {
    result: after,
    audit: {
      action: after.status === "published" ? "toolkits.offered" : "toolkits.withdrawn",
      subject: { kind: "toolkit", id: after.id },
      before: { status: before.status },
      after: { status: after.status, reason: after.reason },
    },
  };
}

async function knownToolkit(unit: Unit, id: string): Promise<StoredToolkit> {
  const toolkit = await lockToolkit(unit.tx, { id });
  if (!toolkit) throw new DomainError("toolkits.not-found", "not-found");
  return toolkit;
}
