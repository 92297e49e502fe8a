import type { Tx } from "@concord/database";
import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

/**
 * Stores many rows given as one value that Postgres takes apart: a parameter for each column of each row costs more
 * than the storing. A column that a row leaves out is null, whatever its default.
 */
export async function insertRows<Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table["$inferInsert"][],
  onConflict: SQL = sql``,
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.entries(getTableColumns(table));
  const list = rows.map((row) =>
    Object.fromEntries(columns.map(([key, { name }]) => [name, row[key as keyof typeof row]])),
  );
  await tx.execute(sql`insert into ${table}
    select * from json_populate_recordset(null::${table}, ${JSON.stringify(list)}::json) ${onConflict}`);
}
