import { z } from "zod";
import { startOf } from "./closed-epochs.ts";
import { hash } from "./hash.ts";
import { parseCompact, readPayload, signCompact, verifyCompact } from "./jws.ts";
import type { SigningKey } from "./keys.ts";
import { limits } from "./limits.ts";
import { count, endsAfterItBegins, memberCode, ordinal, seconds, toSeconds } from "./names.ts";
import { type Refused, refused } from "./reasons.ts";
import { isCurrent, type Trust } from "./trust.ts";

export const checkpointPayload = z
  .object({
    net: hash,
    feed: memberCode,
    epoch: ordinal,
    /** How many entries the feed has, over all its epochs. */
    size: count,
    /** SHA-256 of the last entry's bytes; 64 zeros while there is none. */
    head: hash,
    registry: z.object({ version: ordinal, sha256: hash }),
    iat: seconds,
    exp: seconds,
  })
  .refine(endsAfterItBegins);

export type CheckpointPayload = z.infer<typeof checkpointPayload>;

export interface Checkpoint extends CheckpointPayload {
  readonly text: string;
}

export type CheckpointVerdict = { readonly verified: true; readonly checkpoint: Checkpoint } | Refused;

/** Step 1 of a sync. An expired checkpoint verifies: it is stale, never invalid (`isStale`). */
export async function verifyCheckpoint(
  text: string,
  trust: Trust,
  feed: string,
  now: Date,
): Promise<CheckpointVerdict> {
  const jws = parseCompact(text, "concord-checkpoint+jwt", limits.statementBytes);
  if (!jws.ok) return refused(jws.reason);
  const member = trust.member(feed);
  if (!member) return refused("unknown-member");
  const use = trust.feedKey(member, jws.value.kid);
  if (!use) return refused("unknown-key");
  if (!verifyCompact(jws.value, use.key)) return refused("bad-signature");
  const read = readPayload(jws.value.payload, checkpointPayload);
  if (!read.ok) return refused(read.reason);
  const checkpoint = { ...read.value, text };
  if (checkpoint.net !== trust.net) return refused("wrong-network");
  if (checkpoint.feed !== feed) return refused("chain-broken");
  if (checkpoint.epoch !== use.epoch.epoch || use.epoch.close) return refused("wrong-epoch");
  if (!isCurrent(use)) return refused("key-out-of-range");
  const start = startOf(member, use.epoch);
  if (checkpoint.size < start.through) return refused("malformed");
  if (checkpoint.size === start.through && checkpoint.head !== start.head) return refused("chain-broken");
  if (isFromTheFuture(checkpoint, now)) return refused("malformed");
  const { version, sha256 } = trust.registry;
  if (checkpoint.registry.version === version && checkpoint.registry.sha256 !== sha256)
    return refused("registry-fork");
  return { verified: true, checkpoint };
}

/** Reads a checkpoint that was verified when it was stored. Throws where it is not one. */
export function decodeCheckpoint(text: string): Checkpoint {
  const payload: unknown = JSON.parse(Buffer.from(text.split(".")[1] ?? "", "base64url").toString("utf8"));
  return { ...checkpointPayload.parse(payload), text };
}

/** A far-off `iat` would make every honest later checkpoint look old. */
function isFromTheFuture(checkpoint: CheckpointPayload, now: Date): boolean {
  const tooLong = checkpoint.exp - checkpoint.iat > limits.checkpointSeconds;
  return tooLong || checkpoint.iat > toSeconds(now) + limits.leewaySeconds;
}

export function isStale(checkpoint: CheckpointPayload, now: Date): boolean {
  return checkpoint.exp + limits.leewaySeconds < toSeconds(now);
}

/**
 * Holds a checkpoint against one that we accepted before; both are signed by the feed's own key.
 * `older` is old news, `rollback` a newer statement of a smaller feed, `split-view` one size with two heads.
 */
export function compareCheckpoints(
  known: CheckpointPayload | undefined,
  seen: CheckpointPayload,
): "newer" | "same" | "older" | "rollback" | "split-view" {
  if (!known || seen.epoch > known.epoch) return "newer";
  if (seen.epoch < known.epoch) return "older";
  if (seen.size === known.size) {
    if (seen.head !== known.head) return "split-view";
    return seen.iat > known.iat ? "newer" : "same";
  }
  if (seen.size > known.size) return "newer";
  return seen.iat > known.iat ? "rollback" : "older";
}

export async function signCheckpoint(
  payload: Omit<CheckpointPayload, "iat" | "exp">,
  key: SigningKey,
  now: Date,
): Promise<Checkpoint> {
  const iat = toSeconds(now);
  const full = { ...payload, iat, exp: iat + limits.checkpointSeconds };
  return { ...full, text: await signCompact(full, "concord-checkpoint+jwt", key) };
}
