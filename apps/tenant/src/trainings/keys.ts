import { createHash, randomBytes } from "node:crypto";

/** A new secret of a learner without an account or of a registration; only its hash is stored. */
export function newKey(): string {
  return randomBytes(32).toString("base64url");
}

export function keySha256(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}
