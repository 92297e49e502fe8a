import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DomainError } from "@concord/runtime";
import { afterEach, beforeEach, expect, test } from "vitest";
import { claimDataFolder } from "./data-folder.ts";
import { explain } from "./start-errors.ts";

const shared = { fresh: false, processes: false };
const apart = { fresh: false, processes: true };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "concord-folder-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The refusal in the words that a person is told. */
async function refusal(claim: Promise<unknown>): Promise<string> {
  const error = await claim.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DomainError)) throw new Error("it was not refused");
  return `${error.code}: ${explain(error)}`;
}

test("a folder is one process's at a time, and free when that one leaves", async () => {
  const release = await claimDataFolder(folder, shared);
  expect(await refusal(claimDataFolder(folder, shared))).toContain(`in use by process ${process.pid}`);
  await release();
  expect(existsSync(join(folder, "network.pid"))).toBe(false);
  await (await claimDataFolder(folder, shared))();
});

test("the lock of an earlier process with the same number does not count, its own included", async () => {
  for (const pid of [process.pid, process.ppid]) {
    await writeFile(join(folder, "network.pid"), `${pid} 1`);
    await (await claimDataFolder(folder, shared))();
    await writeFile(join(folder, "network.pid"), String(pid));
    await (await claimDataFolder(folder, shared))();
  }
});

test("a folder filled in one mode is refused in the other, in words, and is left as it was", async () => {
  await (await claimDataFolder(folder, apart))();
  await mkdir(join(folder, "tenants/zz/keys"), { recursive: true });
  const said = await refusal(claimDataFolder(folder, shared));
  expect(said).toMatch(/^network\.other-layout: .* filled with --processes.* --fresh, which deletes/);
  expect(existsSync(join(folder, "network.pid"))).toBe(false);
  await (await claimDataFolder(folder, apart))();
  await (await claimDataFolder(folder, { fresh: true, processes: false }))();
  expect(existsSync(join(folder, "tenants"))).toBe(false);
  expect(await readFile(join(folder, "layout"), "utf8")).toBe("shared");
});

test("a folder from before the mode was written down shows it by its databases", async () => {
  await mkdir(join(folder, "tenants/zz"), { recursive: true });
  expect(await refusal(claimDataFolder(folder, apart))).toContain("filled without --processes");
  await mkdir(join(folder, "tenants/yy/postgres"), { recursive: true });
  expect(await refusal(claimDataFolder(folder, shared))).toContain("filled with --processes");
  await (await claimDataFolder(folder, apart))();
});

test("a folder without states takes either mode", async () => {
  await (await claimDataFolder(folder, apart))();
  await (await claimDataFolder(folder, shared))();
});

test("a folder that cannot be written is named, also where the system never says no", async () => {
  const file = join(folder, "a-file");
  await writeFile(file, "");
  for (const place of [join(file, "data"), "/proc/data/deep"])
    expect(await refusal(claimDataFolder(place, shared))).toContain(`${place} cannot be written`);
});
