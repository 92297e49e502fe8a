import { limits, Trust, verifyJoinRequest } from "@concord/federation";
import { DomainError } from "@concord/runtime";
import { fingerprint } from "@concord/stewardship";
import type { Region } from "../context.ts";
import { mostWaiting, waiting } from "./model.ts";
import { lockDesk } from "./store-proposals.ts";
import { countOthers, dropRequestsBefore, saveRequest } from "./store-requests.ts";

export interface ReceivedRequest {
  /** Under which its page is found; its fingerprint stands nowhere before a keeper typed it. */
  readonly id: string;
  readonly kid: string;
  readonly code: string;
  readonly fingerprint: string;
}

/**
 * Takes a `concord-join+jws` to wait for keepers. Throws `desk.request-refused` with the protocol's reason, and
 * `desk.requests-full`.
 */
export async function receiveRequest(region: Region, text: string): Promise<ReceivedRequest> {
  const { clock, ids, database, peer } = region;
  if (Buffer.byteLength(text) > limits.statementBytes) throw refused("too-large");
  const { root, registry } = await peer.trust();
  const now = clock.now();
  const verdict = await verifyJoinRequest(text, new Trust(root, registry), now);
  if (!verdict.verified) throw refused(verdict.reason);
  const { code, key, exp, endorsed } = verdict.request;
  const longest = now.getTime() + waiting.requestSeconds * 1000;
  const room = endorsed ? 2 * mostWaiting : mostWaiting;
  const id = await database.transaction(async (tx) => {
    await lockDesk(tx);
    await dropRequestsBefore(tx, now);
    if ((await countOthers(tx, key)) >= room) {
      throw new DomainError("desk.requests-full", "unavailable", { most: mostWaiting });
    }
    return await saveRequest(tx, {
      ...{ id: ids.next("req"), kid: key.kid, code, signed: text, receivedAt: now },
      expiresAt: new Date(Math.min(exp * 1000, longest)),
    });
  });
  return { id, kid: key.kid, code, fingerprint: fingerprint(key.kid) };
}

const refused = (reason: string) => new DomainError("desk.request-refused", "invalid", { reason });
