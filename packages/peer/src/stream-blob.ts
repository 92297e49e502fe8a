import { createHash } from "node:crypto";
import type { RegistryMember } from "@concord/federation";
import type { PeerContext } from "./context.ts";

interface NamedBlob {
  readonly sha256: string;
  readonly size: number;
}

const idleMilliseconds = 30_000;

/**
 * Streams a blob into the store, hash-checked on the way, resumed at another source where one breaks off.
 * When the pieces do not add up nobody can tell whose piece was wrong: then each source alone is tried.
 */
export async function streamBlob(
  context: PeerContext,
  sources: readonly RegistryMember[],
  blob: NamedBlob,
): Promise<boolean> {
  if (await store(context, sources, blob)) return true;
  if (sources.length < 2) return false;
  for (const source of sources) {
    if (await store(context, [source], blob)) return true;
  }
  return false;
}

async function store(
  context: PeerContext,
  sources: readonly RegistryMember[],
  blob: NamedBlob,
): Promise<boolean> {
  try {
    const expect = { sha256: blob.sha256, maxBytes: blob.size };
    await context.blobs.put(pieces(context, sources, blob), expect);
    return true;
  } catch (error) {
    if (!(error instanceof BlobFault)) throw error;
    context.log.warn({ blob: blob.sha256, reason: error.reason }, "a blob did not come");
    return false;
  }
}

/** Thrown into the store's reading, so that it keeps nothing of a blob that is not what was named. */
class BlobFault extends Error {
  readonly reason: "unreachable" | "blob-mismatch" | "too-large";

  constructor(reason: BlobFault["reason"]) {
    super(reason);
    this.reason = reason;
  }
}

async function* pieces(
  context: PeerContext,
  sources: readonly RegistryMember[],
  blob: NamedBlob,
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let received = 0;
  for (const source of sources) {
    for await (const chunk of piecesFrom(context, source, blob.sha256, received)) {
      received += chunk.byteLength;
      if (received > blob.size) throw new BlobFault("too-large");
      hash.update(chunk);
      yield chunk;
    }
    if (received === blob.size) break;
  }
  if (received < blob.size) throw new BlobFault("unreachable");
  if (hash.digest("hex") !== blob.sha256) throw new BlobFault("blob-mismatch");
}

/** What one source gives from an offset on; ends quietly where the source breaks off. */
async function* piecesFrom(
  { client }: PeerContext,
  source: RegistryMember,
  sha256: string,
  offset: number,
): AsyncGenerator<Uint8Array> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), idleMilliseconds);
  try {
    const stream = await client.open(source, `/federation/v1/blobs/${sha256}`, offset, silence.signal);
    for await (const chunk of stream ?? []) {
      timer.refresh();
      yield chunk;
      timer.refresh();
    }
  } catch (error) {
    // A fault that our own reader threw must not be taken for a broken connection.
    if (error instanceof BlobFault) throw error;
  } finally {
    clearTimeout(timer);
  }
}
