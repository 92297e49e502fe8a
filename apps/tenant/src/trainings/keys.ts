import { createHash, createHmac, randomBytes } from "node:crypto";

/** A new secret of a learner without an account; only its hash is stored. */
export function newKey(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * The secret of a registration, made from the instance's own: who registers again gets the same link again, and
 * still only the hash is stored.
 */
export function registrationKey(secret: string, registrationId: string): string {
  return createHmac("sha256", secret).update(`registration ${registrationId}`).digest("base64url");
}

export function keySha256(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}
