import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Figures } from "@concord/content";
import { createJobs } from "@concord/database";
import { generateSigningKey, readSigningKey, type SigningKey } from "@concord/federation";
import { createPeer, foundTrialNetwork, type Peer, peerMigrations, peerQueues } from "@concord/peer";
import { createIds, createLogger } from "@concord/runtime";
import { openFolderStore } from "@concord/storage";
import { type TestClock, testClock, testDatabase } from "@concord/testing";
import { ensureUiAssets } from "@concord/ui";
import { createRegion } from "../src/app.ts";
import { appendOnlyTables, regionMigrations } from "../src/boot/boot-region.ts";
import { trialKeepers } from "../src/boot/trial-keepers.ts";

/** Stands between two members; returns what the caller gets in place of the real answer. */
export type Tamper = (url: URL, answer: () => Promise<Response>) => Promise<Response>;

type Bootstrap = Awaited<ReturnType<typeof foundTrialNetwork>>;

interface Shared {
  readonly seats: number;
  readonly origin: string;
  readonly clock: TestClock;
  readonly bootstrap: Bootstrap;
  readonly fetch: typeof fetch;
  readonly folder: string;
}

/** A region and states that publish as tenants do, talking only over HTTP, each with a database of its own. */
export async function regionNetwork(
  codes: readonly string[],
  { now = "2026-11-20T15:00:00Z", origin = "http://region.localhost" } = {},
) {
  const clock = testClock(now);
  const folder = await mkdtemp(join(tmpdir(), "concord-region-"));
  const keys = new Map(["region", ...codes].map((code) => [code, readSigningKey(generateSigningKey())]));
  const bootstrap = await found(folder, keys, { clock, origin });
  const running = new Map<string, Peer>();
  const down = new Set<string>();
  let tamper: Tamper = (_, answer) => answer();
  const between: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const code = url.hostname.replace(".localhost", "");
    const peer = running.get(code);
    if (!peer || down.has(code)) throw new TypeError("fetch failed");
    return await tamper(url, async () => await peer.routes.fetch(request));
  };
  const shared = { clock, bootstrap, fetch: between, folder, seats: codes.length + 1, origin };
  const region = await openRegion(keyOf(keys, "region"), shared);
  running.set("region", region.region.peer);
  const states = new Map<string, Awaited<ReturnType<typeof openState>>>();
  for (const code of codes) {
    const state = await openState(code, keyOf(keys, code), shared);
    states.set(code, state);
    running.set(code, state.peer);
  }
  return {
    ...{ ...region, clock, down, folder, bootstrap },
    setTamper: (next?: Tamper) => {
      tamper = next ?? ((_, answer) => answer());
    },
    state(code: string) {
      const state = states.get(code);
      if (!state) throw new Error(`no state ${code}`);
      return state;
    },
    async close() {
      for (const one of [region, ...states.values()]) await one.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function keyOf(keys: ReadonlyMap<string, SigningKey>, code: string): SigningKey {
  const key = keys.get(code);
  if (!key) throw new Error(`no key of ${code}`);
  return key;
}

function found(
  folder: string,
  keys: ReadonlyMap<string, SigningKey>,
  { clock, origin }: Pick<Shared, "clock" | "origin">,
): Promise<Bootstrap> {
  const members = [...keys].map(([code, key]) => ({
    ...{ code, name: `Program of ${code}`, baseUrl: code === "region" ? origin : `http://${code}.localhost` },
    roles: [code === "region" ? ("region" as const) : ("tenant" as const)],
    key: key.publicJwk,
  }));
  return foundTrialNetwork(join(folder, "network"), members, clock);
}

async function openRegion(key: SigningKey, { clock, bootstrap, fetch, folder, seats, origin }: Shared) {
  const test = await testDatabase(regionMigrations, { appendOnly: appendOnlyTables });
  const log = createLogger({ level: "fatal" });
  const jobs = await createJobs({ url: test.appUrl, queues: peerQueues, log });
  const instance = createRegion({
    ...{ code: "region", name: "Southeast", origin, seats },
    ...{ clock, ids: createIds(clock), log, database: test.database, jobs, bootstrap, fetch },
    blobs: await openFolderStore(join(folder, "blobs", "region")),
    assets: await ensureUiAssets(),
    keys: { feed: key },
    trialKeepers: trialKeepers(join(folder, "network")),
    development: true,
  });
  const get = async (path: string) => {
    const response = await instance.fetch(new Request(`http://region.localhost${path}`));
    return { status: response.status, headers: response.headers, body: await response.text() };
  };
  return {
    /** What a person reads of a page. */
    read: async (path: string) => textOf((await get(path)).body),
    ...{ instance, get, region: instance.region, database: test.database },
    json: async (path: string) => JSON.parse((await get(path)).body),
    async close() {
      await instance.stop();
      await jobs.stop();
      await test.close();
    },
  };
}

async function openState(code: string, key: SigningKey, { clock, bootstrap, fetch, folder }: Shared) {
  const test = await testDatabase([peerMigrations]);
  const log = createLogger({ level: "fatal" });
  const jobs = await createJobs({ url: test.appUrl, queues: peerQueues, log });
  const peer = createPeer({
    ...{ code, name: code, baseUrl: `http://${code}.localhost`, database: test.database, jobs, log },
    ...{ clock, ids: createIds(clock), keys: { feed: key }, bootstrap, fetch, development: true, onItem: {} },
    blobs: await openFolderStore(join(folder, "blobs", code)),
  });
  const send = (op: "publish" | "revise", body: Figures, item?: string) =>
    test.database.transaction((tx) =>
      peer.publish(tx, {
        ...{ op, kind: "figures", schema: "concord.figures/1", body },
        ...(item ? { item } : {}),
      }),
    );
  return {
    peer,
    publish: (body: Figures) => send("publish", body),
    revise: (item: string, body: Figures) => send("revise", body, item),
    withdraw: (item: string) =>
      test.database.transaction((tx) =>
        peer.publish(tx, {
          op: "withdraw",
          item,
          kind: "figures",
          schema: "concord.figures/1",
          reason: "wrong",
        }),
      ),
    async close() {
      await peer.stop();
      await jobs.stop();
      await test.close();
    },
  };
}

function textOf(html: string): string {
  return (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html)
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ");
}
