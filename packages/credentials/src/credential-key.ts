import { createPublicKey, generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import { calculateJwkThumbprint, exportJWK, importPKCS8 } from "jose";
import { z } from "zod";

/** An RSA public key (RFC 7517, RFC 7518 section 6.3); any private member is dropped when it is read. */
export const publicJwk = z.object({ kty: z.literal("RSA"), n: z.string().min(1), e: z.string().min(1) });
type PublicJwk = z.infer<typeof publicJwk>;

export interface CredentialKey {
  /** A URI, as Open Badges 3.0 section 8.2.3 asks; it ends in the RFC 7638 thumbprint of the public key. */
  readonly kid: string;
  readonly publicJwk: PublicJwk;
  readonly privateKey: Awaited<ReturnType<typeof importPKCS8>>;
}

/** A public key that a verifier takes certificates of `issuer` from; keys no longer used for signing included. */
export interface TrustedKey {
  readonly issuer: string;
  readonly kid: string;
  readonly jwk: PublicJwk;
}

const generate = promisify(generateKeyPair);

/** A new 2048-bit RSA key as PKCS #8 PEM, the content of a key file. Takes a tenth of a second or so. */
export async function generateCredentialKey(): Promise<string> {
  const { privateKey }: { privateKey: KeyObject } = await generate("rsa", { modulusLength: 2048 });
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

/**
 * Reads a key file. The public key is served as a JWK at `<keysUrl>/<thumbprint>`; without an address the key is
 * named by its RFC 9278 URI. Throws where the file is no RSA key in PKCS #8 PEM.
 */
export async function readCredentialKey(pem: string, keysUrl?: string): Promise<CredentialKey> {
  const jwk = publicJwk.parse(await exportJWK(createPublicKey(pem)));
  const thumbprint = await calculateJwkThumbprint(jwk);
  return {
    kid: keysUrl ? `${keysUrl}/${thumbprint}` : `urn:ietf:params:oauth:jwk-thumbprint:sha-256:${thumbprint}`,
    publicJwk: jwk,
    privateKey: await importPKCS8(pem, "RS256"),
  };
}

/** What a registry or a JWK set publishes of a key. */
export function trustedKey(issuer: string, key: CredentialKey): TrustedKey {
  return { issuer, kid: key.kid, jwk: key.publicJwk };
}
