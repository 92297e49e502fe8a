import { z } from "zod";
import { defineQuery, nothing } from "../command.ts";
import { can } from "../identity/index.ts";
import { verifyChain } from "./verify-chain.ts";

/** Recomputes the whole chain for an officer. */
export const checkChain = defineQuery({
  name: "audit.check-chain",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "audit:read"),
  run: (context) => verifyChain(context.db),
});
