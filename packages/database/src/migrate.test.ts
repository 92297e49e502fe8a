import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer } from "../test/start-server.ts";
import { connect } from "./connect.ts";
import type { EmbeddedServer } from "./embedded/server.ts";
import { type MigrationSet, migrate } from "./migrate.ts";

let server: EmbeddedServer;
const folders = new Set<string>();

beforeAll(async () => {
  server = await startServer();
});

afterAll(async () => {
  await server.stop();
  for (const folder of folders) await rm(folder, { recursive: true });
});

async function writeSet(
  name: string,
  steps: readonly { when: number; sql: string }[],
  folder?: string,
): Promise<MigrationSet> {
  const into = folder ?? (await mkdtemp(join(tmpdir(), "concord-set-")));
  folders.add(into);
  await mkdir(join(into, "meta"), { recursive: true });
  const entries = steps.map(({ when }, idx) => ({
    idx,
    version: "7",
    when,
    tag: `step_${when}`,
    breakpoints: true,
  }));
  await writeFile(
    join(into, "meta", "_journal.json"),
    JSON.stringify({ version: "7", dialect: "postgresql", entries }),
  );
  for (const { when, sql } of steps) await writeFile(join(into, `step_${when}.sql`), sql);
  return { name, folder: into };
}

async function fresh(name: string): Promise<{ owner: string; app: string }> {
  await server.ensureDatabase(name);
  return { owner: server.url(name, "owner"), app: server.url(name, "app") };
}

test("several sets, several processes at once: each step once, rows for the app and no more", async () => {
  const { owner, app } = await fresh("several");
  const first = await writeSet("first", [
    { when: 10, sql: "create table a (id serial primary key); insert into a default values" },
  ]);
  const second = await writeSet("second", [
    {
      when: 5,
      sql: "create schema peer; create table peer.b (id int generated always as identity); create table log (id int)",
    },
  ]);
  const options = { appRole: "concord_app", appendOnly: ["log"] };
  await Promise.all([1, 2, 3].map(() => migrate(owner, [first, second], options)));
  const sql = connect(app, { max: 1 });
  expect(await sql`select count(*)::int as n from a`).toEqual([{ n: 1 }]);
  await sql`insert into a default values`;
  await sql`insert into peer.b default values`;
  await sql`insert into log values (1)`;
  for (const refused of [
    "update log set id = 2",
    "delete from log",
    "truncate a",
    "drop table a",
    "create table c (id int)",
    "delete from drizzle.migrations_first",
  ]) {
    await expect(sql.unsafe(refused), refused).rejects.toMatchObject({ code: "42501" });
  }
  await sql.end();
});

test("a later step is applied once and its table is open to the app", async () => {
  const { owner, app } = await fresh("later");
  const steps = [{ when: 10, sql: "create table a (id int)" }];
  const set = await writeSet("only", steps);
  await migrate(owner, [set], { appRole: "concord_app" });
  await writeSet("only", [...steps, { when: 20, sql: "create table b (id int)" }], set.folder);
  await migrate(owner, [set], { appRole: "concord_app" });
  const sql = connect(app, { max: 1 });
  await sql`insert into b values (1)`;
  await sql.end();
});

test("a step older than one already applied is refused instead of passed over", async () => {
  const { owner } = await fresh("order");
  const set = await writeSet("only", [{ when: 10, sql: "create table a (id int)" }]);
  await migrate(owner, [set]);
  await writeSet(
    "only",
    [
      { when: 5, sql: "create table late (id int)" },
      { when: 10, sql: "create table a (id int)" },
    ],
    set.folder,
  );
  await expect(migrate(owner, [set])).rejects.toMatchObject({ code: "database.migration-out-of-order" });
});

test("a failing step leaves nothing behind and frees the lock", async () => {
  const { owner } = await fresh("failing");
  const set = await writeSet("only", [
    { when: 10, sql: "create table a (id int);--> statement-breakpoint\nselect 1 / 0" },
  ]);
  await expect(migrate(owner, [set])).rejects.toThrow();
  const sql = connect(owner, { max: 1 });
  expect(await sql`select to_regclass('a') as a`).toEqual([{ a: null }]);
  await sql.end();
  await writeSet("only", [{ when: 10, sql: "create table a (id int)" }], set.folder);
  await migrate(owner, [set]);
});
