import type { Context } from "hono";

/**
 * Sets a header of a finished answer. Hono's own `c.header` then copies the whole answer, body and all, and the
 * copy is sent as a stream; only an answer whose headers are immutable (Fetch, "headers guard") needs that.
 */
export function addHeader(c: Context, name: string, value: string): void {
  try {
    c.res.headers.set(name, value);
  } catch {
    c.header(name, value);
  }
}
