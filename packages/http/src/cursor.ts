import { DomainError } from "@concord/runtime";
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";

/** The query of a list: how many rows (at most `max`), and the cursor an earlier page gave. */
export function pageQuery({ limit = 25, max = 100 } = {}) {
  return z.object({
    cursor: z.string().max(1_000).optional(),
    limit: z.coerce.number().int().min(1).max(max).default(limit),
  });
}

/** A cursor is where to go on, as base64url of JSON. It is no secret and grants nothing. */
export function encodeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString("base64url");
}

/** Reads a cursor back. Throws `http.invalid-cursor` if it does not fit the list's `schema`. */
export function decodeCursor<Schema extends z.ZodType>(schema: Schema, cursor: string): z.infer<Schema> {
  const read = schema.safeParse(parseJson(Buffer.from(cursor, "base64url").toString()));
  if (read.success) return read.data;
  const field = { pointer: "/cursor", code: "http.invalid-cursor", params: { in: "query" } };
  throw new DomainError("http.invalid-cursor", "invalid", {}, [field]);
}

/** Sets `Link` (RFC 8288) to the same list at another cursor, the other parameters kept. */
export function linkPages(c: Context, cursors: { readonly next?: string; readonly prev?: string }): void {
  const links = (["next", "prev"] as const).flatMap((rel) => {
    const cursor = cursors[rel];
    return cursor === undefined ? [] : [`<${urlAt(c, cursor)}>; rel="${rel}"`];
  });
  if (links.length > 0) c.header("Link", links.join(", "));
}

function urlAt(c: Context, cursor: string): string {
  const url = new URL(c.req.url);
  url.searchParams.set("cursor", cursor);
  return `${url.pathname}${url.search}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
