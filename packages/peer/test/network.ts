import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, createJobs } from "@concord/database";
import {
  foundNetwork,
  generateSigningKey,
  issueRegistry,
  newMember,
  type RegistryMember,
  readSigningKey,
  type SigningKey,
  sha256,
} from "@concord/federation";
import { createIds, createLogger } from "@concord/runtime";
import { type BlobStore, openFolderStore } from "@concord/storage";
import { type TestClock, testClock, testDatabase } from "@concord/testing";
import type { Bootstrap } from "../src/bootstrap.ts";
import type { ItemChange, ItemUndone, Peer } from "../src/contract.ts";
import { createPeer } from "../src/create-peer.ts";
import { highWaterFile } from "../src/high-water.ts";
import { peerQueues } from "../src/maintain.ts";
import { peerMigrations } from "../src/migrations.ts";

/** Stands between two peers; returns what the caller gets in place of the real answer. */
export type Tamper = (url: URL, answer: () => Promise<Response>) => Promise<Response>;

export interface TestMember {
  readonly code: string;
  readonly key: SigningKey;
  /** The one that runs; another after `restart`. */
  readonly peer: Peer;
  readonly database: Awaited<ReturnType<typeof testDatabase>>["database"];
  readonly blobs: BlobStore;
  /** What the application keeps for itself and publishes from. */
  readonly own: BlobStore;
  readonly heard: ItemChange[];
  /** What of its own came back from mirrors. */
  readonly recovered: ItemChange[];
  readonly undone: ItemUndone[];
  /** The folder of its online keys. */
  readonly keysFolder: string;
  /** Keeps the database as it is now; what is returned puts it back. */
  backUp(): Promise<() => Promise<void>>;
  restart(more?: JoinOptions): Promise<void>;
  publish(publication: Parameters<Peer["publish"]>[1]): ReturnType<Peer["publish"]>;
}

const minute = 60_000;

/** Peers that talk only over HTTP, each with a database of its own; any of them can be cut off or tampered with. */
export async function testNetwork(codes: readonly string[]) {
  const clock = testClock("2026-11-02T15:00:00Z");
  const founded = await found(codes, clock);
  const { bootstrap, memberKeys } = founded;
  let newest: Bootstrap = bootstrap;
  const running = new Map<string, Peer>();
  const down = new Set<string>();
  let tamper: Tamper = (_, answer) => answer();
  const fetchFrom = async (input: string | URL | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const code = url.hostname.replace(".localhost", "");
    const peer = running.get(code);
    if (!peer || down.has(code)) throw new TypeError("fetch failed");
    const hungUp = new Promise<never>((_, reject) => {
      request.signal.addEventListener("abort", () => reject(new TypeError("aborted")));
    });
    return await Promise.race([tamper(url, async () => await peer.routes.fetch(request)), hungUp]);
  };
  const opened: (() => Promise<void>)[] = [];
  const joinNetwork = async (code: string, more: JoinOptions = {}): Promise<TestMember> => {
    const key = more.key ?? memberKeys.get(code);
    if (!key) throw new Error(`no member ${code}`);
    const started = (peer: Peer) => running.set(code, peer);
    const member = await openMember(code, key, { clock, bootstrap, fetch: fetchFrom, more, started });
    opened.push(member.close);
    return member;
  };
  return {
    ...{ ...founded, clock, join: joinNetwork, down },
    /** The next registry version, of these members, as a bootstrap; others learn of it from whoever has it. */
    async issue(members: readonly RegistryMember[]): Promise<Bootstrap> {
      const { payload } = JSON.parse(newest.registry);
      const { version } = JSON.parse(Buffer.from(payload, "base64url").toString());
      const after = { version, sha256: sha256(Buffer.from(payload, "base64url")) };
      const draft = {
        net: bootstrap.rootSha256,
        groups: [],
        members,
        after,
        now: clock.now(),
        validDays: 365,
      };
      newest = { ...newest, registry: await issueRegistry(draft, founded.registryKeys.slice(0, 2)) };
      return newest;
    },
    setTamper: (next: Tamper) => {
      tamper = next;
    },
    async close() {
      for (const close of opened) await close();
    },
  };
}

async function found(codes: readonly string[], clock: TestClock) {
  const keys = (count: number) => Array.from({ length: count }, () => readSigningKey(generateSigningKey()));
  const registryKeys = keys(3);
  const memberKeys = new Map(keys(codes.length).map((key, at) => [codes[at] ?? "", key]));
  const offlineKeys = keys(3);
  const founding = { offlineKeys, threshold: 2, registryKeys, registryThreshold: 2 };
  const { root, rootSha256 } = await foundNetwork({ ...founding, now: clock.now(), validDays: 3650 });
  const members = [...memberKeys].map(([code, key]) => memberOf(code, key));
  const draft = { net: rootSha256, groups: [], members, now: clock.now(), validDays: 365 };
  const registry = await issueRegistry(draft, registryKeys.slice(0, 2));
  return { bootstrap: { rootSha256, root, registry }, memberKeys, offlineKeys, registryKeys, members };
}

export function memberOf(code: string, key: SigningKey): RegistryMember {
  const baseUrl = `http://${code}.localhost`;
  return newMember({ code, name: code, baseUrl, roles: ["tenant"], key: key.publicJwk });
}

/** The registry's entry of a member whose epoch is closed, and whose next one has another key. */
export function closeEpoch(
  member: RegistryMember,
  close: { readonly seq: number; readonly head: string; readonly cause: "stolen" | "restored" },
  key: SigningKey,
): RegistryMember {
  const last = member.epochs.at(-1);
  if (!last) throw new Error("no epoch");
  const first = close.seq + 1;
  const next = { epoch: last.epoch + 1, first, keys: [{ jwk: key.publicJwk, from: first }] };
  return { ...member, epochs: [...member.epochs.slice(0, -1), { ...last, close }, next] };
}

interface JoinOptions {
  readonly key?: SigningKey;
  readonly bootstrap?: Bootstrap;
  readonly clock?: TestClock;
  /** Where the registry says that it is, and how it reaches the others; over no socket unless given. */
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  readonly patienceSeconds?: number;
  readonly onItem?: (change: ItemChange) => void;
  readonly supports?: (kind: string, schema: string) => boolean;
  readonly onQuarantine?: (feed: string) => void;
  /** Stands before its store of files. */
  readonly blobs?: (store: BlobStore) => BlobStore;
}

async function openMember(
  code: string,
  key: SigningKey,
  given: {
    clock: TestClock;
    bootstrap: Bootstrap;
    fetch: typeof fetch;
    more: JoinOptions;
    started: (peer: Peer) => void;
  },
): Promise<TestMember & { close(): Promise<void> }> {
  const test = await testDatabase([peerMigrations]);
  const log = createLogger({ level: "fatal" });
  const jobs = await createJobs({ url: test.appUrl, queues: peerQueues, log });
  const heard: ItemChange[] = [];
  const recovered: ItemChange[] = [];
  const undone: ItemUndone[] = [];
  const folder = await mkdtemp(join(tmpdir(), "concord-peer-"));
  const keysFolder = await mkdtemp(join(tmpdir(), "concord-keys-"));
  const own = await openFolderStore(folder);
  const blobs = own.within("peer");
  const start = (more: JoinOptions): Peer => {
    const clock = more.clock ?? given.clock;
    const hear = async (_: unknown, change: ItemChange) => {
      more.onItem?.(change);
      heard.push(change);
    };
    const peer = createPeer({
      ...{ code, name: code, baseUrl: more.baseUrl ?? `http://${code}.localhost` },
      ...{ database: test.database, jobs, log, clock, ids: createIds(clock) },
      ...{ development: true, published: own, patienceSeconds: more.patienceSeconds ?? 30 },
      ...{ blobs: more.blobs?.(blobs) ?? blobs, keys: { feed: more.key ?? key } },
      bootstrap: more.bootstrap ?? given.bootstrap,
      fetch: more.fetch ?? given.fetch,
      highWater: highWaterFile(keysFolder),
      onItem: { training: hear, figures: hear },
      onRecovered: { training: async (_, change) => void recovered.push(change) },
      onUndone: { training: async (_, change) => void undone.push(change) },
      onQuarantine: async (_, feed) => more.onQuarantine?.(feed),
      ...(more.supports ? { supports: more.supports } : {}),
    });
    given.started(peer);
    return peer;
  };
  let peer = start(given.more);
  return {
    ...{ code, key, database: test.database, blobs, own, heard, recovered, undone, keysFolder },
    get peer() {
      return peer;
    },
    publish: (publication) => test.database.transaction((tx) => peer.publish(tx, publication)),
    backUp: () => backUp(test.ownerUrl),
    async restart(more = {}) {
      await peer.stop();
      peer = start(more);
    },
    async close() {
      await peer.stop();
      await jobs.stop();
      await test.close();
      for (const one of [folder, keysFolder]) await rm(one, { recursive: true });
    },
  };
}

/** What a restore from a backup does to the tables of a peer. */
async function backUp(ownerUrl: string): Promise<() => Promise<void>> {
  const sql = connect(ownerUrl, { max: 1 });
  const rows = await sql<
    { name: string }[]
  >`select tablename as name from pg_tables where schemaname = 'peer'`;
  const schema = `backup_${Date.now()}`;
  await sql.unsafe(`create schema ${schema}`);
  for (const { name } of rows) await sql.unsafe(`create table ${schema}.${name} as table peer.${name}`);
  return async () => {
    for (const { name } of rows)
      await sql.unsafe(`truncate peer.${name}; insert into peer.${name} table ${schema}.${name}`);
    await sql.end();
  };
}

export const training = { kind: "training", schema: "concord.training/1" } as const;
export { minute };
