import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect } from "vitest";
import type { TrialNetwork } from "./trial-network.ts";

/** Kills one tenant's own process without warning, and waits until nothing of its folder runs any more. */
export async function killTenant(network: TrialNetwork, code: string): Promise<void> {
  const mine = (await processes()).filter(({ args }) => args.includes(network.folder));
  const tenant = mine.find(
    ({ args }) => args.includes("tenant-process") && args.includes(`"code":"${code}"`),
  );
  expect(tenant, "the tenant's process").toBeDefined();
  process.kill(tenant?.pid ?? 0, "SIGKILL");
  const folder = `${network.folder}/tenants/${code}`;
  await expect
    .poll(async () => (await processes()).filter(({ args }) => args.includes(folder)).length, {
      timeout: 20_000,
    })
    .toBe(0);
}

async function processes(): Promise<{ pid: number; args: string }[]> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-ww", "-o", "pid=,args="], {
    maxBuffer: 1 << 24,
  });
  return stdout.split("\n").map((line) => {
    const [, pid = "0", args = ""] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
    return { pid: Number(pid), args };
  });
}
