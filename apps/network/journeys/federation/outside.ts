import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Sql } from "./states.ts";

/** Every file of an instance's folder, its database server's own apart, that holds the bytes with this hash. */
export async function filesHolding(folder: string, sha256: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .filter((path) => !path.startsWith("postgres/"));
  const hashes = await Promise.all(paths.map(async (path) => hashOf(await readFile(join(folder, path)))));
  return paths.filter((_, at) => hashes[at] === sha256);
}

/** Every table with a row that has the words in whatever column. */
export async function tablesSaying(sql: Sql, words: string): Promise<string[]> {
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`;
  if (tables.length < 40) throw new Error("these are not the tables of an instance");
  const said: string[] = [];
  for (const { name } of tables) {
    const rows = await sql`select 1 from ${sql.unsafe(name)} t where t::text ilike ${`%${words}%`} limit 1`;
    if (rows.length > 0) said.push(name);
  }
  return said;
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
