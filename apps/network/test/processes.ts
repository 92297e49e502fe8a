import { execFile } from "node:child_process";
import { readdir, readFile, readlink } from "node:fs/promises";
import { promisify } from "node:util";

export interface Listed {
  readonly pid: number;
  /** Command and arguments, with spaces between, and the folder that it works in where that is known. */
  readonly args: string;
}

/** What runs on this machine whose command line, or folder, names `part`: from /proc, and where there is none from `ps`. */
export async function processesNaming(part: string): Promise<Listed[]> {
  const listed = (await fromProc()) ?? (await fromPs());
  return listed.filter(({ pid, args }) => args.includes(part) && pid !== process.pid);
}

async function fromProc(): Promise<Listed[] | undefined> {
  const names = await readdir("/proc").catch(() => []);
  const pids = names.filter((name) => /^\d+$/.test(name));
  if (pids.length === 0) return undefined;
  return Promise.all(
    pids.map(async (pid) => {
      // Empty for a process that ended meanwhile, or that only waits to be collected.
      const said = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
      // A backend of Postgres has a title in place of its arguments, and works in its data folder.
      const works = await readlink(`/proc/${pid}/cwd`).catch(() => "");
      return { pid: Number(pid), args: `${said.replaceAll("\0", " ").trim()} ${said && works}` };
    }),
  );
}

async function fromPs(): Promise<Listed[]> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-ww", "-o", "pid=,args="], {
    maxBuffer: 1 << 24,
  });
  return stdout.split("\n").map((line) => {
    const [, pid = "0", args = ""] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
    return { pid: Number(pid), args };
  });
}
