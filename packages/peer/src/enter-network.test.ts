import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateSigningKey, readSigningKey } from "@concord/federation";
import { afterEach, beforeEach, expect, test } from "vitest";
import { memberOf, type TestMember, testNetwork, training } from "../test/network.ts";
import type { Bootstrap } from "./bootstrap.ts";
import { foundTrialNetwork } from "./trial-founding.ts";

const key = readSigningKey(generateSigningKey());
const file = { size: 5, type: "image/png", role: "image" };

let folder: string;
let net: Awaited<ReturnType<typeof testNetwork>>;
let ms: TestMember;
let ga: TestMember;
/** The network of one, and the one with Mississippi in it. */
let own: Bootstrap;
let shared: Bootstrap;
let left: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "concord-own-"));
  net = await testNetwork(["us-ms"]);
  const itself = { code: "us-ga", name: "us-ga", baseUrl: "http://us-ga.localhost", key: key.publicJwk };
  own = await foundTrialNetwork(folder, [{ ...itself, roles: ["tenant"] }], net.clock);
  shared = await net.issue([...net.members, memberOf("us-ga", key)]);
  ga = await net.join("us-ga", { key, bootstrap: own });
  ms = await net.join("us-ms", { bootstrap: shared });
  left = 0;
});
afterEach(async () => {
  await net.close();
  await rm(folder, { recursive: true });
});

const enter = (alone: string | undefined = own.rootSha256) =>
  ga.peer.enterNetwork({
    alone,
    leave: async () => {
      left += 1;
    },
  });
const publish = (item: string) => ga.publish({ ...training, item, op: "publish", body: { item } });

/** Two entries and a file, seen by nobody. */
async function publishAlone() {
  expect(await enter()).toBe(false);
  const { sha256 } = await ga.own.put(new TextEncoder().encode("hello"));
  await ga.publish({ ...training, item: "one", op: "publish", body: {}, blobs: [{ ...file, sha256 }] });
  await publish("two");
  return sha256;
}

test("whoever was alone begins its feed anew, and the others take it from the first entry", async () => {
  await publishAlone();
  await ga.restart({ key, bootstrap: shared });
  expect(await enter()).toBe(true);
  expect(await ga.peer.ownFeed()).toMatchObject({ epoch: 1, size: 0 });
  expect(await ga.peer.items({})).toEqual([]);
  expect(await publish("two")).toMatchObject({ seq: 1, revision: 1 });
  expect(await ms.peer.syncNow("us-ga")).toMatchObject([{ outcome: "synced", published: 1 }]);
  expect((await ms.peer.items({ feed: "us-ga" })).map(({ item }) => item)).toEqual(["us-ga.two"]);
  await ms.publish({ ...training, op: "publish", body: {} });
  expect(await ga.peer.syncNow("us-ms")).toMatchObject([{ outcome: "synced", published: 1 }]);
});

test("it is done once, also by two processes at once, and what it forgets is forgotten with it", async () => {
  await publishAlone();
  await ga.restart({ key, bootstrap: shared });
  expect((await Promise.all([enter(), enter()])).sort()).toEqual([false, true]);
  expect(await enter()).toBe(false);
  expect(left).toBe(1);
});

test("where what it published cannot be forgotten, nothing is left", async () => {
  await publishAlone();
  await ga.restart({ key, bootstrap: shared });
  const failing = async () => {
    throw new Error("no");
  };
  await expect(ga.peer.enterNetwork({ alone: own.rootSha256, leave: failing })).rejects.toThrow("no");
  await ga.restart({ key, bootstrap: own });
  expect(await ga.peer.ownFeed()).toMatchObject({ size: 2 });
});

test("the mark of the old feed does not stop the new one, and the new one's is kept", async () => {
  await publishAlone();
  await ga.peer.start();
  const mark = async () => JSON.parse(await readFile(join(ga.keysFolder, "feed-high-water.json"), "utf8"));
  await expect.poll(mark).toMatchObject({ net: own.rootSha256, seq: 2 });
  await ga.restart({ key, bootstrap: shared });
  await enter();
  await publish("three");
  await ms.peer.syncNow("us-ga");
  expect(await mark()).toMatchObject({ net: shared.rootSha256, seq: 1 });
});

test("a file that only the old feed named goes with the next sweep, one that is published anew stays", async () => {
  const gone = await publishAlone();
  const kept = (await ga.own.put(new TextEncoder().encode("again"))).sha256;
  await ga.publish({ ...training, op: "publish", body: {}, blobs: [{ ...file, sha256: kept }] });
  await ga.restart({ key, bootstrap: shared });
  await enter();
  await ga.publish({ ...training, op: "publish", body: {}, blobs: [{ ...file, sha256: kept }] });
  await ga.peer.start();
  expect(await ga.blobs.has(gone)).toBe(false);
  expect(await ga.blobs.has(kept)).toBe(true);
});

test("a process that still runs in the old network signs nothing into the new feed", async () => {
  await publishAlone();
  const late = ga.peer;
  await ga.restart({ key, bootstrap: shared });
  await enter();
  const publishing = ga.database.transaction((tx) =>
    late.publish(tx, { ...training, op: "publish", body: {} }),
  );
  await expect(publishing).rejects.toMatchObject({ code: "federation.feed-of-another-network" });
  net.clock.advance(60_000);
  await late.trust();
  await ga.restart({ key, bootstrap: shared });
  expect((await ga.peer.trust()).registry.sha256).toBe((await ms.peer.trust()).registry.sha256);
  expect(await publish("four")).toMatchObject({ seq: 1 });
});

test("a network with others in it is never left so, nor one that nobody named", async () => {
  await ms.peer.trust();
  await ms.publish({ ...training, op: "publish", body: {} });
  await ms.restart({ bootstrap: own });
  for (const alone of [undefined, own.rootSha256])
    await expect(ms.peer.enterNetwork({ alone, leave: async () => {} })).rejects.toMatchObject({
      code: "peer.other-network",
      params: { found: shared.rootSha256, net: own.rootSha256 },
    });
  await ms.restart({ bootstrap: shared });
  expect(await ms.peer.ownFeed()).toMatchObject({ size: 1 });
});

test("documents that do not hold are not entered into", async () => {
  await publishAlone();
  const registry = shared.registry.replace(/"signature":"./, '"signature":"_');
  await ga.restart({ key, bootstrap: { ...shared, registry } });
  await expect(enter()).rejects.toMatchObject({ code: "federation.untrusted" });
  await ga.restart({ key, bootstrap: own });
  expect(await ga.peer.ownFeed()).toMatchObject({ size: 2 });
});
