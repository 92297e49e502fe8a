import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DomainError, type Logger } from "@concord/runtime";
import type postgres from "postgres";
import { connect, socketUrl } from "../connect.ts";
import { serverAccount } from "./account.ts";
import { findBinaries } from "./binaries.ts";
import { claimFolder } from "./claim.ts";
import { prepareCluster } from "./folder.ts";
import { type Launch, launchServer, type ServerProcess } from "./supervise.ts";

/** `owner` owns databases and migrates them; `app` reads and writes rows. */
const roles = { owner: "concord_owner", app: "concord_app" } as const;

export interface EmbeddedServer {
  /** A Unix-socket URL for `connect` and `openDatabase`; it changes with every start. */
  url(database: string, role: keyof typeof roles): string;
  ensureDatabase(name: string): Promise<void>;
  dropDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
}

export interface EmbeddedServerOptions {
  /** Where the cluster lives; made when missing, nothing else should be in it. */
  readonly folder: string;
  readonly log: Logger;
  /** True unless told: a commit is on disk. False is for tests. */
  readonly durable?: boolean;
}

/**
 * Starts the Postgres that comes with npm's platform package on `folder`, as a child that never outlives this process.
 * Throws `database.folder-unwritable`, `database.folder-in-use`, `database.folder-version`,
 * `database.no-embedded-server`, `database.server-unreachable` or `database.server-failed`.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const account = serverAccount();
  const binaries = await findBinaries(account);
  const durable = options.durable ?? true;
  const data = await prepareCluster(resolve(options.folder), { binaries, account, durable });
  const server = await launchOn({
    binaries,
    data,
    account,
    durable,
    log: options.log,
  });
  const admin = connect(socketUrl(server.socketFolder, "postgres", "postgres"), { max: 1, idle_timeout: 5 });
  try {
    await ensureRoles(admin);
  } catch (error) {
    await admin.end({ timeout: 1 });
    await server.stop();
    throw error;
  }
  return {
    url: (database, role) => socketUrl(server.socketFolder, roles[role], database),
    ensureDatabase: (name) => ensureDatabase(admin, name),
    dropDatabase: async (name) => {
      await admin`drop database if exists ${admin(name)} with (force)`;
    },
    stop: async () => {
      await admin.end({ timeout: 1 });
      await server.stop();
    },
  };
}

/** Backends of a killed server may hold its shared memory for a moment after it is gone. */
async function launchOn(launch: Launch): Promise<ServerProcess> {
  for (let attempt = 1; ; attempt++) {
    await claimFolder(launch.data);
    try {
      return await launchServer(launch);
    } catch (error) {
      const taken = error instanceof DomainError && error.code === "database.folder-in-use";
      if (!taken || attempt === 10) throw error;
      await sleep(200);
    }
  }
}

async function ensureRoles(admin: postgres.Sql): Promise<void> {
  const present = await admin<{ rolname: string }[]>`select rolname from pg_roles`;
  const names = new Set(present.map((row) => row.rolname));
  if (!names.has(roles.owner)) await admin`create role ${admin(roles.owner)} login createdb`;
  if (!names.has(roles.app)) await admin`create role ${admin(roles.app)} login`;
  // To drop a database by force the owner must be allowed to end the other role's connections.
  await admin`grant ${admin(roles.app)} to ${admin(roles.owner)} with inherit false`;
}

async function ensureDatabase(admin: postgres.Sql, name: string): Promise<void> {
  const [found] = await admin`select 1 from pg_database where datname = ${name}`;
  if (!found) await admin`create database ${admin(name)} owner ${admin(roles.owner)}`;
}
