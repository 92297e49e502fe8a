import type { IncomingMessage } from "node:http";
import { DomainError } from "@concord/runtime";
import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit as honoBodyLimit } from "hono/body-limit";

/** Of a body that is refused, no more than this is let pass, nor for longer. */
const passing = { bytes: 64 * 1024 * 1024, ms: 10_000 };

/** Refuses a body of more than `maxBytes` with 413, by its Content-Length or while it is read. */
export function bodyLimit(maxBytes: number): MiddlewareHandler {
  return honoBodyLimit({
    maxSize: maxBytes,
    onError: async (c: Context) => {
      await letPass(c.env?.incoming);
      throw new DomainError("http.body-too-large", "invalid", { maxBytes });
    },
  });
}

/**
 * Reads on and keeps nothing. A client that is still sending when the connection closes loses the answer
 * with it (RFC 9112 section 9.6), and the person would see a broken connection in place of the reason.
 */
async function letPass(incoming: IncomingMessage | undefined): Promise<void> {
  if (!incoming || incoming.readableEnded || incoming.destroyed) return;
  // The stream that the application was to read listens from the next turn on, and stops the flow once it is full.
  await new Promise(setImmediate);
  incoming.removeAllListeners("data");
  await new Promise<void>((resolve) => {
    let left = passing.bytes;
    const done = () => {
      clearTimeout(late);
      incoming.off("data", count).off("end", done).off("error", done).off("close", done);
      resolve();
    };
    const count = (chunk: Buffer) => {
      left -= chunk.byteLength;
      if (left < 0) done();
    };
    const late = setTimeout(done, passing.ms);
    incoming.on("data", count).on("end", done).on("error", done).on("close", done).resume();
  });
}
