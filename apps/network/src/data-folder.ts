import { existsSync, readdirSync, rmSync } from "node:fs";
import { open, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeWritable } from "@concord/database";
import { DomainError } from "@concord/runtime";
import { identify } from "./identify-process.ts";

/** What a fresh start empties; other tools keep their own folders beside it. */
const ours = ["network", "tenants", "region", "postgres", "tour.json", "layout"];

/** Whether the tenants share a database server, or each has its own in its own folder. */
type Layout = "shared" | "processes";

export interface FolderUse {
  readonly fresh: boolean;
  readonly processes: boolean;
}

/**
 * Takes the data folder for this process. Throws `network.folder-in-use` with the other process's number,
 * `network.folder-unwritable`, or `network.other-layout` where the folder was filled in the other mode: the keys are
 * the same in both and the databases are not, so a second history would be signed with keys that signed the first.
 */
export async function claimDataFolder(folder: string, use: FolderUse): Promise<() => Promise<void>> {
  await makeWritable(folder).catch(unwritable(folder));
  const lock = join(folder, "network.pid");
  await takeLock(lock, folder);
  // Also where this process is ended before it could close in order.
  const release = () => rmSync(lock, { force: true });
  process.once("exit", release);
  try {
    if (use.fresh) for (const name of ours) await rm(join(folder, name), { recursive: true, force: true });
    await keepLayout(folder, use.processes ? "processes" : "shared");
  } catch (error) {
    release();
    throw error;
  }
  return async () => {
    process.off("exit", release);
    release();
  };
}

/** A lock counts while the very process that wrote it lives; a number that meanwhile is another's does not. */
async function takeLock(lock: string, folder: string): Promise<void> {
  const [pid = "", ...identity] = (await readFile(lock, "utf8").catch(() => "")).split(" ");
  const inUse = (by: number) => new DomainError("network.folder-in-use", "unavailable", { folder, pid: by });
  if (Number(pid) > 0 && (await identify(Number(pid))) === identity.join(" ")) throw inUse(Number(pid));
  await rm(lock, { force: true });
  const file = await open(lock, "wx").catch(async (error: NodeJS.ErrnoException) => {
    // Another start was a moment faster.
    if (error.code === "EEXIST") throw inUse(Number.parseInt(await readFile(lock, "utf8"), 10) || 0);
    return unwritable(folder)();
  });
  await file.writeFile(`${process.pid} ${await identify(process.pid)}`);
  await file.close();
}

async function keepLayout(folder: string, wanted: Layout): Promise<void> {
  const file = join(folder, "layout");
  const found = (await readFile(file, "utf8").catch(() => undefined)) ?? layoutOf(folder);
  if (found !== undefined && found !== wanted && existsSync(join(folder, "tenants")))
    throw new DomainError("network.other-layout", "conflict", { folder, processes: found === "processes" });
  await writeFile(file, wanted);
}

/** Of a folder from before the layout was written down. */
function layoutOf(folder: string): Layout | undefined {
  const tenants = join(folder, "tenants");
  if (!existsSync(tenants)) return undefined;
  const apart = readdirSync(tenants).some((code) => existsSync(join(tenants, code, "postgres")));
  return apart ? "processes" : "shared";
}

function unwritable(folder: string) {
  return (): never => {
    throw new DomainError("network.folder-unwritable", "unavailable", { folder });
  };
}
