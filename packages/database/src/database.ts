import type { Logger } from "@concord/runtime";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { collectHooks } from "./after-commit.ts";
import { connect } from "./connect.ts";
import { preparedClient } from "./prepared-client.ts";

export type Db = PostgresJsDatabase<Record<string, never>>;
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

/** What a query needs: the database itself or a transaction of it. */
export type Executor = Db | Tx;

export interface Database {
  readonly db: Db;
  /** The client under drizzle. Drizzle replaces its date and JSON serializers: it gives and takes strings for those. */
  readonly sql: postgres.Sql;
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Connections at most; 8 unless told. */
  readonly max?: number;
  readonly log?: Logger;
  /** Whether named (`.prepare("name")`) queries are prepared on the server; false behind PgBouncer. */
  readonly prepare?: boolean;
}

export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const { log } = options;
  const sql = connect(url, {
    max: options.max ?? 8,
    prepare: options.prepare ?? true,
    idle_timeout: 60,
    connection: { application_name: "concord" },
    onnotice: (notice) => log?.debug({ code: notice.code }, "database notice"),
  });
  const db = drizzle(sql);
  return {
    db,
    sql,
    transaction: (work) => inTransaction(db, work, log),
    close: () => sql.end({ timeout: 3 }),
  };
}

/** The same database and connections for an import: whatever it asks is prepared on the server, once for each connection. */
export function preparing(database: Database, log?: Logger): Database {
  const db = drizzle(preparedClient(database.sql));
  return { ...database, db, transaction: (work) => inTransaction(db, work, log) };
}

async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>, log: Logger | undefined): Promise<T> {
  const hooks: (() => void)[] = [];
  const result = await db.transaction((tx) => {
    collectHooks(tx, hooks);
    return work(tx);
  });
  for (const run of hooks) {
    try {
      run();
    } catch (err) {
      // The work is committed: a hook that fails must not look like a rollback to the caller.
      log?.error({ err }, "a hook failed after commit");
    }
  }
  return result;
}
