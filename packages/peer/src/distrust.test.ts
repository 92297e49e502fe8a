import { createHash, randomBytes } from "node:crypto";
import { genesis, readSigningKey, sha256, signCheckpoint, signEntry } from "@concord/federation";
import { afterEach, beforeEach, expect, test } from "vitest";
import { minute, type TestMember, testNetwork, training } from "../test/network.ts";

let net: Awaited<ReturnType<typeof testNetwork>>;
let ms: TestMember;
let al: TestMember;

beforeEach(async () => {
  net = await testNetwork(["us-ms", "us-al", "us-ga"]);
  ms = await net.join("us-ms");
  al = await net.join("us-al");
});
afterEach(() => net.close());

const publishMany = async (count: number) => {
  for (let at = 0; at < count; at += 1) await ms.publish({ ...training, op: "publish", body: { at } });
};
const isPage = (url: URL) => url.pathname.endsWith("/entries");
type Page = { entries: string[]; bodies: Record<string, string> };

/** Changes pages on their way from one host. */
const changePages = (host: string, change: (page: Page) => void) =>
  net.setTamper(async (url, answer) => {
    const response = await answer();
    if (!isPage(url) || url.hostname !== host) return response;
    const page = (await response.json()) as Page;
    change(page);
    return Response.json(page);
  });

test("a tampered page is refused, quarantines nobody, and an honest mirror serves instead", async () => {
  await publishMany(3);
  const ga = await net.join("us-ga");
  await ga.peer.syncNow("us-ms");
  changePages("us-ms.localhost", (page) => {
    const [head, body, signature] = page.entries[1]?.split(".") ?? [];
    const flipped = `${signature?.[0] === "A" ? "B" : "A"}${signature?.slice(1)}`;
    page.entries[1] = [head, body, flipped].join(".");
  });
  const [summary] = await al.peer.syncNow("us-ms");
  expect(summary).toMatchObject({ outcome: "synced", published: 3 });
  expect(summary?.refused).toEqual([{ source: "us-ms", reason: "bad-signature" }]);
  expect((await al.peer.status()).find((one) => one.code === "us-ms")?.quarantine).toBeUndefined();
});

test("with no honest source nothing takes effect, and what was good is kept for the next time", async () => {
  await publishMany(3);
  changePages("us-ms.localhost", (page) => page.entries.splice(1, 1));
  const [refused] = await al.peer.syncNow("us-ms");
  expect(refused).toMatchObject({ outcome: "failed", published: 0 });
  expect(refused?.refused).toContainEqual({ source: "us-ms", reason: "sequence-gap" });
  expect(await al.peer.items({})).toEqual([]);
  expect(al.heard).toEqual([]);
  net.setTamper((_, answer) => answer());
  expect((await al.peer.syncNow("us-ms"))[0]).toMatchObject({ outcome: "synced", published: 3 });
});

test("a body that is not what the entry names is refused", async () => {
  await publishMany(1);
  changePages("us-ms.localhost", (page) => {
    for (const hash of Object.keys(page.bodies)) page.bodies[hash] = '{"at":"evil"}';
  });
  const [summary] = await al.peer.syncNow("us-ms");
  expect(summary?.refused).toContainEqual({ source: "us-ms", reason: "body-mismatch" });
  expect(await al.peer.items({})).toEqual([]);
});

test("a crash between pages leaves no gap: the next pull goes on where the rows end", async () => {
  await publishMany(12);
  let pages = 0;
  net.setTamper(async (url, answer) => {
    if (!isPage(url)) return await answer();
    pages += 1;
    if (pages === 3) throw new TypeError("connection lost");
    url.searchParams.set("limit", "5");
    return await ms.peer.routes.fetch(new Request(url, { headers: await headersFor(url) }));
  });
  const headersFor = async (url: URL) => await signedHeaders(url);
  const [broken] = await al.peer.syncNow("us-ms");
  expect(broken).toMatchObject({ outcome: "failed" });
  const [{ count } = { count: "" }] = await al.database.sql`select count(*) from peer.entries`;
  expect(Number(count)).toBe(10);
  expect(al.heard).toEqual([]);
  const [whole] = await al.peer.syncNow("us-ms");
  expect(whole).toMatchObject({ outcome: "synced", published: 12 });
  expect(al.heard.map((change) => change.seq)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
});

async function signedHeaders(url: URL): Promise<Record<string, string>> {
  const { signRequest, toSeconds } = await import("@concord/federation");
  const jws = await signRequest(
    {
      ...{ net: net.bootstrap.rootSha256, iss: "us-al", aud: "us-ms", htm: "GET", htu: url.href },
      ...{ jti: randomBytes(8).toString("hex"), iat: toSeconds(net.clock.now()) },
    },
    al.key,
  );
  return { authorization: `Concord ${jws}` };
}

test("a firewall's page is unreachable, never invalid", async () => {
  await publishMany(1);
  net.setTamper(async (url, answer) => {
    if (url.hostname !== "us-ms.localhost") return await answer();
    return new Response("<html>blocked</html>", { headers: { "content-type": "text/html" } });
  });
  const [summary] = await al.peer.syncNow("us-ms");
  expect(summary).toMatchObject({ outcome: "failed" });
  expect(summary?.refused[0]).toEqual({ source: "us-ms", reason: "unreachable" });
});

test("a handler that fails leaves cursor, effects and checkpoint as they were", async () => {
  let broken = true;
  const ga = await net.join("us-ga", {
    onItem: () => {
      if (broken) throw new Error("handler");
    },
  });
  await publishMany(1);
  await expect(ga.peer.syncNow("us-ms")).rejects.toThrow("handler");
  expect((await ga.peer.status()).find((one) => one.code === "us-ms")).toMatchObject({ verifiedThrough: 0 });
  broken = false;
  expect((await ga.peer.syncNow("us-ms"))[0]).toMatchObject({ published: 1 });
});

test("two contradictory checkpoints of the feed's own key quarantine the feed, with the evidence", async () => {
  await publishMany(1);
  await al.peer.syncNow("us-ms");
  net.clock.advance(minute);
  const { registry } = JSON.parse(
    Buffer.from((await checkpointOf("us-ms")).split(".")[1] ?? "", "base64url").toString(),
  );
  const lie = await signCheckpoint(
    {
      ...{ net: net.bootstrap.rootSha256, feed: "us-ms", epoch: 1, size: 1, head: sha256("another") },
      registry,
    },
    ms.key,
    net.clock.now(),
  );
  net.setTamper(async (url, answer) => {
    if (!url.pathname.endsWith("/us-ms/checkpoint")) return await answer();
    return new Response(lie.text, { headers: { "content-type": "application/jose" } });
  });
  expect((await al.peer.syncNow("us-ms"))[0]).toMatchObject({ outcome: "held" });
  expect((await al.peer.status()).find((one) => one.code === "us-ms")?.quarantine?.reason).toBe("split-view");
  await al.restart();
  const [quarantine] = await al.peer.quarantines();
  expect(quarantine).toMatchObject({ feed: "us-ms", reason: "split-view" });
  expect(quarantine?.evidence).toContain(lie.text);
  expect(await al.peer.items({})).toHaveLength(1);
  expect((await al.peer.syncNow("us-ms"))[0]).toMatchObject({ outcome: "held" });

  const release = () => al.database.transaction((tx) => al.peer.release(tx, "us-ms"));
  await release();
  await expect(release()).rejects.toMatchObject({ code: "federation.not-quarantined" });
  await al.restart();
  net.clock.advance(1_000);
  // The contradiction lasts, and is found again.
  expect((await al.peer.syncNow("us-ms"))[0]).toMatchObject({ outcome: "held" });
  await release();
  net.setTamper((_, answer) => answer());
  await publishMany(1);
  expect((await al.peer.syncNow("us-ms"))[0]).toMatchObject({ outcome: "synced", published: 1 });
  expect((await al.peer.quarantines()).map(({ ended }) => ended?.by)).toEqual(["office", "office"]);
});

async function checkpointOf(code: string): Promise<string> {
  const url = new URL(`http://us-ms.localhost/federation/v1/feeds/${code}/checkpoint`);
  return await (await ms.peer.routes.fetch(new Request(url, { headers: await signedHeaders(url) }))).text();
}

test("an unfinished blob is resumed at another source, a poisoned one is refused", async () => {
  const bytes = randomBytes(50_000);
  const blob = await ms.blobs.put(bytes);
  const blobs = [{ ...blob, type: "image/png", role: "cover" }];
  const { item } = await ms.publish({ ...training, op: "publish", body: {}, blobs });
  const ga = await net.join("us-ga");
  await ga.peer.syncNow("us-ms");
  const ranges: string[] = [];
  net.setTamper(async (url, answer) => {
    if (!url.pathname.includes("/blobs/")) return await answer();
    if (url.hostname === "us-ms.localhost") return new Response(Buffer.from(bytes.subarray(0, 20_000)));
    const response = await answer();
    ranges.push(response.headers.get("content-range") ?? "");
    return response;
  });
  expect((await al.peer.syncNow("us-ms"))[0]).toMatchObject({ blobsFetched: 1, blobsMissing: 0 });
  expect(ranges).toEqual(["bytes 20000-49999/50000"]);
  expect(
    createHash("sha256")
      .update((await al.blobs.read(blob.sha256)) ?? "")
      .digest("hex"),
  ).toBe(blob.sha256);

  const other = await ms.blobs.put(randomBytes(10));
  const second = {
    ...training,
    op: "publish" as const,
    body: {},
    blobs: [{ ...other, type: "image/png", role: "x" }],
  };
  const poisoned = await ms.publish(second);
  net.setTamper(async (url, answer) =>
    url.pathname.includes("/blobs/") ? new Response(randomBytes(10)) : await answer(),
  );
  expect((await al.peer.syncNow("us-ms"))[0]).toMatchObject({ published: 1, blobsMissing: 1 });
  expect(await al.peer.item(poisoned.item)).toMatchObject({ complete: false });
  expect(await al.peer.item(item)).toMatchObject({ complete: true });
  expect(al.heard.map((change) => change.item)).toEqual([item]);
  net.setTamper((_, answer) => answer());
  await al.peer.syncNow("us-ms");
  expect(await al.peer.item(poisoned.item)).toMatchObject({ complete: true });
});

test("validly signed nonsense is skipped, and the chain goes on", async () => {
  const place = { net: net.bootstrap.rootSha256, feed: "us-ms", epoch: 1, iat: 1_793_500_000 };
  const body = { sha256: sha256("{}"), size: 2 };
  const about = { ...training, item: "us-ms.ghost", significance: "minor" as const, body };
  const first = await signEntry(
    { ...place, seq: 1, prev: genesis, op: "revise", revision: 2, ...about },
    ms.key,
  );
  const second = await signEntry(
    { ...place, seq: 2, prev: sha256(first.text), op: "publish", revision: 1, ...about, item: "us-ms.real" },
    ms.key,
  );
  const { registry } = JSON.parse(
    Buffer.from((await checkpointOf("us-ms")).split(".")[1] ?? "", "base64url").toString(),
  );
  const head = sha256(second.text);
  const checkpoint = await signCheckpoint(
    { net: place.net, feed: "us-ms", epoch: 1, size: 2, head, registry },
    readSigningKey(JSON.stringify(ms.key.privateKey.export({ format: "jwk" }))),
    net.clock.now(),
  );
  net.setTamper(async (url, answer) => {
    if (url.hostname !== "us-ms.localhost") return await answer();
    if (isPage(url))
      return Response.json({ entries: [first.text, second.text], bodies: { [body.sha256]: "{}" } });
    return new Response(checkpoint.text, { headers: { "content-type": "application/jose" } });
  });
  const [summary] = await al.peer.syncNow("us-ms");
  expect(summary).toMatchObject({ outcome: "synced", published: 1, ignored: 1 });
  expect((await al.peer.items({})).map((item) => item.item)).toEqual(["us-ms.real"]);
});
