import { z } from "zod";
import { defineCommand, defineQuery, nothing } from "../command.ts";
import type { Context } from "../context.ts";
import { can } from "../identity/index.ts";
import { demandMember } from "./demand-place.ts";

type Restored = Awaited<ReturnType<Context["tenant"]["peer"]["restoreFeed"]>>;

/** After the database came from a backup: brings back from the other members what we had signed. It may be done again. */
export async function restoreOwnFeed(context: Context): Promise<Restored> {
  const restored = await recover(context, {});
  await noteRecovery(context, restored);
  return restored;
}

/** It writes what the recovery itself writes, in its own transactions, and asks other members meanwhile. */
const recover = defineQuery({
  name: "ceremonies.restore-feed",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "network:manage"),
  async run({ tenant }): Promise<Restored> {
    await demandMember(tenant.place);
    return await tenant.peer.restoreFeed();
  },
});

const noteRecovery = defineCommand({
  name: "ceremonies.note-recovery",
  input: z.custom<Restored>(),
  load: nothing,
  authorize: (actor) => can(actor, "network:manage"),
  async run({ tenant }, { state, seq, recovered, missing }) {
    const subject = { kind: "network-member", id: tenant.peer.code };
    const after = { state, seq, recovered, missing };
    return { result: undefined, audit: { action: "ceremonies.feed-restored", subject, after } };
  },
});
