import { z } from "zod";
import { defineCommand, nothing } from "../command.ts";
import { can } from "../identity/index.ts";
import { demandMember } from "./demand-place.ts";

/** Somebody else may have our key: nothing more is signed with it, in any process of this instance. */
export const haltSigning = defineCommand({
  name: "ceremonies.halt-signing",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "network:manage"),
  async run({ tx, tenant }) {
    await demandMember(tenant.place);
    const halted = await tenant.peer.halt(tx);
    const subject = { kind: "network-member", id: tenant.peer.code };
    return {
      result: halted,
      audit: { action: "ceremonies.signing-halted", subject, after: { ...halted, kid: tenant.peer.kid } },
    };
  },
});

/** It was a false alarm. */
export const resumeSigning = defineCommand({
  name: "ceremonies.resume-signing",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "network:manage"),
  async run({ tx, tenant }) {
    await tenant.peer.resume(tx);
    const subject = { kind: "network-member", id: tenant.peer.code };
    return { result: undefined, audit: { action: "ceremonies.signing-resumed", subject } };
  },
});
