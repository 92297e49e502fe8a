import type { MiddlewareHandler } from "hono";
import { compress } from "hono/compress";

/** Compresses texts. Says so in `Vary` before there is an answer: Hono's own says it by copying the finished one. */
export function compressed(): MiddlewareHandler {
  const inner = compress();
  return (c, next) => {
    c.header("Vary", "Accept-Encoding");
    return inner(c, next);
  };
}
