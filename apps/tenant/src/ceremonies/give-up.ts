import { z } from "zod";
import { defineCommand, nothing } from "../command.ts";
import { can } from "../identity/index.ts";
import { demandJoining } from "./demand-place.ts";
import { dropJoining } from "./joining-folder.ts";

/** Forgets the network that was found and what was asked; the key stays. A request at the desk lapses by itself. */
export const giveUp = defineCommand({
  name: "ceremonies.give-up",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "network:manage"),
  async run({ tenant }) {
    const { bootstrap } = await demandJoining(tenant.place);
    await dropJoining(tenant.place);
    const subject = { kind: "network", id: bootstrap.rootSha256 };
    return { result: undefined, audit: { action: "ceremonies.join-given-up", subject } };
  },
});
