import { z } from "zod";
import { defineCommand, nothing } from "../command.ts";
import type { Context } from "../context.ts";
import { forgetShared } from "../syndication/index.ts";

/** The network that an instance is in now, and the one that it was alone in. */
interface Entered {
  readonly net: string;
  readonly ownNetwork: string | undefined;
}

/** At each start: where the instance was alone before and is not any more, its feed begins anew. */
export async function enterNetwork(context: Context, { net, ownNetwork }: Entered): Promise<void> {
  await context.tenant.peer.enterNetwork({
    alone: ownNetwork,
    leave: (tx) => leaveOwnNetwork({ ...context, db: tx, tx }, { net }),
  });
}

/** What was published to nobody is offered to be published again; the trainings, toolkits and figures stay. */
const leaveOwnNetwork = defineCommand({
  name: "ceremonies.leave-own-network",
  input: z.object({ net: z.string() }),
  load: nothing,
  authorize: (actor) => actor.kind === "system",
  async run(unit, { net }) {
    await forgetShared(unit.tx);
    const subject = { kind: "network", id: net };
    return { result: undefined, audit: { action: "ceremonies.network-entered", subject } };
  },
});
