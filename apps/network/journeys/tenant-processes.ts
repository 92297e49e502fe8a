import { expect } from "vitest";
import { processesNaming } from "../test/processes.ts";
import type { TrialNetwork } from "./trial-network.ts";

/** Kills one tenant's own process without warning, and waits until nothing of its folder runs any more. */
export async function killTenant(network: TrialNetwork, code: string): Promise<void> {
  const tenant = (await processesNaming(network.folder)).find(
    ({ args }) => args.includes("tenant-process") && args.includes(`"code":"${code}"`),
  );
  expect(tenant, "the tenant's process").toBeDefined();
  process.kill(tenant?.pid ?? 0, "SIGKILL");
  const folder = `${network.folder}/tenants/${code}`;
  await expect.poll(async () => (await processesNaming(folder)).length, { timeout: 20_000 }).toBe(0);
}
