import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { DomainError } from "@concord/runtime";

const run = promisify(execFile);
/** A server whose parent was just killed needs a moment to notice, and longer to shut down once it has. */
const patienceMs = { running: 3_000, stopping: 30_000 };
const stepMs = 50;

/**
 * Waits until no server works on the data folder, and removes what a killed one left behind.
 * Throws `database.folder-in-use` when another one goes on serving it.
 */
export async function claimFolder(data: string): Promise<void> {
  for (let waited = 0; ; waited += stepMs) {
    const holder = await readHolder(data);
    if (!holder) return;
    if (!(await isPostgres(holder.pid))) return rm(join(data, "postmaster.pid"), { force: true });
    const patience = holder.stopping ? patienceMs.stopping : patienceMs.running;
    if (waited >= patience) throw new DomainError("database.folder-in-use", "conflict", { folder: data });
    await sleep(stepMs);
  }
}

/** Line 1 of postmaster.pid is the process, line 8 its status (src/include/utils/pidfile.h). */
async function readHolder(data: string): Promise<{ pid: number; stopping: boolean } | undefined> {
  const lines = await readFile(join(data, "postmaster.pid"), "utf8").then(
    (text) => text.split("\n"),
    () => [],
  );
  const pid = Number.parseInt(lines[0] ?? "", 10);
  return pid > 0 ? { pid, stopping: lines[7]?.trim() === "stopping" } : undefined;
}

/** The number in the file may meanwhile be another program's, above all in a container that restarted. */
async function isPostgres(pid: number): Promise<boolean> {
  if (existsSync("/proc/self/comm")) {
    const name = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "");
    return name.trim() === "postgres";
  }
  const listed = await run("ps", ["-p", String(pid), "-o", "comm="]).catch(() => ({ stdout: "" }));
  return listed.stdout.trim().endsWith("postgres");
}
