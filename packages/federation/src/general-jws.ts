import { flattenedVerify, GeneralSign } from "jose";
import { z } from "zod";
import { decodeSegment } from "./base64url.ts";
import { sha256 } from "./hash.ts";
import { parseStrictJson } from "./json.ts";
import { nothing, type Parse, parseHeader, readPayload, type Typ, writePayload } from "./jws.ts";
import { type KeyRole, type SigningKey, verifyingKey } from "./keys.ts";

/** RFC 7515 section 7.2.1, with protected headers only. */
const general = z.strictObject({
  payload: z.string(),
  signatures: z.array(z.strictObject({ protected: z.string(), signature: z.string() })).max(40),
});

export interface GeneralJws {
  readonly payload: string;
  /** The payload's JSON, not yet held against a schema. */
  readonly json: unknown;
  /** SHA-256 of the payload's bytes: signatures may be added, the document stays the same. */
  readonly sha256: string;
  readonly signatures: readonly {
    readonly kid: string;
    readonly protected: string;
    readonly signature: string;
  }[];
}

/** Nothing is verified yet, but every segment is canonical and every header is as it must be. */
export function parseGeneral(text: string, typ: Typ, maxBytes: number): Parse<GeneralJws> {
  const jws = parseDraft(text, typ, maxBytes);
  return jws.ok && jws.value.signatures.length === 0 ? { ok: false, reason: "not-canonical" } : jws;
}

/** The same for a document that nobody may have signed yet. */
export function parseDraft(text: string, typ: Typ, maxBytes: number): Parse<GeneralJws> {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > maxBytes) return { ok: false, reason: "too-large" };
  const shape = readPayload(bytes, general);
  if (!shape.ok) return { ok: false, reason: "not-canonical" };
  const payload = decodeSegment(shape.value.payload) ?? nothing;
  const json = parseStrictJson(payload);
  if (!json.ok) return { ok: false, reason: json.reason };
  const signatures: { kid: string; protected: string; signature: string }[] = [];
  for (const signature of shape.value.signatures) {
    const kid = parseHeader(signature.protected, typ);
    if (!kid.ok) return kid;
    if (decodeSegment(signature.signature)?.length !== 64) return { ok: false, reason: "not-canonical" };
    signatures.push({ kid: kid.value, ...signature });
  }
  return {
    ok: true,
    value: { payload: shape.value.payload, json: json.value, sha256: sha256(payload), signatures },
  };
}

/** Counts keys, not signatures: the same key signing twice is one. Signatures of other keys count for nothing. */
export async function thresholdMet(jws: GeneralJws, role: KeyRole): Promise<boolean> {
  const signed = new Set<string>();
  for (const { kid, ...signature } of jws.signatures) {
    const jwk = role.keys.find((key) => key.kid === kid);
    if (!jwk) continue;
    const flattened = { payload: jws.payload, ...signature };
    const valid = await flattenedVerify(flattened, verifyingKey(jwk).publicKey, { algorithms: ["Ed25519"] })
      .then(() => true)
      .catch(() => false);
    if (valid) signed.add(kid);
  }
  return signed.size >= role.threshold;
}

export function signGeneral(payload: object, typ: Typ, keys: readonly SigningKey[]): Promise<string> {
  return signBytes(writePayload(payload), { typ, keys, signatures: [] });
}

/** Signs bytes that others signed before, whose signatures stand first. */
export async function signBytes(
  payload: Uint8Array,
  { typ, keys, signatures }: Pick<GeneralJws, "signatures"> & { typ: Typ; keys: readonly SigningKey[] },
): Promise<string> {
  const jws = new GeneralSign(payload);
  for (const key of keys) {
    jws.addSignature(key.privateKey).setProtectedHeader({ alg: "Ed25519", kid: key.kid, typ });
  }
  const signed = keys.length > 0 ? (await jws.sign()).signatures : [];
  return writeGeneral(Buffer.from(payload).toString("base64url"), [...signatures, ...signed]);
}

/** A general JWS as text; `payload` is its segment. */
export function writeGeneral(
  payload: string,
  signatures: readonly { readonly protected?: string; readonly signature: string }[],
): string {
  const bare = signatures.map(({ protected: header, signature }) => ({ signature, protected: header }));
  return JSON.stringify({ payload, signatures: bare });
}
