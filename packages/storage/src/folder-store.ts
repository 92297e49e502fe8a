import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { DomainError } from "@concord/runtime";
import { type BlobStore, isBlobName, isPast, spaceName } from "./blob-store.ts";
import { syncFolder } from "./durable-file.ts";
import { hashWhile } from "./hash-while.ts";

const abandonedAfterMs = 6 * 3_600_000;

/** Keeps blobs as files below a folder: written aside, synced to disk, then renamed, so that a name is whole or absent. */
export async function openFolderStore(folder: string): Promise<BlobStore> {
  const aside = join(folder, "incoming");
  await mkdir(aside, { recursive: true }).catch((cause: unknown) => {
    throw new DomainError("storage.folder-unwritable", "unavailable", { folder, reason: reasonOf(cause) });
  });
  await removeAbandoned(aside);
  return storeIn(folder, aside);
}

function storeIn(folder: string, aside: string): BlobStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  return {
    async put(bytes, expect) {
      const temporary = join(aside, randomBytes(12).toString("hex"));
      try {
        const { chunks, done } = hashWhile(bytes, expect);
        const file = await open(temporary, "wx", 0o600);
        await writeAll(file, chunks);
        const stored = done();
        await mkdir(dirname(pathOf(stored.sha256)), { recursive: true });
        await rename(temporary, pathOf(stored.sha256));
        await syncFolder(dirname(pathOf(stored.sha256)));
        return stored;
      } finally {
        await rm(temporary, { force: true });
      }
    },
    async open(sha256, range) {
      const size = await sizeOf(sha256, pathOf);
      if (size === undefined) return undefined;
      const stream = Readable.toWeb(createReadStream(pathOf(sha256), range ?? {}));
      return { size, stream: stream as ReadableStream<Uint8Array> };
    },
    async read(sha256) {
      if ((await sizeOf(sha256, pathOf)) === undefined) return undefined;
      return new Uint8Array(await readFile(pathOf(sha256)));
    },
    size: (sha256) => sizeOf(sha256, pathOf),
    has: async (sha256) => (await sizeOf(sha256, pathOf)) !== undefined,
    notPutFor: (ms) => oldIn(folder, ms),
    async delete(sha256, notPutForMs = 0) {
      if (!isBlobName(sha256)) return;
      if (notPutForMs === 0 || (await isOld(pathOf(sha256), notPutForMs)))
        await rm(pathOf(sha256), { force: true });
    },
    within: (space) => storeIn(join(folder, spaceName(space)), aside),
  };
}

async function* oldIn(folder: string, ms: number): AsyncGenerator<string> {
  for (const digits of await readdir(folder)) {
    if (!/^[0-9a-f]{2}$/.test(digits)) continue;
    for (const name of await readdir(join(folder, digits))) {
      if (isBlobName(name) && (await isOld(join(folder, digits, name), ms))) yield name;
    }
  }
}

/** Putting a blob again renews its file. What is not there is not old. */
async function isOld(path: string, ms: number): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && isPast(found.mtimeMs, ms);
}

/** What a killed process left half written; a young file may be another process's that is still at it. */
async function removeAbandoned(aside: string): Promise<void> {
  for (const name of await readdir(aside)) {
    const path = join(aside, name);
    if (await isOld(path, abandonedAfterMs)) await rm(path, { force: true });
  }
}

async function writeAll(file: FileHandle, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    for await (const chunk of chunks) await file.writeFile(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function sizeOf(sha256: string, pathOf: (sha256: string) => string): Promise<number | undefined> {
  if (!isBlobName(sha256)) return undefined;
  return stat(pathOf(sha256)).then(
    ({ size }) => size,
    () => undefined,
  );
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
}
