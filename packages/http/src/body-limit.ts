import { DomainError } from "@concord/runtime";
import type { MiddlewareHandler } from "hono";
import { bodyLimit as honoBodyLimit } from "hono/body-limit";

/** Refuses a body of more than `maxBytes` with 413, by its Content-Length or while it is read. */
export function bodyLimit(maxBytes: number): MiddlewareHandler {
  return honoBodyLimit({
    maxSize: maxBytes,
    onError: () => {
      throw new DomainError("http.body-too-large", "invalid", { maxBytes });
    },
  });
}
