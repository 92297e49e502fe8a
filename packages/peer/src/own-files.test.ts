import { randomBytes } from "node:crypto";
import { signRequest, toSeconds } from "@concord/federation";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestMember, testNetwork, training } from "../test/network.ts";

let net: Awaited<ReturnType<typeof testNetwork>>;
let ms: TestMember;
let al: TestMember;
const ours = randomBytes(2_000);
let sha256: string;
let named: { sha256: string; size: number; type: string; role: string };

beforeEach(async () => {
  net = await testNetwork(["us-ms", "us-al", "us-ga"]);
  ms = await net.join("us-ms");
  al = await net.join("us-al");
  // Private in Alabama: an upload, a letter, a picture not yet published.
  const kept = await al.own.put(ours);
  sha256 = kept.sha256;
  named = { ...kept, type: "image/png", role: "cover" };
});
afterEach(() => net.close());

/** Mississippi asks Alabama for a file, as any member may. */
async function askAlabama(hash: string): Promise<Response> {
  const url = new URL(`http://us-al.localhost/federation/v1/blobs/${hash}`);
  const jws = await signRequest(
    {
      ...{ net: net.bootstrap.rootSha256, iss: "us-ms", aud: "us-al", htm: "GET", htu: url.href },
      ...{ jti: randomBytes(8).toString("hex"), iat: toSeconds(net.clock.now()) },
    },
    ms.key,
  );
  return await al.peer.routes.fetch(new Request(url, { headers: { authorization: `Concord ${jws}` } }));
}

test("a member who knows the hash of a file of ours can neither have it nor erase it", async () => {
  await ms.blobs.put(ours);
  const { item } = await ms.publish({ ...training, op: "publish", body: {}, blobs: [named] });
  // It knows the hash alone, and has no bytes to give.
  await ms.blobs.delete(sha256);
  expect((await al.peer.syncNow("us-ms"))[0]).toMatchObject({ published: 1, blobsMissing: 1 });
  expect(await al.peer.item(item)).toMatchObject({ complete: false });
  expect((await askAlabama(sha256)).status).toBe(404);
  expect(await al.peer.files.has(sha256)).toBe(false);

  await ms.publish({ ...training, op: "erase", item, reason: "gone" });
  expect((await al.peer.syncNow("us-ms"))[0]).toMatchObject({ erased: 1 });
  await expect
    .poll(async () => (await al.database.sql`select 1 from peer.blobs`).length, { timeout: 20_000 })
    .toBe(0);
  expect(Buffer.from((await al.own.read(sha256)) ?? [])).toEqual(ours);
});

test("a file that both have is mirrored beside ours, and erasing the mirror leaves ours", async () => {
  await ms.own.put(ours);
  const { item } = await ms.publish({ ...training, op: "publish", body: {}, blobs: [named] });
  expect((await al.peer.syncNow("us-ms"))[0]).toMatchObject({ blobsFetched: 1 });
  expect((await askAlabama(sha256)).status).toBe(200);
  await ms.publish({ ...training, op: "erase", item, reason: "gone" });
  await al.peer.syncNow("us-ms");
  await expect.poll(() => al.blobs.has(sha256), { timeout: 20_000 }).toBe(false);
  await expect.poll(() => ms.blobs.has(sha256), { timeout: 20_000 }).toBe(false);
  expect((await askAlabama(sha256)).status).toBe(404);
  expect(await al.own.has(sha256)).toBe(true);
});

test("what is published must be among our files", async () => {
  const unknown = { ...named, sha256: "0".repeat(64) };
  const publishing = ms.publish({ ...training, op: "publish", body: {}, blobs: [unknown] });
  await expect(publishing).rejects.toMatchObject({ code: "federation.blob-missing" });
});

test("a false size that one member names keeps nobody else's file from coming", async () => {
  await ms.own.put(ours);
  const lie = { ...named, size: 1 };
  const { item } = await ms.publish({ ...training, op: "publish", body: {}, blobs: [lie] });
  expect((await al.peer.syncNow("us-ms"))[0]).toMatchObject({ published: 1, blobsMissing: 1 });
  const ga = await net.join("us-ga");
  await ga.own.put(ours);
  const honest = await ga.publish({ ...training, op: "publish", body: {}, blobs: [named] });
  expect((await al.peer.syncNow("us-ga"))[0]).toMatchObject({ blobsFetched: 1, blobsMissing: 0 });
  expect(await al.peer.item(honest.item)).toMatchObject({ complete: true });
  const served = await askAlabama(sha256);
  expect(served.headers.get("content-length")).toBe("2000");
  expect(Buffer.from(await served.arrayBuffer())).toEqual(ours);
  await ms.publish({ ...training, op: "erase", item, reason: "a lie" });
  await al.peer.syncNow("us-ms");
  expect(await al.peer.item(honest.item)).toMatchObject({ complete: true });
});
