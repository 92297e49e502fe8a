import { join } from "node:path";
import {
  createJobs,
  type EmbeddedServer,
  makeWritable,
  migrate,
  openDatabase,
  startEmbeddedServer,
} from "@concord/database";
import { foundTrialNetwork, highWaterFile, peerMigrations, readBootstrap } from "@concord/peer";
import { type Clock, ConfigError, createIds, type Logger, Shutdown } from "@concord/runtime";
import { openFolderStore, openS3Store } from "@concord/storage";
import type { UiAssets } from "@concord/ui";
import { createTenant, type Surface, type TenantInstance } from "../app.ts";
import type { NetworkDeps } from "../compose.ts";
import type { TenantConfig, TenantProcessConfig } from "../config.ts";
import { mailboxTransport, smtpTransport } from "../notifications/index.ts";
import { loadProfile, type Profile, textIn } from "../profile/index.ts";
import { tenantQueues } from "../worker.ts";
import { demandFolder } from "./demand-folder.ts";
import { loadKeys, type TenantKeys } from "./load-keys.ts";

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

/** Starts one tenant from its configuration: profile, keys, database, files, federation. What was opened is closed again if a step fails. */
export async function bootTenant(
  { config, secrets }: TenantProcessConfig,
  options: BootOptions,
): Promise<BootedTenant> {
  const { clock } = options;
  const log = options.log.child({ tenant: config.PROFILE });
  const shutdown = new Shutdown(log);
  try {
    const profile = loadProfile(config.PROFILE);
    refuseOfficialTrial(config, profile);
    // Told before anything is put into a data folder that cannot be used.
    if (!config.DATABASE_URL && !options.server) await makeWritable(serverFolder(config));
    const keys = await loadKeys(config.keysDir);
    const url = await databaseUrl(config, profile, options, shutdown);
    const database = openDatabase(url, { log });
    shutdown.add("database", () => database.close());
    const jobs = await createJobs({ url, queues: tenantQueues, log });
    shutdown.add("jobs", () => jobs.stop());
    const instance = createTenant(
      {
        profile,
        origin: config.ORIGIN,
        trial: config.TRIAL,
        ...(config.LOBBY_URL ? { lobbyUrl: config.LOBBY_URL } : {}),
        clock,
        ids: createIds(clock),
        log,
        database,
        jobs,
        blobs: await openBlobs(config, secrets),
        secrets: keys.secrets,
        network: await networkOf(config, profile, keys, options),
        transport: config.SMTP_URL ? smtpTransport(config.SMTP_URL) : mailboxTransport,
        assets: options.assets,
        trustedProxies: config.TRUSTED_PROXIES,
      },
      options.surface,
    );
    shutdown.add("tenant", () => instance.stop());
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

/** Without a network folder the instance is a network of its own, until it joins one. */
async function networkOf(
  config: TenantConfig,
  profile: Profile,
  keys: TenantKeys,
  options: BootOptions,
): Promise<NetworkDeps> {
  const itself = {
    code: `us-${profile.code}`,
    name: textIn(profile.program.name, "en"),
    baseUrl: config.ORIGIN,
    roles: ["tenant" as const],
    key: keys.feed.publicJwk,
  };
  const bootstrap = config.NETWORK_DIR
    ? await readBootstrap(config.NETWORK_DIR)
    : await foundTrialNetwork(join(config.keysDir, "network"), [itself], options.clock);
  return {
    keys: { feed: keys.feed },
    bootstrap,
    highWater: highWaterFile(config.keysDir),
    development: config.TRIAL,
    ...(options.fetch ? { fetch: options.fetch } : {}),
  };
}
