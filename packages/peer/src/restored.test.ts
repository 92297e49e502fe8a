import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestMember, testNetwork, training } from "../test/network.ts";

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
