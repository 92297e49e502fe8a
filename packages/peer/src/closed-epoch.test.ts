import { randomBytes } from "node:crypto";
import { generateSigningKey, readSigningKey, type SigningKey } from "@concord/federation";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closeEpoch, type TestMember, testNetwork, training } from "../test/network.ts";
import { checkLiveSet } from "./check-live-set.ts";
import type { Published } from "./contract.ts";
import { TrustStore } from "./trust-store.ts";

let net: Awaited<ReturnType<typeof testNetwork>>;
let ms: TestMember;
let al: TestMember;
let newKey: SigningKey;
beforeEach(async () => {
  net = await testNetwork(["us-ms", "us-al", "us-ga"]);
  ms = await net.join("us-ms");
  al = await net.join("us-al");
  newKey = readSigningKey(generateSigningKey());
});
afterEach(() => net.close());

const publishOne = (body: object, more: object = {}) =>
  ms.publish({ ...training, op: "publish", body: { ...body }, ...more });
const sync = async () => (await al.peer.syncNow("us-ms"))[0];

/** The registry closes Mississippi's epoch after an entry; Mississippi starts with its new key. */
async function close(last: Published, cause: "stolen" | "restored") {
  const { seq, entrySha256: head } = last;
  const members = net.members.map((member) =>
    member.code === "us-ms" ? closeEpoch(member, { seq, head, cause }, newKey) : member,
  );
  const bootstrap = await net.issue(members);
  await ms.restart({ bootstrap, key: newKey });
  await ms.peer.start();
  return bootstrap;
}

/** Every item is as a rebuild from the stored entries makes it. */
async function expectRebuilt(member: TestMember, bootstrap: typeof net.bootstrap) {
  const { database } = member;
  const log = { error() {} } as never;
  const trust = new TrustStore({ database, bootstrap, clock: net.clock, log });
  expect(await checkLiveSet({ database, trust })).toEqual([]);
}

test("what a thief recalled, erased, revised and published is undone, at the mirror and at the origin", async () => {
  const file = randomBytes(300);
  const { sha256, size } = await ms.own.put(file);
  const blobs = [{ sha256, size, type: "image/png", role: "cover" }];
  const recalled = await publishOne({ title: "recalled by the thief" });
  const revised = await publishOne({ title: "good" });
  const erased = await publishOne({ title: "erased by the thief" }, { blobs });
  await sync();
  await ms.publish({ ...training, op: "recall", item: recalled.item, reason: "a lie" });
  await ms.publish({ ...training, op: "revise", item: revised.item, body: { title: "bad" } });
  await ms.publish({ ...training, op: "erase", item: erased.item, reason: "a lie" });
  const planted = await publishOne({ title: "planted" });
  expect(await sync()).toMatchObject({ published: 1, revised: 1, recalled: 1, erased: 1 });
  await expect.poll(() => al.blobs.has(sha256), { timeout: 20_000 }).toBe(false);
  const thief = al.heard.length;

  const bootstrap = await close(erased, "stolen");
  const later = await publishOne({ title: "by the new key" });
  expect(later.seq).toBe(4);
  expect(await sync()).toMatchObject({ outcome: "synced", published: 1 });
  for (const { peer } of [al, ms]) {
    expect(await peer.item(recalled.item)).toMatchObject({ status: "live", complete: true });
    expect(await peer.item(revised.item)).toMatchObject({ revision: 1, body: { title: "good" } });
    expect(await peer.item(erased.item)).toMatchObject({ status: "live" });
    expect(await peer.item(planted.item)).toBeUndefined();
  }
  expect(al.undone).toContainEqual({
    ...{ feed: "us-ms", item: planted.item, kind: "training", cause: "stolen" },
  });
  expect(al.undone).toContainEqual({
    ...{ feed: "us-ms", item: recalled.item, kind: "training", cause: "stolen" },
    stands: { revision: 1, status: "live" },
  });
  const again = al.heard.slice(thief).map(({ op, item, revision }) => ({ op, item, revision }));
  expect(again).toEqual([
    { op: "publish", item: recalled.item, revision: 1 },
    { op: "publish", item: revised.item, revision: 1 },
    { op: "publish", item: later.item, revision: 1 },
  ]);
  // The bytes that the thief had erased come back from wherever they are.
  await ms.publish({ ...training, op: "revise", item: erased.item, body: { title: "whole" }, blobs });
  expect(await sync()).toMatchObject({ revised: 1, blobsFetched: 1 });
  expect(await al.peer.item(erased.item)).toMatchObject({ complete: true, revision: 2 });
  for (const one of [al, ms]) {
    const kept = await one.database.sql`select signed from peer.void_entries where feed = 'us-ms'`;
    expect(kept).toHaveLength(4);
    await expectRebuilt(one, bootstrap);
  }
});

test("after a restore the recalls beyond the close stay, and publications beyond it fall", async () => {
  const first = await publishOne({ title: "first" });
  const second = await publishOne({ title: "second" });
  await ms.publish({ ...training, op: "recall", item: first.item, reason: "wrong number" });
  const lost = await publishOne({ title: "lost" });
  await sync();
  const bootstrap = await close(second, "restored");
  await publishOne({ title: "third" });
  await sync();
  expect(await al.peer.item(first.item)).toMatchObject({ status: "recalled", reason: "wrong number" });
  expect(await al.peer.item(lost.item)).toBeUndefined();
  expect(al.undone).toEqual([{ feed: "us-ms", item: lost.item, kind: "training", cause: "restored" }]);
  await expectRebuilt(al, bootstrap);
});

test("whoever hears of the close obeys it soon, though the origin is away and no poll is due", async () => {
  const ga = await net.join("us-ga");
  const first = await publishOne({ title: "first" });
  await ms.publish({ ...training, op: "recall", item: first.item, reason: "a lie" });
  await al.peer.start();
  net.clock.advance(2_000);
  const status = async () => (await al.peer.item(first.item))?.status;
  await expect.poll(status, { timeout: 20_000 }).toBe("recalled");
  net.down.add("us-ms");
  const { seq, entrySha256: head } = first;
  const closed = net.members.map((member) =>
    member.code === "us-ms" ? closeEpoch(member, { seq, head, cause: "stolen" }, newKey) : member,
  );
  await ga.restart({ bootstrap: await net.issue(closed) });
  await al.peer.syncNow("us-ga");
  // Those who are due within two seconds, and nobody's poll.
  await expect
    .poll(
      async () => {
        net.clock.advance(500);
        return await status();
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBe("live");
});

test("a member whose own epoch was closed learns it from whoever refuses its requests, and what follows too", async () => {
  const first = await publishOne({ title: "first" });
  await sync();
  const { seq, entrySha256: head } = first;
  const closed = net.members.map((member) => {
    if (member.code !== "us-ms") return member;
    const { epochs, ...rest } = closeEpoch(member, { seq, head, cause: "stolen" }, newKey);
    return { ...rest, epochs: epochs.slice(0, 1) };
  });
  await al.restart({ bootstrap: await net.issue(closed) });
  expect(await ms.peer.ownFeed()).toMatchObject({ epoch: 1 });
  await ms.peer.syncNow("us-al");
  expect((await ms.peer.ownFeed()).epoch).toBeUndefined();
  const next = net.members.map((member) =>
    member.code === "us-ms" ? closeEpoch(member, { seq, head, cause: "stolen" }, newKey) : member,
  );
  await al.restart({ bootstrap: await net.issue(next) });
  await ms.peer.syncNow("us-al");
  expect(await ms.peer.ownKeys()).toMatchObject([{ kid: newKey.kid, epoch: 2, from: seq + 1 }]);
});

test("a handler that fails leaves the feed as it was, and the next sync undoes it all", async () => {
  const first = await publishOne({ title: "first" });
  await sync();
  const planted = await publishOne({ title: "planted" });
  await ms.publish({ ...training, op: "recall", item: first.item, reason: "a lie" });
  await sync();
  await close(first, "stolen");
  let broken = true;
  await al.restart({
    onItem: () => {
      if (broken) throw new Error("handler");
    },
  });
  await ms.publish({ ...training, op: "revise", item: first.item, body: { title: "second" } });
  await expect(sync()).rejects.toThrow("handler");
  expect(await al.database.sql`select 1 from peer.void_entries`).toHaveLength(0);
  expect(await al.peer.item(planted.item)).toMatchObject({ status: "live" });
  expect(await al.peer.item(first.item)).toMatchObject({ status: "recalled" });
  broken = false;
  expect(await sync()).toMatchObject({ outcome: "synced" });
  expect(await al.peer.item(planted.item)).toBeUndefined();
  expect(await al.peer.item(first.item)).toMatchObject({ status: "live", revision: 2 });
});

test("a receipt for void entries says nothing of those that take their numbers", async () => {
  const first = await publishOne({ title: "first" });
  await publishOne({ title: "planted" });
  await sync();
  const applied = async () =>
    (await ms.peer.status()).find(({ code }) => code === "us-al")?.appliedOurs?.through;
  await expect.poll(applied, { timeout: 20_000 }).toBe(2);
  await close(first, "stolen");
  await publishOne({ title: "second" });
  expect(await applied()).toBe(1);
  await sync();
  await expect.poll(applied, { timeout: 20_000 }).toBe(2);
});

test("a process that has not obeyed the close yet signs nothing upon the thief's head", async () => {
  const first = await publishOne({ title: "first" });
  await publishOne({ title: "planted" });
  const { seq, entrySha256: head } = first;
  const closed = net.members.map((member) =>
    member.code === "us-ms" ? closeEpoch(member, { seq, head, cause: "stolen" }, newKey) : member,
  );
  await ms.restart({ bootstrap: await net.issue(closed), key: newKey });
  await expect(publishOne({ title: "too early" })).rejects.toMatchObject({
    code: "federation.feed-unsettled",
  });
  await ms.peer.start();
  expect(await publishOne({ title: "now" })).toMatchObject({ seq: 2 });
});

test("a newcomer gets closed history from a mirror, or from an origin without a current key, before any checkpoint", async () => {
  const one = await publishOne({ title: "one" });
  const two = await publishOne({ title: "two" });
  await sync();
  const { seq, entrySha256: head } = two;
  const members = net.members.map((member) =>
    member.code === "us-ms" ? closeEpoch(member, { seq, head, cause: "stolen" }, newKey) : member,
  );
  const bootstrap = await net.issue(members);
  await al.restart({ bootstrap });
  net.down.add("us-ms");
  await sync();
  const ga = await net.join("us-ga", { bootstrap });
  const [fromMirror] = await ga.peer.syncNow("us-ms");
  expect(fromMirror).toMatchObject({ outcome: "synced", published: 2 });
  expect(await ga.peer.item(one.item)).toMatchObject({ complete: true, body: { title: "one" } });
  expect((await ga.peer.syncNow("us-ms"))[0]).toMatchObject({ outcome: "failed", published: 0 });

  for (const table of ["feeds", "entries", "items", "bodies"])
    await ga.database.sql.unsafe(`delete from peer.${table}`);
  net.down.delete("us-ms");
  net.down.add("us-al");
  await ms.restart({ bootstrap });
  await ms.peer.start();
  expect((await ga.peer.syncNow("us-ms"))[0]).toMatchObject({ outcome: "synced", published: 2 });
  await ms.restart({ bootstrap, key: newKey });
  await publishOne({ title: "three" });
  expect((await ga.peer.syncNow("us-ms"))[0]).toMatchObject({ published: 1, source: "us-ms" });
});
