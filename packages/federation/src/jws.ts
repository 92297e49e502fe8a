import { verify as verifyBytes } from "node:crypto";
import { DomainError } from "@concord/runtime";
import { CompactSign } from "jose";
import { z } from "zod";
import { decodeSegment } from "./base64url.ts";
import { sha256 } from "./hash.ts";
import { parseStrictJson } from "./json.ts";
import type { SigningKey, VerifyingKey } from "./keys.ts";
import type { Reason } from "./reasons.ts";

/** `typ` of every signed thing; a statement of one type never passes for another. */
export type Typ =
  | "concord-entry+jwt"
  | "concord-checkpoint+jwt"
  | "concord-request+jwt"
  | "concord-receipt+jwt"
  | "concord-root+jws"
  | "concord-registry+jws"
  | "concord-join+jws"
  | "concord-withdrawal+jws";

/** Exactly these three members (RFC 7515 section 4.1, RFC 9864): no `crit`, no `jwk`, no URL. */
const header = z.strictObject({
  alg: z.literal("Ed25519"),
  kid: z.string(),
  typ: z.string(),
});

/** What a segment that is not canonical holds: no JSON either. */
export const nothing = new Uint8Array();

export interface CompactJws {
  readonly text: string;
  readonly kid: string;
  readonly payload: Uint8Array;
  /** SHA-256 of the signed bytes as they were received. */
  readonly sha256: string;
}

export type Parse<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: Reason };

/** RFC 7515 section 7.1, with canonical segments. Nothing is verified yet. */
export function parseCompact(text: string, typ: Typ, maxBytes: number): Parse<CompactJws> {
  if (text.length > maxBytes) return { ok: false, reason: "too-large" };
  const [head, body, signature, ...more] = text.split(".");
  const payload = decodeSegment(body);
  if (!payload || decodeSegment(signature)?.length !== 64 || more.length > 0) {
    return { ok: false, reason: "not-canonical" };
  }
  const kid = parseHeader(head, typ);
  if (!kid.ok) return kid;
  return { ok: true, value: { text, kid: kid.value, payload, sha256: sha256(text) } };
}

/** Gives the `kid` of a protected header that holds exactly `alg`, `kid` and the `typ` that is expected. */
export function parseHeader(segment: string | undefined, typ: Typ): Parse<string> {
  const read = readPayload(decodeSegment(segment) ?? nothing, header);
  if (!read.ok && read.reason === "not-canonical") return read;
  if (!read.ok || read.value.typ !== typ) return { ok: false, reason: "bad-type" };
  return { ok: true, value: read.value.kid };
}

/** What a payload says, held against its schema. */
export function readPayload<T>(payload: Uint8Array, schema: z.ZodType<T>): Parse<T> {
  const json = parseStrictJson(payload);
  if (!json.ok) return { ok: false, reason: json.reason };
  const read = schema.safeParse(json.value);
  return read.success ? { ok: true, value: read.data } : { ok: false, reason: "malformed" };
}

export async function signCompact(payload: object, typ: Typ, key: SigningKey): Promise<string> {
  return await new CompactSign(writePayload(payload))
    .setProtectedHeader({ alg: "Ed25519", kid: key.kid, typ })
    .sign(key.privateKey);
}

/** Throws `federation.malformed` for what a reader would refuse. */
export function writePayload(payload: object): Uint8Array {
  const bytes = new TextEncoder().encode(JSON.stringify(payload));
  if (!parseStrictJson(bytes).ok) throw new DomainError("federation.malformed", "invalid");
  return bytes;
}

/** The same answer as jose's at twice its speed, for chains of entries. Tests hold the two equal. */
export function verifyCompact(jws: CompactJws, key: VerifyingKey): boolean {
  const dot = jws.text.lastIndexOf(".");
  const signature = Buffer.from(jws.text.slice(dot + 1), "base64url");
  return verifyBytes(null, Buffer.from(jws.text.slice(0, dot), "ascii"), key.publicKey, signature);
}
