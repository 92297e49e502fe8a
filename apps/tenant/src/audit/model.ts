import { createHash } from "node:crypto";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What a command says it did. `before`, `after` and `note` may hold personal values: they are stored encrypted. */
export interface AuditRecord {
  /** `slice.past-tense`, such as `membership.approved`. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly before?: unknown;
  readonly after?: unknown;
}

/** A row of the chain, with what is hashed in the order in which it is hashed. */
export interface ChainedRow {
  readonly seq: number;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Ciphertext of the personal values; the chain covers the ciphertext, so it verifies after a key is destroyed. */
  readonly sealed: Uint8Array;
  readonly previousSha256: string;
}

export const chainStart = "0".repeat(64);

/** SHA-256 over length-prefixed fields, so that no two rows have the same bytes. Hex, lower case. */
export function rowHash(row: ChainedRow): string {
  const hash = createHash("sha256");
  const fields = [
    row.previousSha256,
    String(row.seq),
    row.at.toISOString(),
    row.actorKind,
    row.actorId,
    row.action,
    row.subjectKind,
    row.subjectId,
    row.sealed,
  ];
  for (const field of fields) {
    const bytes = typeof field === "string" ? Buffer.from(field, "utf8") : field;
    hash.update(`${bytes.byteLength}:`).update(bytes);
  }
  return hash.digest("hex");
}
