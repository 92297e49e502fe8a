import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * What tells a process from a later one with the same number: when it began. A container that restarts gives its
 * processes the same numbers again. Undefined where there is no such process.
 */
export async function identify(pid: number): Promise<string | undefined> {
  if (!existsSync("/proc/self/stat")) {
    const { stdout } = await run("ps", ["-p", String(pid), "-o", "lstart="]).catch(() => ({ stdout: "" }));
    return stdout.trim() || undefined;
  }
  // Field 22 of proc_pid_stat(5), counted from behind the name, which may hold anything.
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
}
