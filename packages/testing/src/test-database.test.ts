import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "@concord/database";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "./test-database.ts";

const folder = mkdtempSync(join(tmpdir(), "concord-migrations-"));
mkdirSync(join(folder, "meta"));
writeFileSync(join(folder, "0000_start.sql"), "create table note (id int primary key, words text not null);");
writeFileSync(
  join(folder, "meta", "_journal.json"),
  JSON.stringify({
    version: "7",
    dialect: "postgresql",
    entries: [{ idx: 0, version: "7", when: 1, tag: "0000_start", breakpoints: true }],
  }),
);
const sets = [{ name: "notes", folder }];

let one: TestDatabase;
let other: TestDatabase;

beforeAll(async () => {
  [one, other] = await Promise.all([testDatabase(sets), testDatabase(sets)]);
});

afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
  rmSync(folder, { recursive: true });
});

test("two databases of the same migrations do not see each other's rows", async () => {
  await one.database.db.execute(sql`insert into note values (1, 'here')`);
  expect(await one.database.db.execute(sql`select * from note`)).toHaveLength(1);
  expect(await other.database.db.execute(sql`select * from note`)).toHaveLength(0);
});

test("the role that serves may not change tables", async () => {
  await expect(one.database.sql`create table sneaky (id int)`).rejects.toMatchObject({ code: "42501" });
  await expect(one.database.sql`drop table note`).rejects.toMatchObject({ code: "42501" });
});

test("a database in which a superuser is at work, as autovacuum is, is dropped once that one has gone", async () => {
  const third = await testDatabase(sets);
  const worker = connect(third.ownerUrl.replace("concord_owner", "postgres"), { max: 1 });
  await worker`select 1`;
  const closed = third.close();
  await sleep(500);
  await worker.end();
  await closed;
  const [left] = await one.database.sql`
    select 1 from pg_database where datname = ${new URL(third.ownerUrl).pathname.slice(1)}`;
  expect(left).toBeUndefined();
});
