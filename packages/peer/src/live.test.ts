import { generateSigningKey, issueRegistry, readSigningKey, sha256 } from "@concord/federation";
import { serveNode } from "@concord/http";
import { createLogger } from "@concord/runtime";
import { afterEach, beforeEach, expect, test } from "vitest";
import { memberOf, minute, testNetwork, training } from "../test/network.ts";
import { loopbackFetch } from "./loopback-fetch.ts";

let net: Awaited<ReturnType<typeof testNetwork>>;
beforeEach(async () => {
  net = await testNetwork(["us-ms", "us-al", "us-ga"]);
});
afterEach(() => net.close());

test("a hint alone brings a publication, while another peer hangs", async () => {
  const ms = await net.join("us-ms");
  const al = await net.join("us-al");
  await net.join("us-ga");
  net.setTamper(async (url, answer) => {
    if (url.hostname === "us-ga.localhost") await new Promise(() => {});
    return await answer();
  });
  await al.peer.start();
  net.clock.advance(minute);
  const heardOf = async () => (await al.peer.status()).find((one) => one.code === "us-ms")?.lastHeardAt;
  await expect.poll(heardOf, { timeout: 20_000 }).toBeDefined();
  const { item } = await ms.publish({ ...training, op: "publish", body: { title: "now" } });
  // Long enough for a hint, which is heeded once a second, and much too short for a poll.
  net.clock.advance(2_000);
  const eventsOf = async () => (await al.peer.events()).map((event) => event.item);
  await expect.poll(eventsOf, { timeout: 20_000 }).toEqual([item]);
  expect(al.heard.map((change) => change.item)).toEqual([item]);
});

test("without any hint, polling finds it", async () => {
  const ms = await net.join("us-ms");
  const al = await net.join("us-al");
  net.setTamper(async (url, answer) =>
    url.pathname.endsWith("/hints") ? new Response(null, { status: 503 }) : await answer(),
  );
  await al.peer.start();
  net.clock.advance(10_000);
  await expect.poll(async () => (await al.peer.status())[0]?.lastHeardAt, { timeout: 20_000 }).toBeDefined();
  await ms.publish({ ...training, op: "publish", body: {} });
  net.clock.advance(6 * minute);
  await expect.poll(() => al.heard.length, { timeout: 20_000 }).toBe(1);
});

test("a member that ended before its hint went out sends it when it starts again", async () => {
  const ms = await net.join("us-ms");
  const al = await net.join("us-al");
  let lost = 0;
  let ended = true;
  net.setTamper(async (url, answer) => {
    if (!ended || !url.pathname.endsWith("/hints")) return await answer();
    lost += 1;
    throw new TypeError("fetch failed");
  });
  await al.peer.start();
  net.clock.advance(10_000);
  await expect.poll(async () => (await al.peer.status())[0]?.lastHeardAt, { timeout: 20_000 }).toBeDefined();
  const { item } = await ms.publish({ ...training, op: "publish", body: {} });
  await expect.poll(() => lost, { timeout: 20_000 }).toBe(1);
  ended = false;
  await ms.peer.start();
  net.clock.advance(2_000);
  await expect.poll(() => al.heard.map((change) => change.item), { timeout: 20_000 }).toEqual([item]);
});

test("a receipt that the origin did not take is sent again though nothing is new, ever more seldom", async () => {
  const ms = await net.join("us-ms");
  const al = await net.join("us-al");
  const tried: number[] = [];
  let broken = true;
  net.setTamper(async (url, answer) => {
    if (!url.pathname.endsWith("/receipts")) return await answer();
    tried.push(net.clock.now().getTime());
    return broken ? new Response(null, { status: 503 }) : await answer();
  });
  const sent = (times: number) => expect.poll(() => tried.length, { timeout: 20_000 }).toBe(times);
  const owed = async () => {
    const [row] = await al.database.sql`select * from peer.feeds where code = 'us-ms'`;
    return { through: row?.receipt_through, failures: row?.receipt_failures };
  };
  const settled = (through: number, failures: number) =>
    expect.poll(owed, { timeout: 20_000 }).toEqual({ through, failures });
  await ms.publish({ ...training, op: "publish", body: {} });
  await al.peer.syncNow("us-ms");
  await sent(1);
  await settled(0, 1);
  // Too soon: nothing is sent.
  expect((await al.peer.syncNow("us-ms"))[0]).toMatchObject({ outcome: "current" });
  net.clock.advance(20_000);
  await al.peer.syncNow("us-ms");
  await sent(2);
  await settled(0, 2);
  net.clock.advance(20_000);
  await al.peer.syncNow("us-ms");
  broken = false;
  net.clock.advance(30_000);
  await al.peer.syncNow("us-ms");
  await sent(3);
  await settled(1, 0);
  const heard = async () =>
    (await ms.peer.status()).find(({ code }) => code === "us-al")?.appliedOurs?.through;
  expect(await heard()).toBe(1);
  net.clock.advance(60 * minute);
  await al.peer.syncNow("us-ms");
  expect(tried).toHaveLength(3);
});

test("a receipt that is under way or not due yet is not sent by another pull beside it", async () => {
  const ms = await net.join("us-ms");
  const al = await net.join("us-al");
  const tried: string[] = [];
  const arrived = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  net.setTamper(async (url, answer) => {
    if (!url.pathname.endsWith("/receipts")) return await answer();
    tried.push(url.hostname);
    arrived.resolve();
    await held.promise;
    return await answer();
  });
  await ms.publish({ ...training, op: "publish", body: {} });
  await al.peer.syncNow("us-ms");
  await arrived.promise;
  for (let pull = 0; pull < 5; pull += 1) await al.peer.syncNow("us-ms");
  held.resolve();
  const heard = async () =>
    (await ms.peer.status()).find(({ code }) => code === "us-al")?.appliedOurs?.through;
  await expect.poll(heard, { timeout: 20_000 }).toBe(1);
  await al.peer.syncNow("us-ms");
  await al.peer.stop();
  expect(tried).toHaveLength(1);
});

test("a peer that is gone is asked ever more seldom, and any contact from it ends that", async () => {
  const ms = await net.join("us-ms");
  const al = await net.join("us-al");
  net.down.add("us-ms");
  const nextIn = async () => {
    const [status] = (await al.peer.status()).filter((one) => one.code === "us-ms");
    return ((status?.nextAttemptAt?.getTime() ?? 0) - net.clock.now().getTime()) / 1000;
  };
  for (let failure = 0; failure < 14; failure += 1) await al.peer.syncNow("us-ms");
  expect(await nextIn()).toBe(6 * 3600);
  net.down.delete("us-ms");
  await ms.publish({ ...training, op: "publish", body: {} });
  await expect.poll(nextIn, { timeout: 20_000 }).toBeLessThan(2);
});

test("a member that joins later is learned from the registry that a checkpoint names", async () => {
  const key = readSigningKey(generateSigningKey());
  const draft = {
    ...{ net: net.bootstrap.rootSha256, groups: [], validDays: 365, now: net.clock.now() },
    members: [...net.members, memberOf("us-ky", key)],
    after: { version: 1, sha256: payloadHash(net.bootstrap.registry) },
  };
  const registry = await issueRegistry(draft, net.registryKeys.slice(0, 2));
  const al = await net.join("us-al");
  const ms = await net.join("us-ms", { bootstrap: { ...net.bootstrap, registry } });
  const ky = await net.join("us-ky", { key, bootstrap: { ...net.bootstrap, registry } });
  const { item } = await ky.publish({ ...training, op: "publish", body: {} });
  await ms.publish({ ...training, op: "publish", body: {} });
  expect(await al.peer.syncNow("us-ky")).toEqual([]);
  await al.peer.syncNow("us-ms");
  expect((await al.peer.syncNow("us-ky"))[0]).toMatchObject({ outcome: "synced", published: 1 });
  expect(await al.peer.item(item)).toBeDefined();
});

function payloadHash(document: string): string {
  return sha256(Buffer.from(JSON.parse(document).payload, "base64url"));
}

test("what is not supported is mirrored, and handed over after an upgrade", async () => {
  let upgraded = false;
  const ms = await net.join("us-ms");
  const al = await net.join("us-al", {
    supports: (_, schema) => upgraded || schema !== "concord.training/2",
  });
  const { item } = await ms.publish({
    kind: "training",
    schema: "concord.training/2",
    op: "publish",
    body: {},
  });
  await al.peer.syncNow("us-ms");
  expect(await al.peer.item(item)).toMatchObject({ supported: false, complete: false });
  expect(al.heard).toEqual([]);
  upgraded = true;
  await al.peer.start();
  expect(await al.peer.item(item)).toMatchObject({ supported: true, complete: true });
  expect(al.heard).toHaveLength(1);
});

test("with an expired registry a recall takes effect at once, and a publication waits for a new registry", async () => {
  const ms = await net.join("us-ms");
  const al = await net.join("us-al");
  const { item } = await ms.publish({ ...training, op: "publish", body: {} });
  await al.peer.syncNow("us-ms");
  net.clock.advance(400 * 24 * 60 * minute);
  await ms.publish({ ...training, op: "recall", item });
  const later = await ms.publish({ ...training, op: "publish", body: { held: true } });
  await al.peer.syncNow("us-ms");
  expect(await al.peer.item(item)).toMatchObject({ status: "recalled" });
  expect(await al.peer.item(later.item)).toMatchObject({ complete: false });
  expect(al.heard.map((change) => change.op)).toEqual(["publish", "recall"]);
  const draft = {
    ...{ net: net.bootstrap.rootSha256, groups: [], validDays: 365, now: net.clock.now() },
    ...{ members: net.members, after: { version: 1, sha256: payloadHash(net.bootstrap.registry) } },
  };
  const registry = await issueRegistry(draft, net.registryKeys.slice(0, 2));
  net.setTamper(async (url, answer) =>
    url.pathname.endsWith("/registry")
      ? new Response(registry, { headers: { "content-type": "application/jose+json" } })
      : await answer(),
  );
  const ga = await net.join("us-ga", { bootstrap: { ...net.bootstrap, registry } });
  await ga.publish({ ...training, op: "publish", body: {} });
  await al.peer.syncNow("us-ga");
  await ms.publish({ ...training, op: "publish", body: {} });
  await al.peer.syncNow("us-ms");
  expect(await al.peer.item(later.item)).toMatchObject({ complete: true });
});

test("many publications at once wait for each other and for no second connection", async () => {
  const ms = await net.join("us-ms");
  const many = Array.from({ length: 25 }, (_, at) =>
    ms.publish({ ...training, op: "publish", body: { at } }),
  );
  const published = await Promise.all(many);
  expect(published.map((one) => one.seq).sort((a, b) => a - b)).toEqual(published.map((_, at) => at + 1));
});

test("two peers talk over real sockets", async () => {
  const log = createLogger({ level: "fatal" });
  const ms = await net.join("us-ms");
  const served = await serveNode({ fetch: ms.peer.routes.fetch, port: 0, host: "127.0.0.1", log });
  const call = loopbackFetch();
  try {
    const url = `http://ms.localhost:${served.port}/federation/v1/registry`;
    const response = await call(url);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(net.bootstrap.registry);
    await expect(call("http://example.com/")).rejects.toThrow("not a name of this machine");
  } finally {
    await served.close();
  }
});

test("by receipts the origin knows who holds what, and who has not applied a recall or an erasure", async () => {
  const ms = await net.join("us-ms");
  const al = await net.join("us-al");
  const one = await ms.publish({ ...training, op: "publish", body: { one: 1 } });
  const two = await ms.publish({ ...training, op: "publish", body: { two: 1 } });
  await al.peer.syncNow("us-ms");
  const holder = async (item: string, code: string) =>
    (await ms.peer.holders(item)).find((each) => each.code === code);
  await expect.poll(() => holder(one.item, "us-al"), { timeout: 20_000 }).toMatchObject({ revision: 1 });
  expect(await holder(one.item, "us-ga")).toMatchObject({ appliedThrough: 0 });
  net.down.add("us-al");
  await ms.publish({ ...training, op: "recall", item: one.item, reason: "wrong number" });
  await ms.publish({ ...training, op: "erase", item: two.item, reason: "a name" });
  const waiting = async () =>
    (await ms.peer.unapplied()).map(({ code, item, op, holds }) => ({ code, item, op, holds }));
  expect(await waiting()).toEqual([
    { code: "us-al", item: one.item, op: "recall", holds: true },
    { code: "us-ga", item: one.item, op: "recall", holds: false },
    { code: "us-al", item: two.item, op: "erase", holds: true },
    { code: "us-ga", item: two.item, op: "erase", holds: false },
  ]);
  net.down.delete("us-al");
  await al.peer.syncNow("us-ms");
  await expect
    .poll(async () => (await waiting()).map(({ code }) => code), { timeout: 20_000 })
    .toEqual(["us-ga", "us-ga"]);
  expect(await holder(two.item, "us-al")).toMatchObject({ ended: "erase", appliedThrough: 4 });
});
