import { spawn } from "node:child_process";
import {
  access,
  chmod,
  chown,
  constants,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { DomainError } from "@concord/runtime";
import type { Account } from "./account.ts";

/** The Postgres major version of the embedded server; a data folder belongs to one. */
const majorVersion = "18";
const staleAfterMs = 60_000;

export interface ClusterMaker {
  readonly binaries: string;
  readonly account: Account | undefined;
  /** Whether a fresh cluster must be on disk before it is used. */
  readonly durable: boolean;
}

/**
 * Makes `folder/data` a database cluster that `account` owns, and returns its path.
 * Throws `database.folder-unwritable` or `database.folder-version`.
 */
export async function prepareCluster(folder: string, maker: ClusterMaker): Promise<string> {
  await makeWritable(folder);
  const data = join(folder, "data");
  await removeUnfinished(folder);
  if (!(await exists(join(data, "PG_VERSION")))) await initialise(folder, data, maker);
  const version = (await readFile(join(data, "PG_VERSION"), "utf8")).trim();
  if (version !== majorVersion) {
    throw new DomainError("database.folder-version", "conflict", { folder, version, expected: majorVersion });
  }
  return data;
}

/** Makes the folder where it is missing. Throws `database.folder-unwritable` where nothing can be written. */
export async function makeWritable(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    // Root passes every access check, so only a real write tells (a read-only or a foreign file system).
    await rm(await mkdtemp(join(folder, "probe-")), { recursive: true });
  } catch {
    throw unwritable(folder);
  }
}

/** Not `mkdir` with `recursive`, which never returns where a file system refuses every new name, as /proc does. */
async function makeFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return;
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  await mkdir(folder).catch(async (error) => {
    // Another process may have made it in between.
    if (!(await stat(folder)).isDirectory()) throw error;
  });
}

function unwritable(folder: string): DomainError {
  return new DomainError("database.folder-unwritable", "unavailable", { folder });
}

/** A cluster is built aside and renamed, so that a kill in the middle leaves no half of one. */
async function initialise(folder: string, data: string, maker: ClusterMaker): Promise<void> {
  const { account } = maker;
  const staging = await mkdtemp(join(folder, "initialising-"));
  await chmod(staging, 0o700);
  if (account) {
    await chown(staging, account.uid, account.gid).catch(() => {
      throw unwritable(folder);
    });
  }
  await initdb(staging, maker);
  // Someone else may have been first on the same empty folder; then theirs stays.
  await rename(staging, data).catch(() => rm(staging, { recursive: true, force: true }));
}

/** The server's own folder as it sees it: root's home is closed to the account, but not its working folder. */
export function ownPath(data: string, account: Account | undefined): string {
  return account && process.platform === "linux" ? "/proc/self/cwd" : data;
}

function initdb(data: string, { binaries, account, durable }: ClusterMaker): Promise<void> {
  const options = "--username=postgres --auth=trust --encoding=UTF8 --no-instructions";
  const locale = "--locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C";
  const args = [
    "-D",
    ownPath(data, account),
    ...options.split(" "),
    ...locale.split(" "),
    ...(durable ? [] : ["--no-sync"]),
  ];
  const child = spawn(join(binaries, "bin", "initdb"), args, {
    ...account,
    cwd: data,
    env: { LC_ALL: "C", TZ: "UTC", PATH: "/usr/bin:/bin" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) return resolve();
      const cause = new Error(complaint.trim());
      const failure = new DomainError("database.initialising-failed", "unavailable", { folder: data });
      failure.cause = cause;
      reject(failure);
    });
  });
}

async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith("initialising-") && !name.startsWith("probe-")) continue;
    const path = join(folder, name);
    const { ctimeMs } = await stat(path);
    // A younger one may be another process at work; it costs a name in a folder, and the next start removes it.
    if (performance.timeOrigin + performance.now() - ctimeMs > staleAfterMs) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
