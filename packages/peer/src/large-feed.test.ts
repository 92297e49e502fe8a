import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestMember, testNetwork, training } from "../test/network.ts";

const many = 620;

let net: Awaited<ReturnType<typeof testNetwork>>;
let ms: TestMember;
let al: TestMember;

beforeAll(async () => {
  net = await testNetwork(["us-ms", "us-al"]);
  ms = await net.join("us-ms");
  al = await net.join("us-al");
});
afterAll(() => net.close());

test("a feed of several pages takes effect whole: each entry once, in order, whatever page it stands on", async () => {
  await ms.database.transaction(async (tx) => {
    const say = (publication: Parameters<TestMember["publish"]>[0]) => ms.peer.publish(tx, publication);
    await say({ ...training, op: "publish", item: "early", body: { title: "early", quote: '"\\\\"' } });
    await say({ ...training, op: "publish", item: "gone", body: { title: "gone" } });
    for (let number = 3; number <= many - 3; number++)
      await say({ ...training, op: "publish", body: { title: `${number}` } });
    await say({ ...training, op: "revise", item: "early", body: { title: "late", quote: "\\" } });
    await say({ ...training, op: "recall", item: "gone", reason: "It names somebody." });
    await say({ ...training, op: "erase", item: "gone" });
  });

  const [summary] = await al.peer.syncNow("us-ms");
  expect(summary).toMatchObject({
    outcome: "synced",
    published: many - 3,
    revised: 1,
    recalled: 1,
    erased: 1,
  });
  const heard = al.heard.map(({ seq }) => seq);
  // The publication of what was recalled by the same pull is nobody's business.
  expect(heard).toEqual(Array.from({ length: many }, (_, at) => at + 1).filter((seq) => seq !== 2));
  expect(await al.peer.item("us-ms.early")).toMatchObject({
    ...{ revision: 2, complete: true, body: { title: "late", quote: "\\" } },
  });
  expect(await al.peer.revisionBody("us-ms.early", 1)).toEqual({ title: "early", quote: '"\\\\"' });
  expect(await al.peer.item("us-ms.gone")).toMatchObject({ status: "erased", body: null });
  const [held] = await al.database.sql<{ undelivered: string; items: string }[]>`
    select (select count(*) from peer.entries where delivered_at is null) as undelivered,
      (select count(*) from peer.items where offered_revision = revision) as items`;
  expect(held).toEqual({ undelivered: "0", items: String(many - 4) });
});
