import { setTimeout as sleep } from "node:timers/promises";
import { issueRegistry, Trust, verifyRegistry } from "@concord/federation";
import { createLogger } from "@concord/runtime";
import { testDatabase } from "@concord/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { testNetwork } from "../test/network.ts";
import { peerMigrations } from "./migrations.ts";
import { TrustStore } from "./trust-store.ts";

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
