import { createHash } from "node:crypto";
import { DomainError } from "@concord/runtime";
import type { Expected, StoredBlob } from "./blob-store.ts";

/** Passes chunks on while it counts and hashes them; `done` says what they were. Ends early where they are too many. */
export function hashWhile(source: Uint8Array | AsyncIterable<Uint8Array>, expect: Expected = {}) {
  const hash = createHash("sha256");
  let size = 0;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source instanceof Uint8Array ? [source] : source) {
      size += chunk.byteLength;
      if (expect.maxBytes !== undefined && size > expect.maxBytes) {
        throw new DomainError("storage.too-large", "invalid", { maxBytes: expect.maxBytes });
      }
      hash.update(chunk);
      yield chunk;
    }
  }
  const done = (): StoredBlob => {
    const sha256 = hash.digest("hex");
    if (expect.sha256 !== undefined && expect.sha256 !== sha256)
      throw new DomainError("storage.hash-mismatch", "invalid");
    return { sha256, size };
  };
  return { chunks: chunks(), done };
}
