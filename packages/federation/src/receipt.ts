import { z } from "zod";
import { type Checkpoint, verifyCheckpoint } from "./checkpoint.ts";
import { hash } from "./hash.ts";
import { parseCompact, readPayload, signCompact, verifyCompact } from "./jws.ts";
import type { SigningKey } from "./keys.ts";
import { limits } from "./limits.ts";
import { count, memberCode, seconds } from "./names.ts";
import { type Refused, refused } from "./reasons.ts";
import { speakersKey, type Trust } from "./trust.ts";

export const receiptPayload = z.object({
  net: hash,
  iss: memberCode,
  /** The origin, whose feed this is about. */
  aud: memberCode,
  /** The origin's own signed checkpoint, as compact JWS. */
  checkpoint: z.string(),
  /** Entries that have taken effect at `iss`: recalled items are hidden there, erased ones deleted. */
  appliedThrough: count,
  iat: seconds,
});

export type ReceiptPayload = z.infer<typeof receiptPayload>;
export type ReceiptVerdict =
  | { readonly verified: true; readonly receipt: ReceiptPayload; readonly checkpoint: Checkpoint }
  | Refused;

/** Step 5, as the origin reads it: who holds what of our feed, said over a checkpoint that we signed. */
export async function verifyReceipt(
  text: string,
  trust: Trust,
  audience: string,
  now: Date,
): Promise<ReceiptVerdict> {
  const jws = parseCompact(text, "concord-receipt+jwt", 2 * limits.statementBytes);
  if (!jws.ok) return refused(jws.reason);
  const read = readPayload(jws.value.payload, receiptPayload);
  if (!read.ok) return refused(read.reason);
  const receipt = read.value;
  const speaker = speakersKey(trust, receipt.iss, jws.value.kid);
  if (!speaker.ok) return refused(speaker.reason);
  if (!verifyCompact(jws.value, speaker.key)) return refused("bad-signature");
  if (receipt.net !== trust.net) return refused("wrong-network");
  if (receipt.aud !== audience) return refused("wrong-audience");
  const checkpoint = await verifyCheckpoint(receipt.checkpoint, trust, audience, now);
  if (!checkpoint.verified) return checkpoint;
  if (receipt.appliedThrough > checkpoint.checkpoint.size) return refused("malformed");
  return { verified: true, receipt, checkpoint: checkpoint.checkpoint };
}

export async function signReceipt(payload: ReceiptPayload, key: SigningKey): Promise<string> {
  return await signCompact(receiptPayload.parse(payload), "concord-receipt+jwt", key);
}
