import type { Logger } from "@concord/runtime";
import { type Db, PgBoss } from "pg-boss";
import type postgres from "postgres";
import { connect } from "../connect.ts";

/** pg-boss hands over JSON as text, as node-postgres wants it; postgres.js would encode it a second time. */
const json = {
  from: [114, 3802],
  serialize: (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value)),
  parse: (text: string): unknown => JSON.parse(text),
};

/** pg-boss needs a client of its own: drizzle replaces a client's serializers, and a pool splits its transactions. */
export function connectBoss(url: string): postgres.Sql {
  return connect(url, {
    max: 1,
    connection: { application_name: "concord-jobs" },
    types: { json: { ...json, to: 114 }, jsonb: { ...json, to: 3802 } },
  });
}

/** Several statements in one text give a list of results, which pg-boss wants as one list of rows. */
function bossDatabase(sql: postgres.Sql): Db {
  return {
    async executeSql(text, values) {
      const result: unknown[] = await sql.unsafe(text, values?.map(toParameter));
      return { rows: result.some(Array.isArray) ? result.flat() : result };
    },
  };
}

/** Looks the same to postgres.js as it does to pg-boss; `undefined` it would refuse. */
function toParameter(value: unknown): postgres.ParameterOrJSON<never> {
  return (value ?? null) as postgres.ParameterOrJSON<never>;
}

/** Installs or updates the schema `pgboss` as the owner, so that the role that serves needs no DDL. */
export async function installBoss(ownerUrl: string): Promise<void> {
  const sql = connectBoss(ownerUrl);
  const boss = new PgBoss({
    db: bossDatabase(sql),
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  let failure: Error | undefined;
  boss.on("error", (error) => {
    failure = error;
  });
  try {
    await boss.start();
    await boss.stop({ graceful: false });
    if (failure) throw failure;
  } finally {
    await sql.end();
  }
}

/** Light enough for eight in a process: what a commit does not wake is found by the next slow look. */
export function createBoss(sql: postgres.Sql, log: Logger): PgBoss {
  const boss = new PgBoss({
    db: bossDatabase(sql),
    migrate: false,
    createSchema: false,
    registerInstance: false,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    queueCacheIntervalSeconds: 300,
    cronMonitorIntervalSeconds: 30,
    cronWorkerIntervalSeconds: 15,
    flowIntervalSeconds: 3600,
  });
  boss.on("error", (err) => log.error({ err }, "the job queue reports an error"));
  boss.on("warning", (warning) => log.debug({ warning: warning.message }, "the job queue warns"));
  return boss;
}
