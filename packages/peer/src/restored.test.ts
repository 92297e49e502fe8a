import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generateSigningKey, readSigningKey, type SigningKey } from "@concord/federation";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closeEpoch, type TestMember, testNetwork, training } from "../test/network.ts";

let net: Awaited<ReturnType<typeof testNetwork>>;
let ms: TestMember;
let al: TestMember;
beforeEach(async () => {
  net = await testNetwork(["us-ms", "us-al", "us-ga"]);
  ms = await net.join("us-ms");
  al = await net.join("us-al");
});
afterEach(() => net.close());

const publishOne = () => ms.publish({ ...training, op: "publish", body: {} });
const sync = () => al.peer.syncNow("us-ms");
const markFile = () => join(ms.keysFolder, "feed-high-water.json");
const readMark = async () => JSON.parse(await readFile(markFile(), "utf8"));

/** Mississippi publishes one entry, is backed up, publishes another, and is put back to before it. */
async function restoreFromBackup() {
  await publishOne();
  await sync();
  const putBack = await ms.backUp();
  await publishOne();
  await sync();
  await putBack();
  await ms.restart();
}

test("what was signed stands in a file of the keys' folder before anybody can see it", async () => {
  const { entrySha256 } = await publishOne();
  let seen: unknown;
  net.setTamper(async (url, answer) => {
    const response = await answer();
    if (url.pathname.endsWith("/us-ms/checkpoint")) seen ??= await readMark();
    return response;
  });
  await sync();
  expect(seen).toMatchObject({ epoch: 1, seq: 1, head: entrySha256, checkpoint: expect.any(String) });
  expect((await stat(markFile())).mode & 0o777).toBe(0o600);
});

test("a database restored from a backup is noticed by the file alone, and nothing more is signed", async () => {
  await restoreFromBackup();
  net.down.add("us-al");
  net.clock.advance(3_600_000);
  await expect(publishOne()).rejects.toMatchObject({
    code: "federation.feed-behind",
    params: { source: "file", epoch: 1, seq: 2 },
  });
  await expect.poll(async () => (await ms.peer.ownFeed()).halted).toMatchObject({ source: "file", seq: 2 });
  net.down.delete("us-al");
  // Its last checkpoint may be served; a new one is not signed.
  expect((await sync())[0]).toMatchObject({ outcome: "current" });
  expect((await al.peer.status())[0]?.quarantine).toBeUndefined();
  expect((await readMark()).seq).toBe(2);
});

test("it is noticed at the start, when there is nothing to sign yet", async () => {
  await restoreFromBackup();
  net.down.add("us-al");
  await ms.peer.start();
  await expect
    .poll(async () => (await ms.peer.ownFeed()).halted, { timeout: 20_000 })
    .toMatchObject({
      source: "file",
      seq: 2,
    });
});

test("with the file lost too, a mirror tells, and another process and a restart keep to it", async () => {
  await restoreFromBackup();
  await rm(markFile());
  await expect(publishOne()).rejects.toMatchObject({ params: { source: "us-al", seq: 2 } });
  await expect.poll(async () => (await ms.peer.ownFeed()).halted?.source).toBe("us-al");
  net.down.add("us-al");
  await ms.restart();
  await expect(publishOne()).rejects.toMatchObject({ code: "federation.feed-behind" });
});

test("a database that went on by itself after a restore is noticed too", async () => {
  await restoreFromBackup();
  const mark = await readMark();
  await rm(markFile());
  net.down.add("us-al");
  // Without file and mirrors nobody can tell, so nothing is signed either.
  await expect(publishOne()).rejects.toMatchObject({ code: "federation.feed-unchecked" });
  await writeFile(markFile(), JSON.stringify({ epoch: 1, seq: 0, head: "0".repeat(64) }));
  await publishOne();
  await publishOne();
  await writeFile(markFile(), JSON.stringify(mark));
  await ms.restart();
  await expect(publishOne()).rejects.toMatchObject({ params: { source: "file", seq: 2 } });
});

test("a database that goes back under a running process signs no further checkpoint", async () => {
  await publishOne();
  await sync();
  const putBack = await ms.backUp();
  await publishOne();
  await sync();
  await putBack();
  net.clock.advance(3_600_000);
  await sync();
  expect((await readMark()).seq).toBe(2);
  await expect(publishOne()).rejects.toMatchObject({ code: "federation.feed-behind" });
});

test("a file that cannot be read stops signing, with its own code", async () => {
  await publishOne();
  await ms.restart();
  await writeFile(markFile(), "{");
  await expect(publishOne()).rejects.toMatchObject({ code: "peer.high-water-unreadable" });
});

test("after an ordinary restart publishing goes on", async () => {
  await publishOne();
  await sync();
  await ms.restart();
  expect(await publishOne()).toMatchObject({ seq: 2 });
  expect((await sync())[0]).toMatchObject({ published: 1 });
});

/** The registry closes Mississippi's epoch where it asks for it, and Alabama is the first to know. */
async function closeAt({ seq, head }: { readonly seq: number; readonly head: string }, key: SigningKey) {
  const members = net.members.map((member) =>
    member.code === "us-ms" ? closeEpoch(member, { seq, head, cause: "restored" }, key) : member,
  );
  const bootstrap = await net.issue(members);
  await al.restart({ bootstrap });
  return bootstrap;
}

test("what mirrors have of ours is recovered with its files, the epoch closed there, and publishing goes on", async () => {
  const { sha256, size } = await ms.own.put(Buffer.from("a picture"));
  const blobs = [{ sha256, size, type: "image/png", role: "cover" }];
  const first = await publishOne();
  await sync();
  const putBack = await ms.backUp();
  const second = await ms.publish({ ...training, op: "publish", body: { lost: true }, blobs });
  await ms.publish({ ...training, op: "recall", item: first.item, reason: "wrong number" });
  await sync();
  await putBack();
  await ms.blobs.delete(sha256);
  await ms.restart();
  await expect(publishOne()).rejects.toMatchObject({ code: "federation.feed-behind" });

  const found = await ms.peer.restoreFeed();
  expect(found).toMatchObject({ state: "close-epoch", epoch: 1, seq: 3, recovered: 2, missing: 0 });
  expect(await ms.peer.item(first.item)).toMatchObject({ status: "recalled", reason: "wrong number" });
  expect(await ms.peer.item(second.item)).toMatchObject({ complete: true, body: { lost: true } });
  expect(Buffer.from((await ms.blobs.read(sha256)) ?? [])).toEqual(Buffer.from("a picture"));
  expect(ms.heard).toEqual([]);
  expect(found.silent).toEqual(["us-ga"]);
  expect(ms.recovered.map(({ op, item, body }) => ({ op, item, body }))).toEqual([
    { op: "recall", item: first.item, body: undefined },
    { op: "publish", item: second.item, body: { lost: true } },
  ]);
  expect(await ms.peer.restoreFeed()).toMatchObject({ state: "close-epoch", seq: 3, recovered: 0 });
  await expect(publishOne()).rejects.toMatchObject({ code: "federation.feed-behind" });

  const key = readSigningKey(generateSigningKey());
  const bootstrap = await closeAt(found, key);
  expect(await ms.peer.restoreFeed()).toMatchObject({ state: "new-key" });
  await ms.restart({ bootstrap, key });
  expect(await ms.peer.restoreFeed()).toMatchObject({ state: "restored", epoch: 2, seq: 3 });
  expect((await ms.peer.ownFeed()).halted).toBeUndefined();
  const next = await publishOne();
  expect(next.seq).toBe(4);
  expect((await sync())[0]).toMatchObject({ outcome: "synced", published: 1 });
  expect(await ms.peer.restoreFeed()).toMatchObject({ state: "in-order" });
  expect((await al.peer.status()).map((one) => one.quarantine)).toEqual([undefined, undefined]);
});

test("what others have beyond a file that lacks nothing is taken for ours only when somebody says so", async () => {
  await publishOne();
  await sync();
  const [putBack, mark] = [await ms.backUp(), await readMark()];
  await publishOne();
  await sync();
  await putBack();
  await writeFile(markFile(), JSON.stringify(mark));
  await ms.restart();
  const { seq, head } = mark;
  expect(await ms.peer.restoreFeed()).toMatchObject({ state: "not-ours", epoch: 1, seq, head, recovered: 0 });
  expect(await ms.database.sql`select seq from peer.entries where feed = 'us-ms'`).toHaveLength(1);
  await expect(publishOne()).rejects.toMatchObject({ code: "federation.feed-behind" });
  const given = { keysRestored: true };
  expect(await ms.peer.restoreFeed(() => {}, given)).toMatchObject({ state: "close-epoch", seq: 2 });
});

test("a recovery that breaks off goes on where it was", async () => {
  await publishOne();
  await sync();
  const putBack = await ms.backUp();
  for (let at = 0; at < 3; at += 1) await publishOne();
  await sync();
  await putBack();
  await ms.restart();
  net.setTamper(async (url, answer) => {
    if (url.pathname.endsWith("/entries")) throw new TypeError("connection lost");
    return await answer();
  });
  expect(await ms.peer.restoreFeed()).toMatchObject({ state: "unreachable", seq: 1 });
  net.setTamper((_, answer) => answer());
  expect(await ms.peer.restoreFeed()).toMatchObject({ state: "close-epoch", seq: 4, recovered: 3 });
});

test("what was signed beside the mirrors' chain after a restore is set aside as evidence", async () => {
  await publishOne();
  await sync();
  const putBack = await ms.backUp();
  await publishOne();
  await publishOne();
  await sync();
  const mark = await readMark();
  await putBack();
  // An older program, without the file, went on from the backup.
  await writeFile(markFile(), JSON.stringify({ epoch: 1, seq: 0, head: "0".repeat(64) }));
  net.down.add("us-al");
  await ms.restart();
  const beside = await publishOne();
  net.down.delete("us-al");
  await writeFile(markFile(), JSON.stringify(mark));
  await ms.restart();
  const found = await ms.peer.restoreFeed();
  expect(found).toMatchObject({ state: "close-epoch", seq: 3, head: mark.head });
  expect(await ms.peer.item(beside.item)).toBeUndefined();
  expect(await ms.database.sql`select seq from peer.void_entries`).toMatchObject([{ seq: 2 }]);
});

test("when the registry closed before all was recovered, the closed head is enough to recover up to it", async () => {
  await publishOne();
  await sync();
  const putBack = await ms.backUp();
  await publishOne();
  await sync();
  const { seq, head } = await readMark();
  await putBack();
  const key = readSigningKey(generateSigningKey());
  const bootstrap = await closeAt({ seq, head }, key);
  await ms.restart({ bootstrap, key });
  await expect(publishOne()).rejects.toMatchObject({ code: "federation.feed-behind" });
  expect(await ms.peer.restoreFeed()).toMatchObject({ state: "restored", recovered: 1, seq: 2 });
  expect((await publishOne()).seq).toBe(3);
});
