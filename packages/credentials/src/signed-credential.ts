import { CompactSign, calculateJwkThumbprint, compactVerify, importJWK } from "jose";
import { z } from "zod";
import { type CredentialKey, publicJwk, type TrustedKey } from "./credential-key.ts";

type EnvelopeReason =
  | "malformed"
  | "header-not-allowed"
  | "key-unknown"
  | "key-mismatch"
  | "signature-invalid";

export type Opened =
  | { readonly opened: true; readonly payload: unknown; readonly key: TrustedKey }
  | { readonly opened: false; readonly reason: EnvelopeReason };

/** Exactly these four members (Open Badges 3.0, section 8.2.3): anything more could change how it is checked. */
const protectedHeader = z.strictObject({
  alg: z.literal("RS256"),
  kid: z.string().min(1),
  jwk: publicJwk.strict(),
  typ: z.literal("JWT"),
});

/** A credential as a compact JWS (RFC 7515), the credential at the payload's top level. */
export function signCredential(payload: object, key: CredentialKey): Promise<string> {
  const header = { alg: "RS256", kid: key.kid, jwk: { ...key.publicJwk }, typ: "JWT" };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader(header)
    .sign(key.privateKey);
}

/** Checks form, header and signature. The key comes from `keys`; the header's `jwk` must only agree with it. */
export async function openCredential(jwt: string, keys: readonly TrustedKey[]): Promise<Opened> {
  const [header, payload] = jwt.split(".");
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(jwt) || !jwt.split(".").every(isCanonical)) return refuse("malformed");
  const parts = { header: parseJson(header), payload: parseJson(payload) };
  if (parts.header === undefined || parts.payload === undefined) return refuse("malformed");
  const parsed = protectedHeader.safeParse(parts.header);
  if (!parsed.success) return refuse("header-not-allowed");
  const key = keys.find(({ kid }) => kid === parsed.data.kid);
  if (!key) return refuse("key-unknown");
  if ((await calculateJwkThumbprint(parsed.data.jwk)) !== (await calculateJwkThumbprint(key.jwk)))
    return refuse("key-mismatch");
  try {
    await compactVerify(jwt, await importJWK({ ...key.jwk }, "RS256"), { algorithms: ["RS256"] });
  } catch {
    return refuse("signature-invalid");
  }
  return { opened: true, payload: parts.payload, key };
}

function refuse(reason: EnvelopeReason): Opened {
  return { opened: false, reason };
}

/** A base64url segment has several spellings and only one is canonical: others would be the same credential twice. */
function isCanonical(segment: string): boolean {
  return Buffer.from(segment, "base64url").toString("base64url") === segment;
}

function parseJson(segment: string | undefined): unknown {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(segment ?? "", "base64url"));
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
