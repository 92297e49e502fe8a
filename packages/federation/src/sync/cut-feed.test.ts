import fc from "fast-check";
import { expect, test } from "vitest";
import { memoryStore, portsOf, sourceOf } from "../../test/memory-peer.ts";
import type { Entry } from "../entry.ts";
import {
  applyEntry,
  cutOf,
  entriesInEffect,
  genesis,
  type ItemState,
  issueRegistry,
  type RegistryMember,
  sha256,
  signCheckpoint,
  signEntry,
  syncPeer,
  type Trust,
} from "../index.ts";
import { generateSigningKey, readSigningKey, type SigningKey } from "../keys.ts";
import type { FeedEpoch } from "../registry.ts";
import { draftOf, trialNetwork, trustOf } from "../trial-network.fixture.ts";

const net = await trialNetwork(["us-aa", "us-bb", "us-cc"]);
const key = net.keyOf("us-aa");
const newKey = readSigningKey(generateSigningKey());
const later = new Date(net.now.getTime() + 60_000);

interface Said {
  readonly op: string;
  readonly item: string;
  readonly epoch?: number;
}

/** Continues a chain of signed entries. */
async function follow(chain: readonly string[], said: readonly Said[], signer = key): Promise<string[]> {
  const entries = [...chain];
  for (const { op, item, epoch = 1 } of said) {
    const last = entries.at(-1);
    const { body, significance, ...about } = draftOf(net.rootSha256, "us-aa");
    const place = { seq: entries.length + 1, prev: last ? sha256(last) : genesis, epoch };
    const content = op === "publish" ? { body, significance } : {};
    const draft = { ...about, ...content, ...place, op, item: `us-aa.${item}` };
    entries.push((await signEntry(draft as Parameters<typeof signEntry>[0], signer)).text);
  }
  return entries;
}

const headOf = (entries: readonly string[]) => sha256(entries.at(-1) ?? "");

async function checkpointOf(entries: readonly string[], epoch = 1, signer: SigningKey = key, at = net.now) {
  const registry = { version: net.trust.registry.version, sha256: net.trust.registry.sha256 };
  const statement = {
    net: net.rootSha256,
    feed: "us-aa",
    epoch,
    size: entries.length,
    head: headOf(entries),
  };
  return (await signCheckpoint({ ...statement, registry }, signer, at)).text;
}

/** The registry that closes us-aa's first epoch after these entries. */
async function closeAfter(entries: readonly string[], cause: "stolen" | "restored") {
  const first = entries.length + 1;
  const epochs: FeedEpoch[] = [
    {
      ...{ epoch: 1, first: 1, keys: [{ jwk: key.publicJwk, from: 1 }] },
      close: { seq: entries.length, head: headOf(entries), cause },
    },
    { epoch: 2, first, keys: [{ jwk: newKey.publicJwk, from: first }] },
  ];
  const members = net.members.map((one) => (one.code === "us-aa" ? { ...one, epochs } : one));
  const { version, sha256: hash } = net.trust.registry;
  const text = await issueRegistry(
    {
      net: net.rootSha256,
      groups: [],
      members,
      after: { version, sha256: hash },
      now: net.now,
      validDays: 90,
    },
    net.registryKeys,
  );
  return { text, trust: await trustOf(net.root, net.rootSha256, text) };
}

const honest = await follow(
  [],
  [
    { op: "publish", item: "one" },
    { op: "publish", item: "two" },
  ],
);
const stolen = await follow(honest, [
  { op: "recall", item: "one" },
  { op: "publish", item: "lure" },
]);
const byNewKey = [{ op: "publish", item: "three", epoch: 2 }];

/** A member that holds all of a chain, under the registry from before the close. */
async function holderOf(entries: readonly string[]) {
  const held = memoryStore(net.trust.member("us-aa"));
  const source = sourceOf("us-aa", {
    entries,
    checkpoint: await checkpointOf(entries),
    registry: net.registry,
  });
  await syncPeer("us-aa", portsOf(held.store, [source], net));
  expect(held.position().verifiedThrough).toBe(entries.length);
  return held;
}

test("a thief's recall falls when the registry closes the stolen key's epoch, and the new key goes on from there", async () => {
  const held = await holderOf(stolen);
  expect(held.statuses()).toEqual({ one: "recalled", two: "live", lure: "live" });
  const { text, trust } = await closeAfter(honest, "stolen");
  const entries = await follow(honest, byNewKey, newKey);
  const source = sourceOf("us-aa", {
    entries,
    checkpoint: await checkpointOf(entries, 2, newKey, later),
    registry: text,
  });
  held.member = trust.member("us-aa");
  const result = await syncPeer("us-aa", portsOf(held.store, [source], { ...net, trust }));
  expect(result).toMatchObject({ outcome: "synced", refused: [] });
  expect(held.texts()).toEqual(entries);
  expect(held.voided()).toEqual(stolen.slice(2));
  expect(held.statuses()).toEqual({ one: "live", two: "live", three: "live" });
});

test("the cut is made though the origin is gone and has no checkpoint", async () => {
  const held = await holderOf(stolen);
  const { trust } = await closeAfter(honest, "stolen");
  held.member = trust.member("us-aa");
  const result = await syncPeer("us-aa", portsOf(held.store, [], { ...net, trust }));
  expect(result.outcome).toBe("failed");
  expect(held.statuses()).toEqual({ one: "live", two: "live" });
  expect(held.position()).toMatchObject({ appendedThrough: 2, verifiedThrough: 2, head: headOf(honest) });
});

test("after a restore a recall beyond the close stays", async () => {
  const held = await holderOf(stolen);
  const { trust } = await closeAfter(honest, "restored");
  held.member = trust.member("us-aa");
  await syncPeer("us-aa", portsOf(held.store, [], { ...net, trust }));
  expect(held.statuses()).toEqual({ one: "recalled", two: "live" });
});

test("whoever holds the thief's branch gets the one that was closed, and nobody is quarantined", async () => {
  const branch = await follow(honest.slice(0, 1), [
    { op: "recall", item: "one" },
    { op: "publish", item: "lure" },
  ]);
  const held = await holderOf(branch);
  const { text, trust } = await closeAfter(honest, "stolen");
  const entries = await follow(honest, byNewKey, newKey);
  const checkpoint = await checkpointOf(entries, 2, newKey, later);
  held.member = trust.member("us-aa");
  const liar = sourceOf("us-aa", { entries: branch, checkpoint, registry: text });
  const good = sourceOf("us-bb", { entries, checkpoint, registry: text });
  const result = await syncPeer("us-aa", portsOf(held.store, [liar, good], { ...net, trust }));
  expect(result).toMatchObject({ outcome: "synced", refused: [{ source: "us-aa", reason: "chain-broken" }] });
  expect(held.texts()).toEqual(entries);
  expect(held.statuses()).toEqual({ one: "live", two: "live", three: "live" });
});

test("a close ends the quarantine that the thief's contradiction led to", async () => {
  const held = await holderOf(honest);
  const branch = await follow(honest.slice(0, 1), [
    { op: "recall", item: "one" },
    { op: "publish", item: "lure" },
  ]);
  const forked = {
    entries: branch,
    checkpoint: await checkpointOf(branch, 1, key, later),
    registry: net.registry,
  };
  const split = await syncPeer("us-aa", portsOf(held.store, [sourceOf("us-aa", forked)], net));
  expect(split).toMatchObject({ outcome: "held", refused: [{ reason: "split-view" }] });
  const { text, trust } = await closeAfter(honest, "stolen");
  const entries = await follow(honest, byNewKey, newKey);
  const source = sourceOf("us-aa", {
    entries,
    checkpoint: await checkpointOf(entries, 2, newKey, later),
    registry: text,
  });
  let known: Trust = net.trust;
  const ports = {
    ...portsOf(held.store, [source], net),
    trust: () => known,
    keepTrust: async (fresh: Trust) => {
      known = fresh;
      held.member = fresh.member("us-aa");
    },
  };
  expect(await syncPeer("us-aa", ports)).toMatchObject({ outcome: "synced" });
  expect(known.registry.sha256).toBe(trust.registry.sha256);
  expect(held.statuses()).toEqual({ one: "live", two: "live", three: "live" });
});

test("whatever was said and wherever it is closed: a theft leaves what the closed entries say, a restore nothing less severe", () => {
  const severity = { live: 0, withdrawn: 1, recalled: 2, erased: 3 };
  const ops = fc.constantFrom("publish", "revise", "withdraw", "recall", "erase");
  const step = fc.record({ op: ops, item: fc.constantFrom("a", "b", "c") });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), fc.nat(), fc.boolean(), (steps, at, theft) => {
      const chain = steps.map(({ op, item }, index) => {
        const entry = { op, item, kind: "training", revision: op === "revise" ? 2 : 1, revisions: [1] };
        return { epoch: 1, seq: index + 1, sha256: sha256(`${index}`), entry: entry as unknown as Entry };
      });
      const through = at % (chain.length + 1);
      const head = chain[through - 1]?.sha256 ?? genesis;
      const close = { seq: through, head, cause: theft ? "stolen" : "restored" };
      const member = { epochs: [{ epoch: 1, first: 1, close }] } as unknown as RegistryMember;
      const cut = cutOf(member, (seq) => chain[seq - 1]);
      expect(cut).toEqual(through < chain.length ? { through, head } : undefined);
      const [standing, voided] = [chain.slice(0, through), chain.slice(through)];
      expect(cutOf(member, (seq) => standing[seq - 1])).toBeUndefined();
      const closed = fold(standing);
      const after = fold(entriesInEffect(member, standing, voided));
      if (theft) expect(after).toEqual(closed);
      expect([...after.keys()]).toEqual([...closed.keys()]);
      const before = fold(chain);
      for (const [item, { status, revision }] of after) {
        expect(revision).toBe(closed.get(item)?.revision);
        if (!theft) expect(severity[status]).toBe(severity[before.get(item)?.status ?? "live"]);
      }
    }),
  );
  function fold(rows: readonly { readonly entry?: Entry }[]) {
    const states = new Map<string, ItemState>();
    for (const { entry } of rows) {
      const result = entry && applyEntry(states.get(entry.item), entry);
      if (entry && result?.effect) states.set(entry.item, result.state);
    }
    return states;
  }
});

test("a newcomer verifies closed history by the registry's close alone, before anybody has a checkpoint", async () => {
  const { text, trust } = await closeAfter(honest, "stolen");
  const mute = { ok: false as const, reason: "unreachable" as const };
  const mirror = (entries: readonly string[]) => ({
    ...sourceOf("us-bb", { entries, checkpoint: "", registry: text }),
    checkpoint: async () => mute,
  });
  const forged = await follow(honest.slice(0, 1), [{ op: "publish", item: "lure" }]);
  const newcomer = memoryStore(trust.member("us-aa"));
  const misled = await syncPeer("us-aa", portsOf(newcomer.store, [mirror(forged)], { trust, now: later }));
  expect(misled).toMatchObject({ outcome: "failed", published: 0 });
  expect(newcomer.position()).toMatchObject({ verifiedThrough: 0 });
  const receipts: number[] = [];
  const ports = portsOf(newcomer.store, [mirror(forged), mirror(stolen)], { trust, now: later }, receipts);
  expect(await syncPeer("us-aa", ports)).toMatchObject({ outcome: "synced", published: 2 });
  expect(newcomer.statuses()).toEqual({ one: "live", two: "live" });
  expect(newcomer.position()).toMatchObject({ verifiedThrough: 2, quarantined: false });
  expect(receipts).toEqual([]);
  expect(await syncPeer("us-aa", ports)).toMatchObject({ outcome: "failed", published: 0 });
  // Its first checkpoint of the next epoch goes on from there.
  const entries = await follow(honest, byNewKey, newKey);
  const checkpoint = await checkpointOf(entries, 2, newKey, later);
  const origin = sourceOf("us-aa", { entries, checkpoint, registry: text });
  const next = await syncPeer("us-aa", portsOf(newcomer.store, [origin], { trust, now: later }));
  expect(next).toMatchObject({ outcome: "synced", source: "us-aa" });
  expect(newcomer.position().verifiedThrough).toBe(3);
});
