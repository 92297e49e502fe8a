import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestMember, testNetwork, training } from "../test/network.ts";

let net: Awaited<ReturnType<typeof testNetwork>>;
beforeEach(async () => {
  net = await testNetwork(["us-ms", "us-al"]);
});
afterEach(() => net.close());

async function pictureOf({ own }: TestMember, said: string) {
  const { sha256, size } = await own.put(Buffer.from(said));
  return { sha256, size, type: "image/png", role: "cover" };
}

test("a file that broke off is fetched soon after, though the pull itself went well", async () => {
  const ms = await net.join("us-ms");
  const al = await net.join("us-al");
  const blobs = [await pictureOf(ms, "a picture")];
  let broken = true;
  net.setTamper(async (url, answer) => {
    if (broken && url.pathname.includes("/blobs/")) throw new TypeError("fetch failed");
    // No hint tells that it is back.
    return url.pathname.endsWith("/hints") ? new Response(null, { status: 503 }) : await answer();
  });
  const { item } = await ms.publish({ ...training, op: "publish", body: {}, blobs });
  await al.peer.start();
  net.clock.advance(10_000);
  const standing = async () => (await al.peer.item(item))?.complete;
  await expect.poll(standing, { timeout: 20_000 }).toBe(false);
  const nextIn = async () => {
    const [status] = (await al.peer.status()).filter((one) => one.code === "us-ms");
    return ((status?.nextAttemptAt?.getTime() ?? 0) - net.clock.now().getTime()) / 1000;
  };
  await expect.poll(nextIn, { timeout: 20_000 }).toBeLessThan(20);
  broken = false;
  net.clock.advance(20_000);
  await expect.poll(standing, { timeout: 20_000 }).toBe(true);
});

test("a file that is named while another is being fetched follows it, not the next poll", async () => {
  const ms = await net.join("us-ms");
  const al = await net.join("us-al");
  const blobs = [await pictureOf(ms, "the first"), await pictureOf(ms, "the second")];
  const wait = Promise.withResolvers<void>();
  const asked: string[] = [];
  net.setTamper(async (url, answer) => {
    const file = url.pathname.split("/blobs/")[1];
    if (file) asked.push(file);
    if (file === blobs[0]?.sha256) await wait.promise;
    return await answer();
  });
  const give = (at: number) =>
    ms.publish({ ...training, op: "publish", body: { at }, blobs: blobs.slice(at, at + 1) });
  await give(0);
  await al.peer.start();
  net.clock.advance(10_000);
  await expect.poll(() => asked, { timeout: 20_000 }).toEqual([blobs[0]?.sha256]);
  const { item } = await give(1);
  net.clock.advance(2_000);
  await expect.poll(async () => (await al.peer.item(item))?.complete, { timeout: 20_000 }).toBe(false);
  wait.resolve();
  await expect.poll(async () => (await al.peer.item(item))?.complete, { timeout: 20_000 }).toBe(true);
  expect(al.heard.map((change) => change.item)).toContain(item);
});
