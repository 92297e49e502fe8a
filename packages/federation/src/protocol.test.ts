import { expect, test } from "vitest";
import { genesis, issueRegistry, verifyEntry, verifyFirstRoot, verifyRegistry } from "./index.ts";
import { trialNetwork } from "./trial-network.fixture.ts";

test("a founded network verifies from its pinned id", async () => {
  const net = await trialNetwork(["us-aa", "us-bb"]);
  const root = await verifyFirstRoot(net.root, net.rootSha256);
  if (!root.verified) throw new Error(root.reason);
  const registry = await verifyRegistry(net.registry, root.root);
  expect(registry.verified).toBe(true);
  expect(await verifyFirstRoot(net.root, genesis)).toEqual({ verified: false, reason: "wrong-network" });
});

test("a signed entry verifies in its place and in no other", async () => {
  const net = await trialNetwork(["us-aa", "us-bb"]);
  const { text } = await net.entry("us-aa", { seq: 1 });
  const place = { feed: "us-aa", seq: 0, head: genesis };
  expect(verifyEntry(text, net.trust, place)).toMatchObject({ verified: true, entry: { seq: 1 } });
  expect(verifyEntry(text, net.trust, { ...place, seq: 1 })).toMatchObject({ reason: "sequence-gap" });
  expect(verifyEntry(text, net.trust, { ...place, feed: "us-bb" })).toMatchObject({ reason: "unknown-key" });
});

test("a registry needs its threshold, and the same key twice is one", async () => {
  const net = await trialNetwork(["us-aa"]);
  const [first] = net.registryKeys;
  if (!first) throw new Error("no key");
  const draft = { net: net.rootSha256, groups: [], members: net.members, now: net.now, validDays: 30 };
  const alone = await issueRegistry(draft, [first]);
  const twice = await issueRegistry(draft, [first, first]);
  expect(await verifyRegistry(alone, net.trust.root)).toMatchObject({ reason: "threshold-not-met" });
  expect(await verifyRegistry(twice, net.trust.root)).toMatchObject({ reason: "threshold-not-met" });
});
