import { trustExpired } from "@concord/federation";
import type { LookedUp } from "@concord/peer";
import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, defineQuery, nothing } from "../command.ts";
import type { Context } from "../context.ts";
import { can } from "../identity/index.ts";
import { demandAlone } from "./demand-place.ts";
import { dropJoining, type Joining, keepJoining } from "./joining-folder.ts";
import { memberAddress, namedAs, networkId } from "./model.ts";

const typed = z.object({ address: memberAddress, id: networkId });

/** Finds a network at a member's address, holds it against the id that was read out, and keeps it as the one to join. */
export async function findNetwork(context: Context, input: z.input<typeof typed>): Promise<void> {
  await keepFound(context, await lookUp(context, input));
}

/** Calls another server, and so outside any transaction. */
const lookUp = defineQuery({
  name: "ceremonies.look-up",
  input: typed,
  load: nothing,
  authorize: (actor) => can(actor, "network:manage"),
  async run({ tenant, clock }, { address, id }): Promise<Joining> {
    const { peer, place } = tenant;
    await demandAlone(place);
    const found = await peer.newcomer.lookUp(address, id);
    if (!found.ok) throw faultOf(found.reason);
    const { trust, bootstrap } = found;
    if (trustExpired(trust, clock.now())) throw fault("/address", "ceremonies.expired");
    const named = namedAs(trust.member(peer.code), peer.kid);
    if (named === "other-key" || named === "unwanted")
      throw fault("/address", "ceremonies.code-taken", { code: peer.code });
    return { address, bootstrap };
  },
});

const keepFound = defineCommand({
  name: "ceremonies.find-network",
  // Verified by the look-up before it.
  input: z.custom<Joining>(),
  load: nothing,
  authorize: (actor) => can(actor, "network:manage"),
  async run({ tenant }, joining) {
    await demandAlone(tenant.place);
    await dropJoining(tenant.place);
    await keepJoining(tenant.place, joining);
    const subject = { kind: "network", id: joining.bootstrap.rootSha256 };
    const audit = { action: "ceremonies.network-found", subject, after: { address: joining.address } };
    return { result: undefined, audit };
  },
});

type Refusal = Extract<LookedUp, { ok: false }>["reason"];

/** What of the form is to be mended: the id where another network answered, else the address. */
function faultOf(reason: Refusal): DomainError {
  if (reason === "wrong-network") return fault("/id", "ceremonies.wrong-network");
  if (reason === "address-refused") return fault("/address", "ceremonies.address-refused");
  if (reason === "unreachable") return fault("/address", "ceremonies.no-answer");
  return fault("/address", "ceremonies.not-verified", { reason });
}

function fault(pointer: string, code: string, params: Record<string, string> = {}): DomainError {
  return new DomainError("request.invalid", "invalid", {}, [{ pointer, code, params }]);
}
