import { decodeCheckpoint, sha256, signCheckpoint, signEntry } from "@concord/federation";
import { afterEach, beforeEach, expect, test } from "vitest";
import { minute, type TestMember, testNetwork, training } from "../test/network.ts";

let net: Awaited<ReturnType<typeof testNetwork>>;
let ms: TestMember;
let al: TestMember;
let ga: TestMember;
beforeEach(async () => {
  net = await testNetwork(["us-ms", "us-al", "us-ga"]);
  ms = await net.join("us-ms");
  al = await net.join("us-al");
  ga = await net.join("us-ga");
  await ms.publish({ ...training, op: "publish", body: { at: 1 } });
  for (const one of [al, ga]) await one.peer.syncNow("us-ms");
});
afterEach(() => net.close());

const checked = async () => (await al.peer.crossCheck()).filter(({ feed }) => feed === "us-ms");
const quarantined = async () => (await al.peer.status()).find(({ code }) => code === "us-ms")?.quarantine;
const jose = (text: string) => new Response(text, { headers: { "content-type": "application/jose" } });

/** What Alabama holds of Mississippi's feed. */
async function held() {
  const [row] = await al.database.sql`select checkpoint from peer.feeds where code = 'us-ms'`;
  return decodeCheckpoint(row?.checkpoint);
}

/** Georgia serves what Mississippi shows to it alone. */
function georgiaServes(checkpoint: string, entries: readonly string[] = []) {
  net.setTamper(async (url, answer) => {
    if (url.hostname !== "us-ga.localhost") return await answer();
    if (url.pathname.endsWith("/us-ms/checkpoint")) return jose(checkpoint);
    if (url.pathname.endsWith("/us-ms/entries")) return Response.json({ entries, bodies: {} });
    return await answer();
  });
}

async function signAt(size: number, head: string) {
  const { net: id, feed, epoch, registry } = await held();
  return await signCheckpoint({ net: id, feed, epoch, size, head, registry }, ms.key, net.clock.now());
}

test("mirrors that hold the same feed, or less of it, agree", async () => {
  expect(await checked()).toEqual([{ feed: "us-ms", mirror: "us-ga", found: "agrees" }]);
  await ms.publish({ ...training, op: "publish", body: { at: 2 } });
  await al.peer.syncNow("us-ms");
  expect(await checked()).toEqual([{ feed: "us-ms", mirror: "us-ga", found: "agrees" }]);
  await ms.publish({ ...training, op: "publish", body: { at: 3 } });
  await ga.peer.syncNow("us-ms");
  expect(await checked()).toEqual([{ feed: "us-ms", mirror: "us-ga", found: "agrees" }]);
  expect(await quarantined()).toBeUndefined();
});

test("a feed that shows one member another head is found by asking a mirror, and the evidence is kept", async () => {
  net.clock.advance(minute);
  const other = await signAt(1, sha256("another"));
  georgiaServes(other.text);
  expect(await checked()).toEqual([{ feed: "us-ms", mirror: "us-ga", found: "split-view" }]);
  expect(await quarantined()).toMatchObject({ reason: "split-view" });
  expect((await al.peer.quarantines())[0]?.evidence).toEqual([(await held()).text, other.text]);
});

test("a feed that went on from another entry for one member is proved by its next entry", async () => {
  const { net: id } = await held();
  const place = { net: id, feed: "us-ms", epoch: 1, iat: 1_793_500_000 };
  const body = { sha256: sha256("{}"), size: 2 };
  const about = { ...training, item: "us-ms.fork", significance: "minor" as const, body };
  const draft = { ...place, ...about, op: "publish" as const, revision: 1 as const };
  const fork = await signEntry({ ...draft, seq: 2, prev: sha256("another") }, ms.key);
  georgiaServes((await signAt(2, sha256(fork.text))).text, [fork.text]);
  expect(await checked()).toEqual([{ feed: "us-ms", mirror: "us-ga", found: "split-view" }]);
  expect((await al.peer.quarantines())[0]?.evidence).toContain(fork.text);
});

test("a feed that is smaller for one member, though signed later, is a rollback", async () => {
  net.clock.advance(minute);
  georgiaServes((await signAt(0, "0".repeat(64))).text);
  expect(await checked()).toEqual([{ feed: "us-ms", mirror: "us-ga", found: "rollback" }]);
});

test("a mirror's own word frames nobody", async () => {
  const { net: id, registry } = await held();
  const lie = { net: id, feed: "us-ms", epoch: 1, size: 1, head: sha256("lie"), registry };
  const forged = await signCheckpoint(lie, ga.key, net.clock.now());
  const [header, , signature] = (await held()).text.split(".");
  const payload = Buffer.from(JSON.stringify({ ...lie, iat: 1, exp: 2 })).toString("base64url");
  for (const text of [forged.text, [header, payload, signature].join("."), "nonsense"]) {
    georgiaServes(text);
    const [check] = await checked();
    expect(["unknown-key", "bad-signature", "not-canonical"]).toContain(check?.found);
  }
  net.down.add("us-ga");
  expect(await checked()).toEqual([{ feed: "us-ms", mirror: "us-ga", found: "unreachable" }]);
  expect(await quarantined()).toBeUndefined();
});
