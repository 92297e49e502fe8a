import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  applyEntry,
  compareCheckpoints,
  effects,
  type ItemState,
  isBody,
  verifyCheckpoint,
  verifyEntry,
  verifyFirstRoot,
  verifyNextRoot,
  verifyRegistry,
  verifyRequest,
} from "./index.ts";
import { trustOf } from "./trial-network.fixture.ts";

const read = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../vectors", `${name}.json`), "utf8"));
const given = read("trust");
const trust = await trustOf(given.root, given.net, given.registry);
const now = new Date(given.now);
const seenReasons = new Set<string>();
const noted = (result: { reason?: string }) => {
  if (result.reason) seenReasons.add(result.reason);
  return result;
};

for (const { name, text, after, result } of read("entry").vectors) {
  test(`entry: ${name}`, () => expect(verifyEntry(text, trust, after)).toMatchObject(noted(result)));
}

for (const { name, text, feed, result } of read("checkpoint").vectors) {
  test(`checkpoint: ${name}`, async () =>
    expect(await verifyCheckpoint(text, trust, feed, now)).toMatchObject(noted(result)));
}

for (const { name, known, seen, order } of read("checkpoint").comparisons) {
  test(`checkpoint: ${name}`, () => {
    noted({ reason: order });
    expect(compareCheckpoints(known, seen)).toBe(order);
  });
}

const registries = read("registry");
for (const { name, text, result } of registries.vectors) {
  test(`registry: ${name}`, async () =>
    expect(await verifyRegistry(text, trust.root, trust.registry)).toMatchObject(noted(result)));
}

test("registry: older than ours", async () => {
  const { current, text, result } = registries.older;
  const held = await verifyRegistry(current, trust.root, trust.registry);
  if (!held.verified) throw new Error(held.reason);
  expect(await verifyRegistry(text, trust.root, held.registry)).toMatchObject(noted(result));
});

const roots = read("root");
for (const { name, text, net, result } of roots.first) {
  test(`root: ${name}`, async () => expect(await verifyFirstRoot(text, net)).toMatchObject(noted(result)));
}
for (const { name, text, result } of roots.next) {
  test(`root: ${name}`, async () =>
    expect(await verifyNextRoot(text, trust.root)).toMatchObject(noted(result)));
}

const { seen, vectors } = read("request");
for (const { name, text, result } of vectors) {
  const request = { ...seen, body: new TextEncoder().encode(seen.body), now: new Date(seen.now) };
  test(`request: ${name}`, async () =>
    expect(await verifyRequest(text, trust, request)).toMatchObject(noted(result)));
}

for (const { name, steps, status } of read("items").vectors) {
  test(`item: ${name}`, () => {
    let state: ItemState | undefined;
    for (const { entry, outcome } of steps) {
      const result = applyEntry(state, entry);
      expect(result.effect ? "applied" : result.reason).toBe(outcome);
      if (result.effect) state = result.state;
      else noted(result);
    }
    expect(state?.status ?? "none").toBe(status);
  });
}

for (const { name, text, named, is } of read("items").bodies) {
  test(`body: ${name}`, () => expect(isBody(text, named)).toBe(is));
}

test("every reason that a check of bytes alone can give has a vector", () => {
  // These need a server, a store or a clock over time; the tests of the federation member hold them.
  const elsewhere = ["blob-mismatch", "registry-expired", "replayed-request", "unreachable", "unsupported"];
  const missing = Object.keys(effects).filter((one) => !seenReasons.has(one) && !elsewhere.includes(one));
  expect(missing).toEqual([]);
});
