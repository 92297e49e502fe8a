import { createHash } from "node:crypto";
import { DomainError } from "@concord/runtime";
import type { Context } from "hono";

/** A strong entity tag (RFC 9110 section 8.8.3) of what identifies a representation: bytes, or id and revision. */
export function etagOf(...parts: readonly (string | number | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    const bytes = typeof part === "object" ? part : Buffer.from(String(part));
    hash.update(`${bytes.byteLength}:`).update(bytes);
  }
  return `"${hash.digest("base64url").slice(0, 27)}"`;
}

/** Sets ETag, and answers 304 if the client already holds this representation (RFC 9110 section 13.1.2). */
export function notModified(c: Context, etag: string): Response | undefined {
  c.header("ETag", etag);
  if (c.req.method !== "GET" && c.req.method !== "HEAD") return undefined;
  return listed(c.req.header("if-none-match"), etag, true) ? c.body(null, 304) : undefined;
}

/**
 * Lets a change through only if the client saw the current representation (RFC 9110 section 13.1.1).
 * Throws `http.precondition-failed` (412), and without If-Match `http.precondition-required` (428, RFC 6585).
 */
export function requireMatch(c: Context, etag: string): void {
  const header = c.req.header("if-match");
  if (!header) throw new DomainError("http.precondition-required", "conflict");
  if (!listed(header, etag, false)) throw new DomainError("http.precondition-failed", "conflict");
}

function listed(header: string | undefined, etag: string, weak: boolean): boolean {
  if (!header) return false;
  if (header.trim() === "*") return true;
  const tags = header.match(/(?:W\/)?"[^"]*"/g) ?? [];
  return tags.some((tag) => (weak ? tag.replace(/^W\//, "") : tag) === etag);
}
