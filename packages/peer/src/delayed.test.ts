import { signCheckpoint } from "@concord/federation";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestMember, testNetwork, training } from "../test/network.ts";

let net: Awaited<ReturnType<typeof testNetwork>>;
let ms: TestMember;

beforeEach(async () => {
  net = await testNetwork(["us-ms", "us-al"]);
  ms = await net.join("us-ms");
});
afterEach(() => net.close());

test("a recall that came and cannot be verified to its end is named until it takes effect", async () => {
  const al = await net.join("us-al");
  const { item } = await ms.publish({ ...training, op: "publish", body: {} });
  await al.peer.syncNow("us-ms");
  await ms.publish({ ...training, op: "recall", item });
  await ms.publish({ ...training, op: "publish", body: { next: 1 } });
  net.setTamper(async (url, answer) => {
    const response = await answer();
    if (!url.pathname.endsWith("/entries")) return response;
    const page = (await response.json()) as { entries: string[]; bodies: object };
    // The recall comes, what is after it does not.
    return Response.json({
      ...page,
      entries: url.searchParams.get("after") === "1" ? page.entries.slice(0, 1) : [],
    });
  });
  expect((await al.peer.syncNow("us-ms"))[0]).toMatchObject({ outcome: "failed" });
  const since = net.clock.now();
  expect(await al.peer.delayed()).toEqual([{ feed: "us-ms", item, op: "recall", why: "held", since }]);
  expect(await ms.peer.delayed()).toEqual([]);
  net.setTamper((_, answer) => answer());
  await al.peer.syncNow("us-ms");
  expect(await al.peer.delayed()).toEqual([]);
});

test("files of an erased item that the disk does not let go are named until they are gone", async () => {
  const al = await net.join("us-al", {
    blobs: (store) => ({
      ...store,
      async delete() {
        throw Object.assign(new Error("read-only file system"), { code: "EROFS" });
      },
    }),
  });
  const picture = { ...(await ms.own.put(Buffer.from("picture"))), type: "image/png", role: "cover" };
  const { item } = await ms.publish({ ...training, op: "publish", body: {}, blobs: [picture] });
  await al.peer.syncNow("us-ms");
  await ms.publish({ ...training, op: "erase", item });
  await al.peer.syncNow("us-ms");
  const since = net.clock.now();
  await expect
    .poll(() => al.peer.delayed())
    .toEqual([{ feed: "us-ms", item, op: "erase", why: "files", since }]);
  await al.restart();
  await al.peer.start();
  await expect.poll(() => al.peer.delayed()).toEqual([]);
});

test("the application hears of a quarantine in the transaction that makes it", async () => {
  const heard: string[] = [];
  const al = await net.join("us-al", { onQuarantine: (feed) => void heard.push(feed) });
  await ms.publish({ ...training, op: "publish", body: {} });
  await ms.publish({ ...training, op: "publish", body: { more: 1 } });
  await al.peer.syncNow("us-ms");
  const { registry } = await ms.peer.trust();
  const { text } = await signCheckpoint(
    {
      ...{ net: net.bootstrap.rootSha256, feed: "us-ms", epoch: 1, size: 1, head: "1".repeat(64) },
      registry: { version: registry.version, sha256: registry.sha256 },
    },
    ms.key,
    new Date(net.clock.now().getTime() + 60_000),
  );
  net.setTamper(async (url, answer) => {
    if (!url.pathname.endsWith("/us-ms/checkpoint")) return await answer();
    return new Response(text, { headers: { "content-type": "application/jose" } });
  });
  expect((await al.peer.syncNow("us-ms"))[0]).toMatchObject({ outcome: "held" });
  expect(heard).toEqual(["us-ms"]);
});
