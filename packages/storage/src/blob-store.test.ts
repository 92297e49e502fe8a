import { createHash, randomBytes } from "node:crypto";
import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BlobStore, OpenBlob } from "./blob-store.ts";
import { openFolderStore } from "./folder-store.ts";
import { openS3Store } from "./s3-store.ts";

const nameOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function bytesOf(blob: OpenBlob | undefined): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  if (blob) for await (const part of blob.stream) parts.push(part);
  return Buffer.concat(parts);
}

async function namesOf(names: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const name of names) all.push(name);
  return all;
}

async function* inParts(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

let folder: string;
let bucketFolder: string;
let s3: S3rver;
const stores: Record<string, BlobStore> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "concord-blobs-"));
  bucketFolder = await mkdtemp(join(tmpdir(), "concord-bucket-"));
  s3 = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    directory: bucketFolder,
    configureBuckets: [],
  });
  const { port } = await s3.run();
  stores.folder = await openFolderStore(folder);
  stores.S3 = await openS3Store({
    endpoint: `http://127.0.0.1:${port}`,
    bucket: "blobs",
    region: "us-east-1",
    accessKeyId: "S3RVER",
    secretAccessKey: "S3RVER",
  });
});

afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true });
  await rm(bucketFolder, { recursive: true });
});

describe.each(["folder", "S3"])("a blob store on %s", (kind) => {
  const store = (): BlobStore => {
    const found = stores[kind];
    if (!found) throw new Error(`no store on ${kind}`);
    return found;
  };

  test("gives back what was put, whole and in parts, from bytes or a stream", async () => {
    const bytes = randomBytes(300_001);
    const stored = await store().put(inParts(bytes, 65_536), { sha256: nameOf(bytes), maxBytes: 300_001 });
    expect(stored).toEqual({ sha256: nameOf(bytes), size: 300_001 });
    expect(await store().put(bytes)).toEqual(stored);
    expect(await store().has(stored.sha256)).toBe(true);
    expect(await store().size(stored.sha256)).toBe(300_001);
    expect(Buffer.compare(Buffer.from((await store().read(stored.sha256)) ?? []), bytes)).toBe(0);
    const whole = await store().open(stored.sha256);
    expect(whole?.size).toBe(300_001);
    expect(nameOf(await bytesOf(whole))).toBe(stored.sha256);
    const part = await store().open(stored.sha256, { start: 100, end: 199 });
    expect(part?.size).toBe(300_001);
    expect(Buffer.compare(await bytesOf(part), bytes.subarray(100, 200))).toBe(0);
  });

  test("holds an empty blob", async () => {
    const { sha256, size } = await store().put(new Uint8Array());
    expect(size).toBe(0);
    expect(await store().read(sha256)).toHaveLength(0);
  });

  test("keeps nothing of bytes that are not the ones promised, or too many", async () => {
    const bytes = randomBytes(1_000);
    const other = nameOf(randomBytes(8));
    await expect(store().put(bytes, { sha256: other })).rejects.toMatchObject({
      code: "storage.hash-mismatch",
    });
    await expect(store().put(inParts(bytes, 100), { maxBytes: 999 })).rejects.toMatchObject({
      code: "storage.too-large",
      params: { maxBytes: 999 },
    });
    expect(await store().has(nameOf(bytes))).toBe(false);
    expect(await store().has(other)).toBe(false);
  });

  test("knows nothing of what was deleted, never was, or has no name of a blob", async () => {
    const { sha256 } = await store().put(randomBytes(10));
    await store().delete(sha256);
    await store().delete(sha256);
    for (const name of [sha256, nameOf(randomBytes(8)), "../../etc/passwd", sha256.toUpperCase()]) {
      expect(await store().has(name)).toBe(false);
      expect(await store().size(name)).toBeUndefined();
      expect(await store().open(name)).toBeUndefined();
      expect(await store().read(name)).toBeUndefined();
    }
  });

  test("names what nobody put for a time, and deletes only that where it is asked to", async () => {
    const { sha256 } = await store().put(randomBytes(10));
    const apart = await store().within("peer").put(randomBytes(10));
    const old = await namesOf(store().notPutFor(0));
    expect(old).toContain(sha256);
    expect(old).not.toContain(apart.sha256);
    expect(await namesOf(store().notPutFor(3_600_000))).toEqual([]);
    await store().delete(sha256, 3_600_000);
    expect(await store().has(sha256)).toBe(true);
    await store().delete(sha256, 1);
    expect(await store().has(sha256)).toBe(false);
  });

  test("keeps the files of a space apart from its own", async () => {
    const [ours, theirs] = [store(), store().within("peer")];
    const { sha256 } = await ours.put(randomBytes(10));
    expect(await theirs.has(sha256)).toBe(false);
    expect(await theirs.open(sha256)).toBeUndefined();
    await theirs.delete(sha256);
    expect(await ours.has(sha256)).toBe(true);
    const other = await theirs.put(randomBytes(20));
    expect(await theirs.read(other.sha256)).toHaveLength(20);
    expect(await ours.has(other.sha256)).toBe(false);
    for (const name of ["..", "ab", "incoming", "a/b", ""]) expect(() => ours.within(name)).toThrow(name);
  });
});

test("a folder store leaves nothing half written, and removes what a killed process left, but not a young file", async () => {
  const incoming = join(folder, "incoming");
  expect(readdirSync(incoming)).toEqual([]);
  writeFileSync(join(incoming, "old"), "");
  utimesSync(join(incoming, "old"), 1, 1);
  writeFileSync(join(incoming, "young"), "");
  await openFolderStore(folder);
  expect(readdirSync(incoming)).toEqual(["young"]);
});

test("a folder that cannot be made is refused", async () => {
  const file = join(folder, "a-file");
  writeFileSync(file, "");
  await expect(openFolderStore(join(file, "blobs"))).rejects.toMatchObject({
    code: "storage.folder-unwritable",
  });
});
