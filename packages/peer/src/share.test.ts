import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestMember, testNetwork, training } from "../test/network.ts";

let net: Awaited<ReturnType<typeof testNetwork>>;
let ms: TestMember;
let al: TestMember;

beforeAll(async () => {
  net = await testNetwork(["us-ms", "us-al", "us-ga"]);
  ms = await net.join("us-ms");
  al = await net.join("us-al");
});
afterAll(() => net.close());

const image = randomBytes(200_000);
let item: string;

test("what one peer publishes, another pulls, verifies, mirrors and hands on with every blob", async () => {
  const { sha256, size } = await ms.blobs.put(image);
  const published = await ms.publish({
    ...{
      ...training,
      op: "publish",
      body: { title: "Señales" },
      attribution: "Mississippi",
      licence: "CC-BY-4.0",
    },
    blobs: [{ sha256, size, type: "image/png", role: "cover" }],
  });
  item = published.item;
  expect(published).toMatchObject({ revision: 1, seq: 1, item: expect.stringMatching(/^us-ms\.item_/) });

  const [summary] = await al.peer.syncNow("us-ms");
  expect(summary).toMatchObject({
    outcome: "synced",
    source: "us-ms",
    published: 1,
    blobsFetched: 1,
    refused: [],
  });
  expect(await al.peer.item(item)).toMatchObject({
    ...{ feed: "us-ms", revision: 1, status: "live", complete: true, body: { title: "Señales" } },
    attribution: "Mississippi",
  });
  expect(al.heard).toMatchObject([{ item, op: "publish", body: { title: "Señales" }, seq: 1 }]);
  expect(Buffer.from((await al.blobs.read(sha256)) ?? [])).toEqual(image);
  expect(await al.peer.items({ kind: "training" })).toHaveLength(1);
  expect(await al.peer.items({ kind: "toolkit" })).toHaveLength(0);
});

test("a second pull changes nothing and tells nobody again", async () => {
  const [summary] = await al.peer.syncNow("us-ms");
  expect(summary).toMatchObject({ outcome: "current", published: 0 });
  expect(al.heard).toHaveLength(1);
});

test("a revision follows, and the old body can still be read for a diff", async () => {
  await ms.publish({
    ...training,
    op: "revise",
    item,
    body: { title: "Señales y más" },
    significance: "minor",
  });
  await al.peer.syncNow("us-ms");
  expect(await al.peer.item(item)).toMatchObject({ revision: 2, body: { title: "Señales y más" } });
  expect(await al.peer.revisionBody(item, 1)).toEqual({ title: "Señales" });
});

test("the origin learns from a receipt how far the other has applied its feed", async () => {
  await expect
    .poll(async () => (await ms.peer.status()).find((one) => one.code === "us-al")?.appliedOurs?.through, {
      timeout: 20_000,
    })
    .toBe(2);
});

test("with the origin gone for good, a third bootstraps from the mirror, blobs included", async () => {
  net.down.add("us-ms");
  const ga = await net.join("us-ga");
  const [summary] = await ga.peer.syncNow("us-ms");
  expect(summary).toMatchObject({
    ...{ outcome: "synced", source: "us-al", published: 1, revised: 1 },
    refused: [{ source: "us-ms", reason: "unreachable" }],
  });
  expect(await ga.peer.item(item)).toMatchObject({ revision: 2, complete: true });
  const [status] = (await ga.peer.status()).filter((one) => one.code === "us-ms");
  expect(status).toMatchObject({ verifiedThrough: 2, lagEntries: 0, lastReason: "unreachable" });
  net.down.delete("us-ms");
});

test("a recall hides everywhere and an erase leaves no bytes, at the origin and at the mirror", async () => {
  const secret = randomBytes(1000);
  const blob = await ms.blobs.put(secret);
  const blobs = [{ ...blob, type: "image/png", role: "cover" }];
  const second = await ms.publish({ ...training, op: "publish", body: { title: "A name" }, blobs });
  await al.peer.syncNow("us-ms");
  expect(await al.blobs.has(blob.sha256)).toBe(true);

  await ms.publish({ ...training, op: "recall", item, reason: "wrong number" });
  await ms.publish({ ...training, op: "erase", item: second.item, reason: "consent withdrawn" });
  const [summary] = await al.peer.syncNow("us-ms");
  expect(summary).toMatchObject({ recalled: 1, erased: 1 });
  expect(await al.peer.item(item)).toMatchObject({ status: "recalled", reason: "wrong number" });
  expect(await al.peer.items({ feed: "us-ms" })).toEqual([]);
  expect(await al.peer.revisionBody(second.item, 1)).toBeUndefined();
  await expect.poll(() => al.blobs.has(blob.sha256), { timeout: 20_000 }).toBe(false);
  const rows = await al.database.sql`select json from peer.bodies where json like '%A name%'`;
  expect(rows).toHaveLength(0);
  expect(al.heard.slice(-2).map((change) => change.op)).toEqual(["recall", "erase"]);
  await expect(
    ms.publish({ ...training, op: "revise", item, body: { title: "back again" } }),
  ).rejects.toMatchObject({ code: "federation.tombstoned" });
});

test("nothing is published when the caller's transaction is rolled back", async () => {
  const before = (await ms.peer.events(100)).length;
  const failing = ms.database.transaction(async (tx) => {
    await ms.peer.publish(tx, { ...training, op: "publish", body: {} });
    throw new Error("the caller changed its mind");
  });
  await expect(failing).rejects.toThrow("changed its mind");
  expect(await ms.peer.events(100)).toHaveLength(before);
  const next = await ms.publish({ ...training, op: "publish", body: { title: "next" } });
  await al.peer.syncNow("us-ms");
  expect(await al.peer.item(next.item)).toMatchObject({ complete: true });
});
