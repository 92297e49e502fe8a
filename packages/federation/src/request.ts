import { z } from "zod";
import { hash, sha256 } from "./hash.ts";
import { parseCompact, readPayload, signCompact, verifyCompact } from "./jws.ts";
import type { SigningKey } from "./keys.ts";
import { limits } from "./limits.ts";
import { memberCode, seconds, toSeconds } from "./names.ts";
import { type Reason, type Refused, refused } from "./reasons.ts";
import { speakersKey, type Trust } from "./trust.ts";

export const requestPayload = z.object({
  net: hash,
  iss: memberCode,
  aud: memberCode,
  htm: z.enum(["GET", "POST"]),
  /** The whole URL that is called, query included. */
  htu: z.string(),
  jti: z.string().min(8).max(100),
  iat: seconds,
  /** SHA-256 of the request's body; POST only. */
  body: hash.optional(),
});

export type RequestPayload = z.infer<typeof requestPayload>;

/** What a server knows by itself about the request in front of it. */
export interface SeenRequest {
  readonly audience: string;
  readonly method: string;
  readonly url: string;
  readonly body?: Uint8Array;
  readonly now: Date;
}

export type RequestVerdict = { readonly verified: true; readonly request: RequestPayload } | Refused;

/** Who calls, proved by a current key. The caller of this must still take a POST's `jti` only once. */
export async function verifyRequest(text: string, trust: Trust, seen: SeenRequest): Promise<RequestVerdict> {
  const jws = parseCompact(text, "concord-request+jwt", limits.statementBytes);
  if (!jws.ok) return refused(jws.reason);
  const read = readPayload(jws.value.payload, requestPayload);
  if (!read.ok) return refused(read.reason);
  const request = read.value;
  const speaker = speakersKey(trust, request.iss, jws.value.kid);
  if (!speaker.ok) return refused(speaker.reason);
  if (!verifyCompact(jws.value, speaker.key)) return refused("bad-signature");
  const mismatch = checkTarget(request, trust, seen);
  return mismatch ? refused(mismatch) : { verified: true, request };
}

function checkTarget(request: RequestPayload, trust: Trust, seen: SeenRequest): Reason | undefined {
  if (request.net !== trust.net) return "wrong-network";
  const sameTarget = request.htm === seen.method && request.htu === seen.url;
  if (request.aud !== seen.audience || !sameTarget) return "wrong-audience";
  if (Math.abs(toSeconds(seen.now) - request.iat) > limits.requestSeconds) return "stale-request";
  const body = seen.body ? sha256(seen.body) : undefined;
  return request.body === body ? undefined : "body-mismatch";
}

export async function signRequest(payload: RequestPayload, key: SigningKey): Promise<string> {
  return await signCompact(requestPayload.parse(payload), "concord-request+jwt", key);
}
