import { sql } from "drizzle-orm";
import { integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startServer } from "../test/start-server.ts";
import { afterCommit } from "./after-commit.ts";
import { type Database, openDatabase } from "./database.ts";
import type { EmbeddedServer } from "./embedded/server.ts";
import { isUniqueViolation } from "./violations.ts";

const note = pgTable("note", { id: integer().primaryKey(), words: text() }, (t) => [
  unique("note_words").on(t.words),
]);

let server: EmbeddedServer;
let database: Database;

beforeAll(async () => {
  server = await startServer();
  await server.ensureDatabase("plain");
  database = openDatabase(server.url("plain", "owner"));
  await database.db.execute(
    sql`create table note (id int primary key, words text constraint note_words unique)`,
  );
});

beforeEach(async () => {
  await database.db.delete(note);
});

afterAll(async () => {
  await database.close();
  await server.stop();
});

test("what follows a commit sees the rows and runs once", async () => {
  const seen: Promise<number>[] = [];
  await database.transaction(async (tx) => {
    afterCommit(tx, () => seen.push(database.db.$count(note)));
    await tx.insert(note).values({ id: 1 });
    expect(seen).toHaveLength(0);
  });
  expect(await Promise.all(seen)).toEqual([1]);
});

test("nothing follows a rollback, of the whole or of a savepoint", async () => {
  const ran: string[] = [];
  const failing = database.transaction(async (tx) => {
    afterCommit(tx, () => ran.push("whole"));
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  await database.transaction(async (tx) => {
    await tx.transaction(async (inner) => {
      afterCommit(inner, () => ran.push("kept"));
      await inner.insert(note).values({ id: 1 });
    });
    const lost = tx.transaction(async (inner) => {
      afterCommit(inner, () => ran.push("lost"));
      throw new Error("inner");
    });
    await expect(lost).rejects.toThrow("inner");
    expect(ran).toEqual([]);
  });
  expect(ran).toEqual(["kept"]);
  expect(await database.db.$count(note)).toBe(1);
});

test("a hook that fails neither undoes the commit nor stops the others", async () => {
  const ran: string[] = [];
  const result = await database.transaction(async (tx) => {
    afterCommit(tx, () => {
      throw new Error("hook");
    });
    afterCommit(tx, () => ran.push("second"));
    return "result";
  });
  expect([result, ...ran]).toEqual(["result", "second"]);
});

test("a transaction that Database.transaction did not open is refused", async () => {
  await database.db.transaction(async (tx) => {
    expect(() => afterCommit(tx, () => undefined)).toThrow("Database.transaction");
  });
});

test("a duplicate is told from other faults, by its constraint if asked", async () => {
  await database.db.insert(note).values({ id: 1, words: "a" });
  const duplicate = await database.db
    .insert(note)
    .values({ id: 2, words: "a" })
    .catch((error: unknown) => error);
  expect(isUniqueViolation(duplicate)).toBe(true);
  expect(isUniqueViolation(duplicate, "note_words")).toBe(true);
  expect(isUniqueViolation(duplicate, "note_pkey")).toBe(false);
  const other = await database.db.execute(sql`select 1 / 0`).catch((error: unknown) => error);
  expect(isUniqueViolation(other)).toBe(false);
  expect(isUniqueViolation("23505")).toBe(false);
});

test("a named query is prepared on the server, but not where it is switched off", async () => {
  const statements = async (prepare: boolean) => {
    const one = openDatabase(server.url("plain", "owner"), { max: 1, prepare });
    const query = one.db
      .select()
      .from(note)
      .where(sql`${note.id} = ${sql.placeholder("id")}`)
      .prepare("one_note");
    await query.execute({ id: 1 });
    await query.execute({ id: 2 });
    const found = await one.sql.unsafe("select 1 from pg_prepared_statements where statement like '%note%'");
    await one.close();
    return found.length;
  };
  expect(await statements(true)).toBe(1);
  expect(await statements(false)).toBe(0);
});
