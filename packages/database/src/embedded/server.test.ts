import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { quiet } from "../../test/start-server.ts";
import { connect } from "../connect.ts";
import { startEmbeddedServer } from "./server.ts";

const holder = join(import.meta.dirname, "../../test/hold-server.ts");
let home: string;
let folder: string;
const children: ChildProcessByStdio<null, Readable, Readable>[] = [];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "concord-embedded-"));
  folder = join(home, "database");
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

function hold(mode: "write" | "idle" | "leave") {
  const child = spawn(process.execPath, [holder, folder, mode], { stdio: ["ignore", "pipe", "pipe"] });
  children.push(child);
  const lines: string[] = [];
  const ready = new Promise<void>((resolve, reject) => {
    createInterface(child.stdout).on("line", (line) => {
      lines.push(line);
      if (line === "ready") resolve();
    });
    let complaint = "";
    child.stderr.on("data", (chunk) => {
      complaint += chunk;
    });
    child.once("exit", () => reject(new Error(`the holder ended: ${complaint}`)));
  });
  return { child, lines, ready };
}

async function serverPid(): Promise<number> {
  return Number.parseInt(await readFile(join(folder, "data", "postmaster.pid"), "utf8"), 10);
}

async function waitUntilGone(pid: number): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 50) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await sleep(50);
  }
  throw new Error(`process ${pid} is still there`);
}

test("a parent killed while it writes leaves no server, and every acknowledged row is there after a restart", async () => {
  const { child, lines, ready } = hold("write");
  await ready;
  const pid = await serverPid();
  while (lines.length < 50) await sleep(10);
  child.kill("SIGKILL");
  await once(child, "close");
  const server = await startEmbeddedServer({ folder, log: quiet });
  await waitUntilGone(pid);
  const sql = connect(server.url("held", "app"), { max: 1 });
  const ownerSql = connect(server.url("held", "owner"), { max: 1 });
  const rows = await ownerSql<{ id: number }[]>`select id from row`;
  const acknowledged = lines.slice(1).map(Number);
  expect(acknowledged.length).toBeGreaterThan(40);
  expect(rows.map((row) => row.id)).toEqual(expect.arrayContaining(acknowledged));
  await Promise.all([sql.end(), ownerSql.end(), server.stop()]);
});

test("a parent that ends without stopping the server takes it along, sockets included", async () => {
  const { child, ready } = hold("leave");
  await ready;
  const pidFile = await readFile(join(folder, "data", "postmaster.pid"), "utf8").catch(() => "");
  if (child.exitCode === null) await once(child, "exit");
  const [pid = "", , , , sockets = ""] = pidFile.split("\n");
  await waitUntilGone(Number(pid));
  for (let waited = 0; existsSync(sockets) && waited < 2_000; waited += 50) await sleep(50);
  expect(sockets).toContain("concord-");
  expect(existsSync(sockets)).toBe(false);
});

test("a folder that another process serves is refused, and left unharmed", async () => {
  const { child, ready } = hold("idle");
  await ready;
  await expect(startEmbeddedServer({ folder, log: quiet })).rejects.toMatchObject({
    code: "database.folder-in-use",
    params: { folder: join(folder, "data") },
  });
  expect(child.exitCode).toBeNull();
  process.kill(await serverPid(), 0);
});

test("a lock file whose number now belongs to another program is no obstacle", async () => {
  const first = await startEmbeddedServer({ folder, log: quiet });
  await first.stop();
  await writeFile(
    join(folder, "data", "postmaster.pid"),
    `${process.pid}\n${folder}\n1\n5432\n\n\n\nready\n`,
  );
  const second = await startEmbeddedServer({ folder, log: quiet });
  await second.stop();
});

test("a folder where nothing can be written is refused", async () => {
  const file = join(home, "a-file");
  await writeFile(file, "");
  const blocked = [join(file, "database"), "/proc/database"];
  if (process.getuid?.() !== 0) {
    await mkdir(join(home, "closed"));
    await chmod(join(home, "closed"), 0o500);
    blocked.push(join(home, "closed", "database"));
  }
  for (const path of blocked) {
    await expect(startEmbeddedServer({ folder: path, log: quiet })).rejects.toMatchObject({
      code: "database.folder-unwritable",
      params: { folder: path },
    });
  }
});

test("a data folder of another Postgres version is refused", async () => {
  await mkdir(join(folder, "data"), { recursive: true });
  await writeFile(join(folder, "data", "PG_VERSION"), "17\n");
  await expect(startEmbeddedServer({ folder, log: quiet })).rejects.toMatchObject({
    code: "database.folder-version",
    params: { version: "17", expected: "18" },
  });
});

test("it serves from a folder that only its owner may enter, however long and odd its name", async () => {
  await chmod(home, 0o700);
  folder = join(home, "a folder with spaces, ünïcode and ".padEnd(120, "x"), "y".repeat(100));
  const server = await startEmbeddedServer({ folder, log: quiet });
  await server.ensureDatabase("odd");
  await server.ensureDatabase("odd");
  const sql = connect(server.url("odd", "app"), { max: 1 });
  expect(await sql`select current_user as who`).toEqual([{ who: "concord_app" }]);
  await server.dropDatabase("odd");
  await sql.end();
  await server.stop();
});

test("it is durable unless told otherwise", async () => {
  const server = await startEmbeddedServer({ folder, log: quiet });
  const sql = connect(server.url("postgres", "app"), { max: 1 });
  const [settings] = await sql`select current_setting('fsync') as fsync,
    current_setting('synchronous_commit') as commit, current_setting('listen_addresses') as tcp`;
  expect(settings).toEqual({ fsync: "on", commit: "on", tcp: "" });
  await sql.end();
  await server.stop();
});
