import { join } from "node:path";
import {
  createJobs,
  type Database,
  type EmbeddedServer,
  makeWritable,
  migrate,
  openDatabase,
  startEmbeddedServer,
} from "@concord/database";
import { createMetrics, type Metrics } from "@concord/http";
import { highWaterFile, peerMigrations, type TrialMember } from "@concord/peer";
import { type Clock, ConfigError, createIds, type Logger, Shutdown } from "@concord/runtime";
import { type BlobStore, openFolderStore, openS3Store } from "@concord/storage";
import type { UiAssets } from "@concord/ui";
import { createTenant, type Surface, type TenantInstance } from "../app.ts";
import { enterNetwork } from "../ceremonies/index.ts";
import type { TenantConfig, TenantProcessConfig } from "../config.ts";
import { mailboxTransport, smtpTransport } from "../notifications/index.ts";
import { loadProfile, type Profile, textIn } from "../profile/index.ts";
import { tenantQueues } from "../worker.ts";
import { demandFolder } from "./demand-folder.ts";
import { loadKeys, type TenantKeys } from "./load-keys.ts";
import { findPlace, placeMark } from "./network-place.ts";
import { type RunningInstance, renewInstance } from "./renew-instance.ts";

export interface BootOptions {
  readonly clock: Clock;
  readonly log: Logger;
  readonly assets: UiAssets;
  readonly surface?: Surface;
  /** A running embedded server to share; without it and without DATABASE_URL one is started. */
  readonly server?: EmbeddedServer;
  /** Replaces the federation's guarded fetch; a trial on one machine needs it. */
  readonly fetch?: typeof fetch;
}

export interface BootedTenant {
  readonly instance: TenantInstance;
  close(): Promise<void>;
}

export const tenantMigrations = [
  { name: "tenant", folder: join(import.meta.dirname, "../../migrations") },
  peerMigrations,
];

/** The serving role may add to these and never change them. */
export const appendOnlyTables = ["audit_entries"];

/**
 * Starts one tenant from its configuration: profile, keys, database, files, federation. What was opened is closed again
 * if a step fails. It begins anew by itself when it has joined a network or has another key.
 */
export async function bootTenant(
  { config, secrets }: TenantProcessConfig,
  options: BootOptions,
): Promise<BootedTenant> {
  const log = options.log.child({ tenant: config.PROFILE });
  const shutdown = new Shutdown(log);
  try {
    const profile = loadProfile(config.PROFILE);
    refuseOfficialTrial(config, profile);
    // Told before anything is put into a data folder that cannot be used.
    if (!config.DATABASE_URL && !options.server) await makeWritable(serverFolder(config));
    await loadKeys(config.keysDir);
    const url = await databaseUrl(config, profile, options, shutdown);
    const database = openDatabase(url, { log });
    shutdown.add("database", () => database.close());
    const blobs = await openBlobs(config, secrets);
    const metrics = createMetrics({ clock: options.clock });
    const lasting = { config, profile, url, database, blobs, metrics, log };
    const renewed = await renewInstance({
      open: (changed) => openInstance(lasting, options, changed),
      mark: () => placeMark(config),
      log,
    });
    shutdown.add("instance", renewed.close);
    return { instance: renewed.instance, close: () => shutdown.close() };
  } catch (error) {
    await shutdown.close();
    throw error;
  }
}

/** What stays while an instance changes its network or its key. */
interface Lasting {
  readonly config: TenantConfig;
  readonly profile: Profile;
  readonly url: string;
  readonly database: Database;
  readonly blobs: BlobStore;
  readonly metrics: Metrics;
  readonly log: Logger;
}

/** Opens the instance with the key and in the network that its folder of keys has now. */
async function openInstance(
  { config, url, ...lasting }: Lasting,
  options: BootOptions,
  changed: () => void,
): Promise<RunningInstance> {
  const { profile, log } = lasting;
  const { clock, assets } = options;
  const shutdown = new Shutdown(log);
  try {
    const keys = await loadKeys(config.keysDir);
    const place = await findPlace(config, itself(config, profile, keys), clock);
    const jobs = await createJobs({ url, queues: tenantQueues, log });
    shutdown.add("jobs", () => jobs.stop());
    const instance = createTenant(
      {
        ...{ ...lasting, jobs, clock, assets, ids: createIds(clock), secrets: keys.secrets },
        ...{ origin: config.ORIGIN, trial: config.TRIAL, trustedProxies: config.TRUSTED_PROXIES },
        ...(config.LOBBY_URL ? { lobbyUrl: config.LOBBY_URL } : {}),
        transport: config.SMTP_URL ? smtpTransport(config.SMTP_URL) : mailboxTransport,
        network: {
          keys: { feed: keys.feed },
          bootstrap: place.bootstrap,
          place: { keysDir: config.keysDir, alone: place.alone, changed },
          highWater: highWaterFile(config.keysDir),
          development: config.TRIAL,
          ...(options.fetch ? { fetch: options.fetch } : {}),
        },
      },
      options.surface,
    );
    shutdown.add("tenant", () => instance.stop());
    const { ownNetwork, bootstrap } = place;
    await enterNetwork(instance.systemContext("network"), { net: bootstrap.rootSha256, ownNetwork });
    return { instance, close: () => shutdown.close() };
  } catch (error) {
    await shutdown.close();
    throw error;
  }
}

/** A trial shows everybody's mail, sign-in links included, to anybody. */
function refuseOfficialTrial(config: TenantConfig, profile: Profile): void {
  if (config.TRIAL && profile.official)
    throw new ConfigError([
      `TRIAL: must be false for ${profile.code}, whose profile is official: a trial shows every sign-in link to anybody`,
    ]);
}

function serverFolder(config: TenantConfig): string {
  return join(config.DATA_DIR, "postgres");
}

/** The serving role's URL. An embedded database is migrated at start; another one by `migrate`, before. */
async function databaseUrl(
  config: TenantConfig,
  profile: Profile,
  options: BootOptions,
  shutdown: Shutdown,
): Promise<string> {
  if (config.DATABASE_URL) return config.DATABASE_URL;
  let { server } = options;
  if (!server) {
    server = await startEmbeddedServer({ folder: serverFolder(config), log: options.log });
    const started = server;
    shutdown.add("postgres", () => started.stop());
  }
  const name = `tenant_${profile.code}`;
  await server.ensureDatabase(name);
  await migrateTenant(server.url(name, "owner"), "concord_app");
  return server.url(name, "app");
}

/** Brings a database to this version's shape, as its owner, and lets the serving role in. */
export function migrateTenant(ownerUrl: string, appRole?: string): Promise<void> {
  return migrate(ownerUrl, tenantMigrations, {
    appendOnly: appendOnlyTables,
    ...(appRole ? { appRole } : {}),
  });
}

async function openBlobs(config: TenantConfig, secrets: TenantProcessConfig["secrets"]) {
  if (config.blobs.startsWith("file://")) {
    const folder = config.blobs.slice("file://".length);
    await demandFolder(folder);
    return openFolderStore(folder);
  }
  return openS3Store({
    endpoint: config.S3_ENDPOINT ?? "",
    bucket: new URL(config.blobs).hostname,
    region: config.S3_REGION,
    accessKeyId: config.S3_ACCESS_KEY_ID ?? "",
    secretAccessKey: secrets.s3SecretAccessKey ?? "",
  });
}

/** As the registry of a network of its own names it. */
function itself(config: TenantConfig, profile: Profile, { feed }: TenantKeys): TrialMember {
  const name = textIn(profile.program.name, "en");
  const roles = ["tenant" as const];
  return { code: `us-${profile.code}`, name, baseUrl: config.ORIGIN, roles, key: feed.publicJwk };
}
