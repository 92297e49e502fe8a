import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLogger, systemClock } from "@concord/runtime";
import { ensureUiAssets } from "@concord/ui";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { processTree } from "../bench/measure.ts";
import { createNetwork, type Network } from "../src/network.ts";
import { readNetworkFile } from "../src/network-file.ts";
import { freePort, isAlive, until } from "./tenant-program.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });

const file = readNetworkFile();
const { host } = file.tour;
const assets = await ensureUiAssets();

let folder: string;
let network: Network;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "concord-processes-"));
});
afterEach(async () => {
  await network.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

async function networkOf(more: { empty: boolean; only: readonly string[] }): Promise<Network> {
  const config = {
    ...more,
    host: "127.0.0.1",
    port: await freePort(),
    dataDir: folder,
    logLevel: "silent",
    little: false,
    fresh: false,
    processes: true,
  };
  return createNetwork({ config, file, clock: systemClock, log: createLogger({ level: "silent" }), assets });
}

/** What runs below this test now and did not before. */
function begunSince(before: readonly number[]): number[] {
  return processTree(process.pid).filter((pid) => !before.includes(pid));
}

test("a tenant whose process dies is seen to have failed, and can be switched on again", async () => {
  network = await networkOf({ empty: true, only: [host] });
  const [tenant] = network.tenants;
  await network.start();
  expect(tenant?.status.phase).toBe("ready");
  const page = () => tenant?.fetch(new Request(`http://${host}.localhost/healthz`));
  expect((await page())?.status).toBeDefined();

  const before = processTree(process.pid);
  await tenant?.stop();
  await tenant?.start();
  const [child = 0] = begunSince(before);
  process.kill(child, "SIGKILL");
  await until(() => tenant?.status.phase === "failed");
  expect(tenant?.status.problem).toBe("network.process-ended");
  expect(await page()).toBeUndefined();
  await tenant?.start();
  expect(tenant?.status.phase).toBe("ready");
  expect((await page())?.status).toBeDefined();
});

test("stopping while the tenants start ends every process, and nobody else begins", async () => {
  const before = processTree(process.pid);
  network = await networkOf({ empty: false, only: file.tenants.slice(0, 4) });
  const starting = network.start();
  await until(() => network.tenants.some(({ status }) => status.phase === "filling"));
  const begun = begunSince(before);
  const at = performance.now();
  await network.stop();
  await starting;
  expect(performance.now() - at).toBeLessThan(5_000);
  await until(() => !begun.some(isAlive));
  expect(network.tenants.map(({ status }) => status.phase)).toEqual(network.tenants.map(() => "stopped"));
  expect(begunSince(before)).toEqual([]);
});
