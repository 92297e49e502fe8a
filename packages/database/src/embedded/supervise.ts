import { type ChildProcess, spawn } from "node:child_process";
import { chown, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DomainError, type Logger } from "@concord/runtime";
import type { Account } from "./account.ts";
import { ownPath } from "./folder.ts";
import { serverArguments } from "./settings.ts";

/**
 * Becomes the server, after leaving behind a watcher that reads the parent's pipe. The parent says "done" when
 * it has stopped the server itself; an end of file without it means that the parent is gone, however it went.
 * The watcher is nobody's child (two forks), since Postgres takes the end of an unknown child for a crash.
 */
const script = `
server=$$
sockets=$1
shift
exec 3<&0
( (
  read -r word <&3
  [ "$word" = done ] && exit 0
  kill -INT $server
  n=0
  while kill -0 $server && [ $n -lt 100 ]; do sleep 0.1; n=$((n+1)); done
  kill -QUIT $server
  rm -rf "$sockets"
) </dev/null >/dev/null 2>&1 & )
exec "$@" 3<&- </dev/null
`;

export interface ServerProcess {
  readonly socketFolder: string;
  stop(): Promise<void>;
}

export interface Launch {
  readonly binaries: string;
  readonly data: string;
  readonly account: Account | undefined;
  readonly durable: boolean;
  readonly log: Logger;
}

/** Starts the server and waits until it takes connections. Throws `database.server-failed`. */
export async function launchServer(launch: Launch): Promise<ServerProcess> {
  const socketFolder = await makeSocketFolder(launch.account);
  const child = spawnServer(launch, socketFolder);
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  const release = async () => {
    child.stdin?.end("done\n");
    await rm(socketFolder, { recursive: true, force: true });
  };
  try {
    await untilReady(child, ended, launch);
  } catch (error) {
    await release();
    throw error;
  }
  // The server must not keep its parent alive: a parent that simply ends is noticed by the watcher.
  child.unref();
  let stopping = false;
  ended.then(() => {
    if (!stopping)
      launch.log.error({ exit: child.exitCode, signal: child.signalCode }, "the database server ended");
  });
  const stop = async () => {
    stopping = true;
    child.ref();
    child.kill("SIGINT");
    const impatient = setTimeout(() => child.kill("SIGQUIT"), 3_000);
    await ended;
    clearTimeout(impatient);
    await release();
  };
  let stopped: Promise<void> | undefined;
  return {
    socketFolder,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

function spawnServer(launch: Launch, socketFolder: string): ChildProcess {
  const { account, binaries, data } = launch;
  const settings = serverArguments({ socketFolder, durable: launch.durable });
  const server = [join(binaries, "bin", "postgres"), "-D", ownPath(data, account), ...settings];
  return spawn("/bin/sh", ["-c", script, "concord-database", socketFolder, ...server], {
    ...account,
    cwd: data,
    // Its own session: Ctrl-C in a terminal reaches the parent alone, which closes things in order.
    detached: true,
    env: { LC_ALL: "C", TZ: "UTC", PATH: "/usr/bin:/bin" },
    stdio: ["pipe", "ignore", "pipe"],
  });
}

async function untilReady(child: ChildProcess, ended: Promise<void>, launch: Launch): Promise<void> {
  const { stderr } = child;
  if (!stderr) throw new Error("the server has no log");
  const lines: string[] = [];
  const ready = new Promise<true>((resolve) => {
    createInterface(stderr).on("line", (line) => {
      lines.push(line);
      if (lines.length > 40) lines.shift();
      if (line.includes("ready to accept connections")) resolve(true);
    });
  });
  if (await Promise.race([ready, ended])) {
    if ("unref" in stderr && typeof stderr.unref === "function") stderr.unref();
    return;
  }
  const taken = lines.some((line) => /lock file .* already exists|shared memory block/.test(line));
  if (taken) throw new DomainError("database.folder-in-use", "conflict", { folder: launch.data });
  launch.log.error({ output: lines }, "the database server did not start");
  throw new DomainError("database.server-failed", "unavailable", { folder: launch.data });
}

/** A socket's path holds at most 103 bytes on some systems, so it lives in a short temporary folder. */
async function makeSocketFolder(account: Account | undefined): Promise<string> {
  const base = (await isRoomy(tmpdir(), account)) ? tmpdir() : "/tmp";
  const folder = await mkdtemp(join(base, "concord-"));
  if (account) await chown(folder, account.uid, account.gid);
  return folder;
}

async function isRoomy(folder: string, account: Account | undefined): Promise<boolean> {
  if (folder.length > 60) return false;
  if (!account) return true;
  const { mode } = await stat(folder);
  return (mode & 0o001) !== 0 && folder.split("/").length <= 2;
}
