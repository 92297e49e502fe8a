import { join } from "node:path";
import {
  createJobs,
  type EmbeddedServer,
  migrate,
  openDatabase,
  startEmbeddedServer,
} from "@concord/database";
import { highWaterFile, keepBootstrap, peerMigrations, peerQueues, readBootstrap } from "@concord/peer";
import { type Clock, createIds, type Logger, Shutdown } from "@concord/runtime";
import { openFolderStore } from "@concord/storage";
import type { UiAssets } from "@concord/ui";
import { createRegion, type RegionInstance } from "../app.ts";
import { loadRegionKeys } from "./load-region-keys.ts";
import { trialKeepers } from "./trial-keepers.ts";

/** Where a region lives and how the network knows it. */
export interface RegionPlace {
  /** Its code in the registry. */
  readonly code: string;
  /** What it is a region of, as in "Southeast". */
  readonly name: string;
  /** Public base URL. */
  readonly origin: string;
  /** Its keys, files and, without a shared server, its database. */
  readonly folder: string;
  /** Holds `network.json`, `root.json` and `registry.json`. */
  readonly networkFolder: string;
  /** How many states the network has room for; none but its members unless told. */
  readonly seats?: number;
  /** Of a trial: the lobby that pages link back to. */
  readonly lobbyUrl?: string;
}

export interface RegionParts {
  readonly clock: Clock;
  readonly log: Logger;
  readonly assets: UiAssets;
  /** A running embedded server to share; without it one is started. */
  readonly server?: EmbeddedServer;
  /** Replaces the federation's guarded fetch; a trial on one machine needs it, and it allows plain http. */
  readonly fetch?: typeof fetch;
}

export interface BootedRegion {
  readonly instance: RegionInstance;
  close(): Promise<void>;
}

export const regionMigrations = [
  { name: "region", folder: join(import.meta.dirname, "../../migrations") },
  peerMigrations,
];

/** The record of who signed what is only added to. */
export const appendOnlyTables = ["desk_acts"];

/** Starts a region: key, database, files, federation. What was opened is closed again if a step fails. */
export async function bootRegion(place: RegionPlace, parts: RegionParts): Promise<BootedRegion> {
  const { clock } = parts;
  const log = parts.log.child({ region: place.code });
  const shutdown = new Shutdown(log);
  try {
    const keysFolder = join(place.folder, "keys");
    const { feed } = await loadRegionKeys(keysFolder);
    const url = await databaseUrl(place, parts, shutdown);
    const database = openDatabase(url, { log });
    shutdown.add("database", () => database.close());
    const jobs = await createJobs({ url, queues: peerQueues, log });
    shutdown.add("jobs", () => jobs.stop());
    const instance = createRegion({
      ...{ code: place.code, name: place.name, origin: place.origin, seats: place.seats ?? 0 },
      ...(place.lobbyUrl
        ? { lobbyUrl: place.lobbyUrl, trialKeepers: trialKeepers(place.networkFolder) }
        : {}),
      ...{ clock, ids: createIds(clock), log, database, jobs, assets: parts.assets },
      blobs: await openFolderStore(join(place.folder, "blobs")),
      keys: { feed },
      highWater: highWaterFile(keysFolder),
      bootstrap: await readBootstrap(place.networkFolder),
      keepInForce: (trust) => keepBootstrap(place.networkFolder, trust),
      ...(parts.fetch ? { fetch: parts.fetch, development: true } : { development: false }),
    });
    shutdown.add("region", () => instance.stop());
    return { instance, close: () => shutdown.close() };
  } catch (error) {
    await shutdown.close();
    throw error;
  }
}

async function databaseUrl(place: RegionPlace, parts: RegionParts, shutdown: Shutdown): Promise<string> {
  let { server } = parts;
  if (!server) {
    const started = await startEmbeddedServer({ folder: join(place.folder, "postgres"), log: parts.log });
    shutdown.add("postgres", () => started.stop());
    server = started;
  }
  const name = `region_${place.code.replaceAll("-", "_")}`;
  await server.ensureDatabase(name);
  await migrate(server.url(name, "owner"), regionMigrations, {
    appRole: "concord_app",
    appendOnly: appendOnlyTables,
  });
  return server.url(name, "app");
}
