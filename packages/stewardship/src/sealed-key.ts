import { readSigningKey, type SigningKey } from "@concord/federation";
import { CompactEncrypt, compactDecrypt } from "jose";

/** What a key file may ask for: beyond this, opening it would take minutes. */
const mostRounds = 5_000_000;

/** Encrypts a private JWK under a passphrase (RFC 7517 section 7): what a keeper's `.key` file holds. */
export function sealKey(jwk: string, passphrase: string, rounds: number): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(jwk))
    .setProtectedHeader({ alg: "PBES2-HS512+A256KW", enc: "A256GCM", cty: "jwk+json" })
    .setKeyManagementParameters({ p2c: rounds })
    .encrypt(new TextEncoder().encode(passphrase));
}

/** Undefined where the passphrase is wrong or the file is another one. Throws `federation.invalid-key` for no key inside. */
export async function openSealedKey(text: string, passphrase: string): Promise<SigningKey | undefined> {
  const opened = await compactDecrypt(text.trim(), new TextEncoder().encode(passphrase), {
    keyManagementAlgorithms: ["PBES2-HS512+A256KW"],
    contentEncryptionAlgorithms: ["A256GCM"],
    maxPBES2Count: mostRounds,
  }).catch(() => undefined);
  return opened && readSigningKey(new TextDecoder().decode(opened.plaintext));
}
