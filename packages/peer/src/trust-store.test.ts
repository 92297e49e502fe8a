import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  draftRoot,
  generateSigningKey,
  issueRegistry,
  readSigningKey,
  Trust,
  verifyRegistry,
} from "@concord/federation";
import { createLogger } from "@concord/runtime";
import { testDatabase } from "@concord/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { testNetwork } from "../test/network.ts";
import type { Bootstrap } from "./bootstrap.ts";
import { peerMigrations } from "./migrations.ts";
import { readBootstrap } from "./trial-founding.ts";
import { storedRoot, TrustStore } from "./trust-store.ts";

let net: Awaited<ReturnType<typeof testNetwork>>;
let books: Awaited<ReturnType<typeof testDatabase>>;
beforeEach(async () => {
  [net, books] = await Promise.all([testNetwork(["us-ms", "us-al"]), testDatabase([peerMigrations])]);
});
afterEach(() => Promise.all([net.close(), books.close()]));

test("a registry that is kept while the stored one is read again stays", async () => {
  const { bootstrap, clock, members, registryKeys } = net;
  const log = createLogger({ level: "fatal" });
  const store = new TrustStore({ database: books.database, bootstrap, clock, log });
  for (let round = 0; round < 100; round++) {
    const { root, registry, net: id } = await store.current();
    const after = { version: registry.version, sha256: registry.sha256 };
    const draft = { net: id, groups: [], members, now: clock.now(), validDays: 365, after };
    const text = await issueRegistry(draft, registryKeys.slice(0, 2));
    const verdict = await verifyRegistry(text, root, registry);
    if (!verdict.verified) throw new Error(verdict.reason);
    const reading = store.reload();
    await sleep((round % 5) / 2);
    await Promise.all([reading, store.keep(new Trust(root, verdict.registry))]);
    expect((await store.current()).registry.version, `round ${round}`).toBe(registry.version + 1);
  }
});

test("roots that the instance is given are kept, all of them, and found again without them", async () => {
  const { bootstrap, clock, members, offlineKeys } = net;
  const log = createLogger({ level: "fatal" });
  const first = JSON.parse(Buffer.from(JSON.parse(bootstrap.root).payload, "base64url").toString());
  const newKeys = [1, 2, 3].map(() => readSigningKey(generateSigningKey()));
  const role = { keys: newKeys.map((key) => key.publicJwk), threshold: 2 };
  const laterRoots = await Promise.all(
    [2, 3].map((version) => draftRoot({ ...first, version, registry: role }, offlineKeys.slice(0, 2))),
  );
  const open = (given: object) =>
    new TrustStore({ database: books.database, bootstrap: { ...bootstrap, ...given }, clock, log });
  const held = await open({}).current();
  // Without a registry under the new root the old one goes on.
  expect((await open({ laterRoots }).current()).root.version).toBe(1);
  const after = { version: held.registry.version, sha256: held.registry.sha256 };
  const draft = { net: held.net, groups: [], members, now: clock.now(), validDays: 365, after };
  const registry = await issueRegistry(draft, newKeys.slice(0, 2));
  const given = await handOver({ ...bootstrap, laterRoots, registry });
  expect(given).toEqual({ ...bootstrap, laterRoots, registry });
  expect((await open(given).current()).root.version).toBe(3);
  const again = await open({}).current();
  expect([again.root.version, again.registry.version]).toEqual([3, held.registry.version + 1]);
  expect(await storedRoot(books.database, 2)).toBe(laterRoots[0]);
});

/** The folder that an instance is given as its NETWORK_DIR, as the instance reads it. */
async function handOver({ rootSha256, root, laterRoots = [], registry }: Bootstrap): Promise<Bootstrap> {
  const folder = await mkdtemp(join(tmpdir(), "concord-network-"));
  const files = {
    "network.json": JSON.stringify({ rootSha256 }),
    "root.json": root,
    ...Object.fromEntries(laterRoots.map((text, at) => [`root-${at + 2}.json`, text])),
    "registry.json": registry,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const read = await readBootstrap(folder);
  await rm(folder, { recursive: true });
  return read;
}
