import { signCheckpoint } from "@concord/federation";
import { testClock } from "@concord/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { minute, type TestMember, testNetwork, training } from "../test/network.ts";

let net: Awaited<ReturnType<typeof testNetwork>>;
let ms: TestMember;
beforeEach(async () => {
  net = await testNetwork(["us-ms", "us-al", "us-ga"]);
  ms = await net.join("us-ms");
});
afterEach(() => net.close());

const day = 24 * 60 * minute;

test("a full disk loses nothing: recalls take effect, and the file comes once there is room", async () => {
  let full = true;
  const al = await net.join("us-al", {
    blobs: (store) => ({
      ...store,
      async put(bytes, expect) {
        if (!full) return await store.put(bytes, expect);
        for await (const _ of bytes as AsyncIterable<Uint8Array>) {
          throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
        }
        throw new Error("nothing came");
      },
    }),
  });
  const keep = async (words: string) => ({
    ...(await ms.own.put(Buffer.from(words))),
    ...{ type: "image/png", role: "cover" },
  });
  const { item } = await ms.publish({ ...training, op: "publish", body: {}, blobs: [await keep("one")] });
  const other = await ms.publish({ ...training, op: "publish", body: {}, blobs: [await keep("two")] });
  expect((await al.peer.syncNow("us-ms"))[0]).toMatchObject({ outcome: "synced", blobsMissing: 2 });
  await ms.publish({ ...training, op: "recall", item: other.item });
  expect((await al.peer.syncNow("us-ms"))[0]).toMatchObject({ recalled: 1, blobsMissing: 1 });
  expect(await al.peer.item(item)).toMatchObject({ complete: false });
  full = false;
  expect((await al.peer.syncNow("us-ms"))[0]).toMatchObject({ blobsFetched: 1, blobsMissing: 0 });
  expect(await al.peer.item(item)).toMatchObject({ complete: true });
  expect(al.heard.map(({ op }) => op)).toEqual(["recall", "publish"]);
});

test.each([
  ["ahead", day],
  ["behind", -day],
])(
  "a clock that is a day %s quarantines nobody and loses nothing, and is told by how much",
  async (_, off) => {
    const clock = testClock(new Date(net.clock.now().getTime() + off).toISOString());
    const al = await net.join("us-al", { clock });
    const ga = await net.join("us-ga");
    const theirs = await ms.publish({ ...training, op: "publish", body: { ms: 1 } });
    const ours = await al.publish({ ...training, op: "publish", body: { al: 1 } });
    const [summary] = await al.peer.syncNow("us-ms");
    expect(summary).toMatchObject({ outcome: "failed" });
    expect(summary?.refused).toContainEqual({ source: "us-ms", reason: "stale-request" });
    const seen = (await al.peer.status()).find(({ code }) => code === "us-ms");
    expect(seen).toMatchObject({ lastReason: "stale-request", clockAhead: -off / 1000 });
    expect((await ms.peer.syncNow("us-al"))[0]).toMatchObject({ outcome: "failed" });
    for (const { peer } of [ms, al, ga]) expect(await peer.quarantines()).toEqual([]);

    await al.restart({ clock: net.clock });
    net.clock.advance(minute);
    expect((await al.peer.syncNow("us-ms"))[0]).toMatchObject({ outcome: "synced", published: 1 });
    expect((await al.peer.status()).find(({ code }) => code === "us-ms")?.clockAhead).toBeUndefined();
    expect((await ms.peer.syncNow("us-al"))[0]).toMatchObject({ outcome: "synced", published: 1 });
    expect(await ms.peer.item(ours.item)).toMatchObject({ complete: true });
    expect(await al.peer.item(theirs.item)).toMatchObject({ complete: true });
    expect((await ga.peer.syncNow("us-al"))[0]).toMatchObject({ outcome: "synced" });
  },
);

test("a liar frames no honest member: neither forged statements nor old ones nor its own chain quarantine it", async () => {
  const al = await net.join("us-al");
  const ga = await net.join("us-ga");
  for (let at = 0; at < 3; at += 1) await ms.publish({ ...training, op: "publish", body: { at } });
  await al.peer.syncNow("us-ms");
  await ga.peer.syncNow("us-ms");
  const [row] = await al.database.sql`select checkpoint from peer.feeds where code = 'us-ms'`;
  const old: string = row?.checkpoint;
  const payload = JSON.parse(Buffer.from(old.split(".")[1] ?? "", "base64url").toString());
  net.clock.advance(60 * minute);
  const forged = await signCheckpoint({ ...payload, size: 1, head: "f".repeat(64) }, ga.key, net.clock.now());
  const altered = Buffer.from(JSON.stringify({ ...payload, size: 2 })).toString("base64url");
  const lies = [forged.text, old.replace(/\.[^.]*\./, `.${altered}.`), old];
  net.down.add("us-ms");
  for (const lie of lies) {
    net.setTamper(async (url, answer) => {
      if (!url.pathname.includes("/feeds/us-ms/")) return await answer();
      if (url.pathname.endsWith("/entries")) return Response.json({ entries: ["a.b.c"], bodies: {} });
      return new Response(lie, { headers: { "content-type": "application/jose" } });
    });
    await al.peer.syncNow("us-ms");
    await al.peer.crossCheck();
    expect(await al.peer.quarantines()).toEqual([]);
  }
  net.down.delete("us-ms");
  net.setTamper((_, answer) => answer());
  await ms.publish({ ...training, op: "publish", body: { at: 4 } });
  expect((await al.peer.syncNow("us-ms"))[0]).toMatchObject({ outcome: "synced", published: 1 });
});
