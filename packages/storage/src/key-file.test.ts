import { chmod, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadOrCreateKeyFile } from "./key-file.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "concord-keys-"));
});

afterEach(() => rm(folder, { recursive: true }));

test("a key is made once, for its owner's eyes, and then read", async () => {
  const path = join(folder, "deep", "peer.key");
  expect(await loadOrCreateKeyFile(path, async () => "first")).toBe("first");
  expect(await loadOrCreateKeyFile(path, async () => "second")).toBe("first");
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test("callers at once end with the same key and leave no other file", async () => {
  const path = join(folder, "peer.key");
  const made = await Promise.all([1, 2, 3, 4].map((n) => loadOrCreateKeyFile(path, async () => `key ${n}`)));
  expect(new Set(made).size).toBe(1);
  expect(await readdir(folder)).toEqual(["peer.key"]);
});

test("a key that others may read is refused", async () => {
  const path = join(folder, "open.key");
  await writeFile(path, "known to all");
  await chmod(path, 0o640);
  await expect(loadOrCreateKeyFile(path, async () => "new")).rejects.toMatchObject({
    code: "storage.key-file-open",
    params: { path },
  });
});

test("a generator that fails leaves nothing", async () => {
  const failing = loadOrCreateKeyFile(join(folder, "peer.key"), async () => {
    throw new Error("no entropy");
  });
  await expect(failing).rejects.toThrow("no entropy");
  expect(await readdir(folder)).toEqual([]);
});
