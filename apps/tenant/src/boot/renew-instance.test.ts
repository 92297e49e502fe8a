import { mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  generateSigningKey,
  issueRegistry,
  readSigningKey,
  Trust,
  verifyJoinRequest,
} from "@concord/federation";
import { foundTrialNetwork, pinNetwork, trialKeys } from "@concord/peer";
import { createLogger, systemClock } from "@concord/runtime";
import { rotateKey } from "@concord/stewardship";
import { Visitor } from "@concord/testing";
import { ensureUiAssets } from "@concord/ui";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleTraining } from "../../test/sample-training.ts";
import { askNewKey } from "../ceremonies/ask-new-key.ts";
import { joinedFolder, lookForKeyIfAsked } from "../ceremonies/index.ts";
import { readKeyRequest } from "../ceremonies/read-key.ts";
import { readTenantConfig } from "../config.ts";
import { publishFigures } from "../statistics/index.ts";
import { listPublished, publishItem } from "../syndication/index.ts";
import { createTraining, publishLocally } from "../trainings/index.ts";
import { type BootedTenant, bootTenant } from "./boot-tenant.ts";
import { loadKeys } from "./load-keys.ts";

const origin = "http://tn.localhost";
const month = "2026-10";

let folder: string;
/** Of the network that it joins, with the keepers' keys. */
let founders: string;
let booted: BootedTenant;
let trainingId: string;
const keysDir = () => join(folder, "keys");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "concord-renew-"));
  founders = await mkdtemp(join(tmpdir(), "concord-founders-"));
  booted = await boot();
  await booted.instance.startWorker();
  const office = context();
  trainingId = (await createTraining(office, { body: sampleTraining("Alone at night") })).id;
  await publishLocally(office, { trainingId });
  await publishItem(office, { kind: "training", id: trainingId });
  await publishFigures(office, { month });
}, 120_000);
afterAll(async () => {
  await booted?.close();
  for (const one of [folder, founders])
    await rm(one, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

async function boot(): Promise<BootedTenant> {
  const settings = { PROFILE: "tn", ORIGIN: origin, TRIAL: "true", DATA_DIR: folder };
  const log = createLogger({ level: "silent" });
  return await bootTenant(readTenantConfig(settings), {
    clock: systemClock,
    log,
    assets: await ensureUiAssets(),
  });
}

const context = () => booted.instance.systemContext("test");
const peer = () => booted.instance.tenant.peer;

/** As the pages leave it: a network that names this instance with its key, and a neighbour. */
async function joinNetwork() {
  const { feed } = await loadKeys(keysDir());
  const other = readSigningKey(generateSigningKey());
  const member = (code: string, baseUrl: string, key: typeof feed) => ({
    ...{ code, name: code, baseUrl, roles: ["tenant" as const], key: key.publicJwk },
  });
  const members = [member("us-ms", "http://ms.localhost", other), member("us-tn", origin, feed)];
  const bootstrap = await foundTrialNetwork(founders, members, systemClock);
  await pinNetwork(`${joinedFolder(keysDir())}.new`, bootstrap);
  await rename(`${joinedFolder(keysDir())}.new`, joinedFolder(keysDir()));
  return bootstrap.rootSha256;
}

test("it moves into the network that it joined while people use it, and none of them is turned away", async () => {
  expect(booted.instance.tenant.place.alone).toBe(true);
  const before = (await peer().trust()).root.net;
  const net = await joinNetwork();
  const visitor = new Visitor(booted.instance, origin);
  await expect
    .poll(
      async () => {
        const { status } = await visitor.open("/trainings");
        expect(status).toBe(200);
        return booted.instance.tenant.place.alone;
      },
      { timeout: 60_000, interval: 20 },
    )
    .toBe(false);
  expect(visitor.text).toContain("Alone at night");
  expect((await peer().trust()).root.net).toBe(net);
  expect(net).not.toBe(before);
}, 90_000);

test("its feed begins at the first entry, and what it had published is offered to be published again", async () => {
  expect(await peer().ownFeed()).toMatchObject({ epoch: 1, size: 0 });
  const { items, ready } = await listPublished(context(), {});
  expect(items).toEqual([]);
  expect(ready.map(({ id }) => id)).toEqual([trainingId]);
  expect(await publishItem(context(), { kind: "training", id: trainingId })).toMatchObject({
    revision: 1,
    seq: 1,
  });
});

test("a month of figures that was published before is published again, once, and keeps its history", async () => {
  expect(await publishFigures(context(), { month })).toMatchObject({ month, revision: 2, seq: 2 });
  await expect(publishFigures(context(), { month })).rejects.toMatchObject({
    code: "statistics.nothing-new",
  });
  expect(await peer().item(`us-tn.figures-${month}`)).toMatchObject({ revision: 1 });
});

test("a start later finds it in that network, with nothing begun anew", async () => {
  await booted.close();
  booted = await boot();
  expect(booted.instance.tenant.place.alone).toBe(false);
  expect(await peer().ownFeed()).toMatchObject({ size: 2 });
  expect(await readdir(keysDir())).toContain("joined");
}, 60_000);

test("a new key is asked for, and signs from the entry on at which the registry lets it", async () => {
  const old = peer().kid;
  await askNewKey(context(), { way: "file" });
  await lookForKeyIfAsked(context());
  expect(peer().kid).toBe(old);
  await letSign(await readKeyRequest(context(), {}), 4);
  await lookForKeyIfAsked(context());
  // Its first entry is the one after next.
  expect(peer().kid).toBe(old);
  expect(await publishTraining("By the old key")).toMatchObject({ seq: 3 });
  await lookForKeyIfAsked(context());
  await expect.poll(() => peer().kid, { timeout: 30_000, interval: 20 }).not.toBe(old);
  expect(await publishTraining("By the new key")).toMatchObject({ seq: 4 });
  expect(await peer().ownKeys()).toMatchObject([
    { kid: old, signedThrough: 3, present: false },
    { kid: peer().kid, from: 4, signedThrough: 4, present: true },
  ]);
  expect(await readdir(keysDir())).not.toContain("next.json");
}, 60_000);

/** What the keepers do: the next registry names the key that was asked for. */
async function letSign(text: string, from: number): Promise<void> {
  const { root, registry } = await peer().trust();
  const verdict = await verifyJoinRequest(text, new Trust(root, registry), systemClock.now());
  if (!verdict.verified) throw new Error(verdict.reason);
  const keys = (await trialKeys(founders, "registry")).map(readSigningKey);
  const next = await issueRegistry(
    {
      ...{ net: root.net, ...rotateKey(registry, verdict.request, from) },
      after: { version: registry.version, sha256: registry.sha256 },
      ...{ now: systemClock.now(), validDays: 90 },
    },
    keys.slice(0, 2),
  );
  expect(await peer().takeTrust({ registry: next })).toBeUndefined();
}

async function publishTraining(title: string) {
  const { id } = await createTraining(context(), { body: sampleTraining(title) });
  await publishLocally(context(), { trainingId: id });
  return await publishItem(context(), { kind: "training", id });
}
