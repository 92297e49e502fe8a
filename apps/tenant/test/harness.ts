import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateCredentialKey } from "@concord/credentials";
import { createJobs, openDatabase } from "@concord/database";
import { generateSigningKey, readSigningKey } from "@concord/federation";
import { foundTrialNetwork } from "@concord/peer";
import { type Clock, createIds, createLogger } from "@concord/runtime";
import { openFolderStore } from "@concord/storage";
import { captureMail, testClock, testDatabase, Visitor } from "@concord/testing";
import { ensureUiAssets } from "@concord/ui";
import type { SQL } from "drizzle-orm";
import { createTenant } from "../src/app.ts";
import { appendOnlyTables, tenantMigrations } from "../src/boot/boot-tenant.ts";
import type { NetworkDeps, TenantDeps } from "../src/compose.ts";
import type { Context } from "../src/context.ts";
import {
  type Actor,
  actorOf,
  appointOfficer,
  ensurePerson,
  publicActor,
  systemActor,
} from "../src/identity/index.ts";
import { loadProfile, type Profile } from "../src/profile/index.ts";
import { tenantQueues } from "../src/worker.ts";

export interface HarnessOptions {
  /** A profile's code or folder; Mississippi unless given. */
  readonly profile?: string;
  readonly now?: string;
  readonly trial?: boolean;
  /** Its place in a network of several (see `trial-network.ts`); a network of its own unless given. */
  readonly place?: { readonly origin: string; readonly network: Omit<NetworkDeps, "place"> };
  /** What it can call while it is in a network of its own. */
  readonly fetch?: typeof fetch;
}

const ownOrigin = "http://tenant.localhost";

/** A whole tenant on a database of its own, with a clock that the test moves and mail that it can read. */
export async function tenantHarness(options: HarnessOptions = {}) {
  const parts = await openParts(options);
  const { clock, mail, lines, test, folder } = parts;
  const { origin } = parts.deps;
  const instance = createTenant(parts.deps);
  const context = (actor: Actor = systemActor("test"), locale = "en"): Context => ({
    ...instance.systemContext("test"),
    actor,
    locale,
  });
  return {
    instance,
    clock,
    mail,
    log: lines,
    tenant: instance.tenant,
    context,
    public: () => context(publicActor),
    /** The actor of an address, added where it is new. */
    async person(email: string, name = "Test Person"): Promise<Actor> {
      const person = await ensurePerson(context(), { email, name, locale: "en" });
      return actorOf(test.database.db, person);
    },
    async officer(email = "officer@office.example"): Promise<Actor> {
      const person = await appointOfficer(context(), { email, name: "Olive Officer" });
      return actorOf(test.database.db, person);
    },
    /** Runs a statement as the database's owner: what the serving role may not do. */
    async asOwner(statement: SQL | string): Promise<void> {
      const owner = openDatabase(test.ownerUrl, { max: 1 });
      await owner.db.execute(statement);
      await owner.close();
    },
    /** A browser without scripts: keeps cookies, follows forms. */
    visitor: () => new Visitor(instance, origin),
    async close() {
      await parts.jobs.stop();
      await instance.stop();
      await test.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openParts(options: HarnessOptions) {
  const clock = testClock(options.now ?? "2026-11-02T15:00:00Z");
  const folder = await mkdtemp(join(tmpdir(), "concord-tenant-"));
  const test = await testDatabase(tenantMigrations, { appendOnly: appendOnlyTables });
  const lines: string[] = [];
  const log = createLogger({ level: "info", destination: { write: (line) => void lines.push(line) } });
  const jobs = await createJobs({ url: test.appUrl, queues: tenantQueues, log, pollSeconds: 1 });
  const mail = captureMail();
  const profile = loadProfile(options.profile ?? "ms");
  const deps: TenantDeps = {
    profile,
    origin: options.place?.origin ?? ownOrigin,
    trial: options.trial ?? true,
    clock,
    ids: createIds(clock),
    log,
    database: test.database,
    jobs,
    blobs: await openFolderStore(join(folder, "blobs")),
    secrets: {
      auditMasterKey: new Uint8Array(32).fill(7),
      sessionSecret: "a secret for tests of at least 32 bytes",
      credentialKeyPem: await generateCredentialKey(),
    },
    network: {
      ...(options.place?.network ?? (await networkOfOne(join(folder, "network"), profile, clock))),
      ...(options.fetch ? { fetch: options.fetch } : {}),
      place: { keysDir: join(folder, "keys"), alone: !options.place, changed() {} },
    },
    transport: mail,
    assets: await ensureUiAssets(),
    trustedProxies: [],
  };
  return { deps, clock, folder, test, lines, jobs, mail };
}

async function networkOfOne(
  folder: string,
  profile: Profile,
  clock: Clock,
): Promise<Omit<NetworkDeps, "place">> {
  const feed = readSigningKey(generateSigningKey());
  const itself = {
    code: `us-${profile.code}`,
    name: profile.program.acronym,
    baseUrl: ownOrigin,
    roles: ["tenant" as const],
    key: feed.publicJwk,
  };
  return { keys: { feed }, bootstrap: await foundTrialNetwork(folder, [itself], clock), development: true };
}
