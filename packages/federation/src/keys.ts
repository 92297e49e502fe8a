import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { decodeSegment } from "./base64url.ts";
import { sha256Base64url } from "./hash.ts";

/** An Ed25519 public key as a JWK (RFC 8037); `kid` is its RFC 7638 thumbprint, so a name cannot be given to another key. */
export const publicJwk = z
  .object({
    kty: z.literal("OKP"),
    crv: z.literal("Ed25519"),
    x: z
      .string()
      .refine((x) => decodeSegment(x)?.length === 32, { message: "not 32 bytes" })
      .meta({ pattern: "^[A-Za-z0-9_-]{43}$" }),
    kid: z.string(),
  })
  .refine((jwk) => jwk.kid === thumbprint(jwk.x), { message: "kid is not the thumbprint" });

export type PublicJwk = z.infer<typeof publicJwk>;

const privateJwk = z.object({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string(),
  d: z.string(),
});

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicJwk: PublicJwk;
}

/** Keys of which `threshold` different ones must sign. */
export interface KeyRole {
  readonly keys: readonly PublicJwk[];
  readonly threshold: number;
}

export interface VerifyingKey {
  readonly kid: string;
  readonly publicKey: KeyObject;
}

/** A new Ed25519 private key as JWK text, to be kept in a file of mode 0600. */
export function generateSigningKey(): string {
  const { privateKey } = generateKeyPairSync("ed25519");
  return JSON.stringify(privateKey.export({ format: "jwk" }));
}

/** Reads what `generateSigningKey` wrote. Throws `federation.invalid-key`, never with the text. */
export function readSigningKey(text: string): SigningKey {
  try {
    const { x, d, kty, crv } = privateJwk.parse(JSON.parse(text));
    const privateKey = createPrivateKey({ key: { kty, crv, x, d }, format: "jwk" });
    const derived = createPublicKey(privateKey).export({ format: "jwk" }).x;
    if (derived !== x) throw new Error("x does not belong to d");
    const kid = thumbprint(x);
    return { kid, privateKey, publicJwk: { kty, crv, x, kid } };
  } catch {
    throw new DomainError("federation.invalid-key", "invalid");
  }
}

export function verifyingKey(jwk: PublicJwk): VerifyingKey {
  const { kty, crv, x, kid } = jwk;
  return { kid, publicKey: createPublicKey({ key: { kty, crv, x }, format: "jwk" }) };
}

/** RFC 7638 over the required members of RFC 8037, in lexical order. */
function thumbprint(x: string): string {
  return sha256Base64url(JSON.stringify({ crv: "Ed25519", kty: "OKP", x }));
}
