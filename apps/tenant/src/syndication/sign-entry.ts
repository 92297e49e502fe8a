import type { Peer } from "@concord/peer";
import { DomainError } from "@concord/runtime";
import type { Unit } from "../context.ts";

type Publication = Parameters<Peer["publish"]>[1];

/** Appends to our own feed. Throws `syndication.halted` while nothing may be signed, which an officer can act on. */
export async function signEntry({ tenant, tx }: Unit, publication: Publication) {
  try {
    return await tenant.peer.publish(tx, publication);
  } catch (error) {
    if (error instanceof DomainError && error.code.startsWith("federation.feed-"))
      throw new DomainError("syndication.halted", "conflict");
    throw error;
  }
}
