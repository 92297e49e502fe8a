import type postgres from "postgres";

/**
 * Lets `role` read and write the rows of every schema the connected owner has, now and after later migrations;
 * it gets no DDL. The migration journals stay read-only.
 */
export async function grantData(
  sql: postgres.Sql,
  role: string,
  appendOnly: readonly string[],
): Promise<void> {
  const schemas = await sql<{ name: string }[]>`
    select nspname as name from pg_namespace
    where nspname not like 'pg\\_%' and nspname <> 'information_schema'
      and (nspname = 'public' or pg_has_role(current_user, nspowner, 'member'))`;
  for (const { name } of schemas) await grantSchema(sql, name, role);
  for (const table of appendOnly) {
    await sql`revoke update, delete, truncate on ${sql(table)} from ${sql(role)}`;
  }
}

async function grantSchema(sql: postgres.Sql, schema: string, role: string): Promise<void> {
  const to = sql(role);
  const of = sql(schema);
  await sql`grant usage on schema ${of} to ${to}`;
  if (schema === "drizzle") {
    await sql`grant select on all tables in schema ${of} to ${to}`;
    return;
  }
  await sql`grant select, insert, update, delete on all tables in schema ${of} to ${to}`;
  await sql`grant usage, select on all sequences in schema ${of} to ${to}`;
  await sql`grant execute on all functions in schema ${of} to ${to}`;
  await sql`alter default privileges in schema ${of} grant select, insert, update, delete on tables to ${to}`;
  await sql`alter default privileges in schema ${of} grant usage, select on sequences to ${to}`;
}
