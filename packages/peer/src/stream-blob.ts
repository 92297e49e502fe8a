import { createHash } from "node:crypto";
import type { RegistryMember } from "@concord/federation";
import type { PeerContext } from "./context.ts";
import { withDeadline } from "./deadline.ts";

interface NamedBlob {
  readonly sha256: string;
  readonly size: number;
}

/** Slower than any line that an office has. */
const bytesPerSecond = 1024;

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

/** What one source gives from an offset on; ends quietly where the source breaks off, is silent or only drips. */
async function* piecesFrom(
  { client, background, patienceSeconds = 30 }: PeerContext,
  source: RegistryMember,
  sha256: string,
  offset: number,
): AsyncGenerator<Uint8Array> {
  const wait = patienceSeconds * 1000;
  const within = <T>(work: () => Promise<T>) => withDeadline(wait, background.signal, work);
  const leaving = new AbortController();
  try {
    const path = `/federation/v1/blobs/${sha256}`;
    const stream = await within(() => client.open(source, path, offset, leaving.signal));
    const reader = stream?.getReader();
    const keepsPace = paceOf(wait);
    while (reader) {
      const { done, value } = await within(() => reader.read());
      if (done || !keepsPace(value.byteLength)) break;
      yield value;
    }
  } catch {
    // Whatever broke the connection, another source may have the rest.
  } finally {
    leaving.abort();
  }
}

/** Whether in every stretch of time enough came. */
function paceOf(wait: number): (bytes: number) => boolean {
  const enough = (bytesPerSecond * wait) / 1000;
  let [until, received] = [performance.now() + wait, 0];
  return (bytes) => {
    received += bytes;
    if (performance.now() < until) return true;
    if (received < enough) return false;
    [until, received] = [performance.now() + wait, 0];
    return true;
  };
}
