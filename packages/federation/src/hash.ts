import { createHash } from "node:crypto";
import { z } from "zod";

/** Stands where a chain has no entry yet: 64 zeros. */
export const genesis = "0".repeat(64);

/** The form of every hash in the protocol: SHA-256 as 64 lower-case hexadecimal digits. */
export const hash = z.string().regex(/^[0-9a-f]{64}$/);

export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export function sha256Base64url(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
