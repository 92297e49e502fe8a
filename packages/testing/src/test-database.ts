import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { connect, type Database, type MigrationSet, migrate, openDatabase } from "@concord/database";
import { inject } from "vitest";
import { databasePlaceholder } from "./test-server.ts";

const insufficientPrivilege = "42501";

export interface TestDatabase {
  /** Connected as the role that serves, which may not change tables. */
  readonly database: Database;
  readonly ownerUrl: string;
  readonly appUrl: string;
  close(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** As for `migrate`: tables that the serving role may only add to. */
  readonly appendOnly?: readonly string[];
}

/**
 * An own database with the migrations of `sets`, cloned from a template that is migrated once in a run.
 * One per test file, in `beforeAll`; the package's vitest.config.ts must name `global-setup.ts`.
 */
export async function testDatabase(
  sets: readonly MigrationSet[],
  options: TestDatabaseOptions = {},
): Promise<TestDatabase> {
  const server = inject("concordTestServer");
  if (!server)
    throw new Error("name packages/testing/src/global-setup.ts as globalSetup in vitest.config.ts");
  const owner = (database: string) => server.owner.replace(databasePlaceholder, database);
  const app = (database: string) => server.app.replace(databasePlaceholder, database);
  const name = `test_${randomBytes(8).toString("hex")}`;
  const admin = connect(owner("postgres"), { max: 1 });
  try {
    const template = await ensureTemplate(admin, owner, sets, options);
    await admin`create database ${admin(name)} template ${admin(template)}`;
  } finally {
    await admin.end();
  }
  const database = openDatabase(app(name), { max: 5 });
  return {
    database,
    ownerUrl: owner(name),
    appUrl: app(name),
    async close() {
      await database.close();
      await dropDatabase(owner("postgres"), name);
    },
  };
}

async function ensureTemplate(
  admin: ReturnType<typeof connect>,
  owner: (database: string) => string,
  sets: readonly MigrationSet[],
  options: TestDatabaseOptions,
): Promise<string> {
  const template = `template_${fingerprint(sets, options)}`;
  // Test files run in several processes: the first one migrates, the others wait for it here.
  await admin`select pg_advisory_lock(hashtext(${template}))`;
  try {
    const [ready] = await admin`select 1 from pg_database where datname = ${template}`;
    if (!ready) {
      const building = `${template}_new`;
      await admin`drop database if exists ${admin(building)}`;
      await admin`create database ${admin(building)}`;
      await migrate(owner(building), sets, { appRole: "concord_app", ...options });
      await admin`alter database ${admin(building)} rename to ${admin(template)}`;
    }
  } finally {
    await admin`select pg_advisory_unlock(hashtext(${template}))`;
  }
  return template;
}

function fingerprint(sets: readonly MigrationSet[], options: TestDatabaseOptions): string {
  const hash = createHash("sha256").update(JSON.stringify(options));
  for (const { name, folder } of sets) {
    hash.update(`\n${name}\n`);
    for (const file of readdirSync(folder)
      .filter((entry) => entry.endsWith(".sql"))
      .sort()) {
      hash.update(file).update(readFileSync(join(folder, file)));
    }
  }
  return hash.digest("hex").slice(0, 16);
}

async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  const admin = connect(adminUrl, { max: 1 });
  try {
    await admin`drop database if exists ${admin(name)} with (force)`.catch(async (error: unknown) => {
      // A worker of autovacuum counts as a superuser's: force may not end it, a plain drop asks it to leave and waits.
      if (!(error instanceof Error && "code" in error && error.code === insufficientPrivilege)) throw error;
      await admin`drop database if exists ${admin(name)}`;
    });
  } finally {
    await admin.end();
  }
}
