import { existsSync } from "node:fs";
import { DomainError } from "@concord/runtime";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import type postgres from "postgres";
import { connect } from "./connect.ts";
import { grantData } from "./grants.ts";
import { installBoss } from "./jobs/boss.ts";

/** A folder of drizzle migrations, `meta/_journal.json` inside; `name` tells its journal table from others'. */
export interface MigrationSet {
  readonly name: string;
  readonly folder: string;
}

export interface MigrateOptions {
  /** The role that serves: it may read and write rows and nothing else. */
  readonly appRole?: string;
  /** Tables (`schema.table`, or a table of `public`) from which `appRole` may neither update nor delete. */
  readonly appendOnly?: readonly string[];
}

const journalSchema = "drizzle";
const lockName = "concord.migrate";

/**
 * Brings a database to the newest schema as its owner; several processes may call it at once, one of them works.
 * Throws `database.migration-out-of-order` where a migration is older than one already applied, since
 * drizzle passes over such a file in silence.
 */
export async function migrate(
  ownerUrl: string,
  sets: readonly MigrationSet[],
  options: MigrateOptions = {},
): Promise<void> {
  const sql = connect(ownerUrl, { max: 1, prepare: false });
  try {
    await sql`select pg_advisory_lock(hashtext(${lockName}))`;
    await installBoss(ownerUrl);
    const db = drizzle(sql);
    for (const set of sets) {
      const migrationsTable = `migrations_${set.name}`;
      await applyMigrations(db, {
        migrationsFolder: folderOf(set),
        migrationsTable,
        migrationsSchema: journalSchema,
      });
      await checkAllApplied(sql, set, migrationsTable);
    }
    if (options.appRole) await grantData(sql, options.appRole, options.appendOnly ?? []);
  } finally {
    await sql.end();
  }
}

function folderOf(set: MigrationSet): string {
  if (!existsSync(set.folder))
    throw new DomainError("database.migrations-missing", "invalid", { set: set.name });
  return set.folder;
}

async function checkAllApplied(sql: postgres.Sql, set: MigrationSet, table: string): Promise<void> {
  const rows = await sql<{ hash: string }[]>`select hash from ${sql(journalSchema)}.${sql(table)}`;
  const applied = new Set(rows.map((row) => row.hash));
  const passedOver = readMigrationFiles({ migrationsFolder: set.folder }).filter((m) => !applied.has(m.hash));
  if (passedOver.length === 0) return;
  throw new DomainError("database.migration-out-of-order", "conflict", {
    set: set.name,
    when: passedOver.map((m) => m.folderMillis).join(", "),
  });
}
