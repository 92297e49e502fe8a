import { mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { DomainError } from "@concord/runtime";

/** What a fresh start empties; other tools keep their own folders beside it. */
const ours = ["network", "tenants", "region", "postgres", "tour.json"];

/**
 * Takes the data folder for this process. Throws `network.folder-in-use` with the other process's number,
 * or `network.folder-unwritable`. The lock of a process that is gone does not count.
 */
export async function claimDataFolder(
  folder: string,
  options: { fresh: boolean },
): Promise<() => Promise<void>> {
  const lock = join(folder, "network.pid");
  await mkdir(folder, { recursive: true }).catch(unwritable(folder));
  const holder = Number(await readFile(lock, "utf8").catch(() => ""));
  if (holder > 0 && isAlive(holder))
    throw new DomainError("network.folder-in-use", "unavailable", { folder, pid: holder });
  await rm(lock, { force: true });
  const file = await open(lock, "wx").catch(unwritable(folder));
  await file.writeFile(String(process.pid));
  await file.close();
  if (options.fresh) {
    for (const name of ours) await rm(join(folder, name), { recursive: true, force: true });
  }
  return () => rm(lock, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not ours to signal, and therefore alive.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function unwritable(folder: string) {
  return (cause: unknown): never => {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
    throw new DomainError("network.folder-unwritable", "unavailable", { folder, reason });
  };
}
