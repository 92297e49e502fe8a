import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer } from "../test/start-server.ts";
import { type Database, openDatabase, preparing } from "./database.ts";
import type { EmbeddedServer } from "./embedded/server.ts";

let server: EmbeddedServer;
let database: Database;
beforeAll(async () => {
  server = await startServer();
  await server.ensureDatabase("plain");
  database = openDatabase(server.url("plain", "owner"));
});
afterAll(async () => {
  await database.close();
  await server.stop();
});

test("prepares a query once and asks it with other values, in transactions and savepoints too", async () => {
  const fast = preparing(database);
  const double = (value: number) => sql`select ${value}::int * 2 as doubled`;
  const found = await fast.transaction(async (tx) => {
    const [first] = await tx.execute(double(4));
    const [second] = await tx.transaction((inner) => inner.execute(double(5)));
    const [names] = await tx.execute(
      sql`select count(*)::int as n from pg_prepared_statements where statement like '%doubled%' and statement not like '%pg_prepared%'`,
    );
    return [first, second, names];
  });
  expect(found).toMatchObject([{ doubled: 8 }, { doubled: 10 }, { n: 1 }]);
});

test("rolls back and leaves the connection usable", async () => {
  const fast = preparing(database);
  await expect(fast.transaction((tx) => tx.execute(sql`select 1 / ${0}::int`))).rejects.toThrow();
  expect(await fast.db.execute(sql`select ${1}::int as one`)).toMatchObject([{ one: 1 }]);
});
