import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateSigningKey, readSigningKey } from "@concord/federation";
import { foundTrialNetwork } from "@concord/peer";
import { testClock } from "@concord/testing";
import { type HarnessOptions, tenantHarness } from "./harness.ts";

type Harness = Awaited<ReturnType<typeof tenantHarness>>;

/** Tenants that share a network and nothing else: they talk only over HTTP, and any of them can be cut off. */
export async function trialNetwork(
  profiles: readonly string[],
  options: Omit<HarnessOptions, "profile"> = {},
) {
  const folder = await mkdtemp(join(tmpdir(), "concord-network-"));
  const members = profiles.map((profile) => ({
    profile,
    origin: `http://${profile}.localhost`,
    feed: readSigningKey(generateSigningKey()),
  }));
  const bootstrap = await foundTrialNetwork(
    folder,
    members.map(({ profile, origin, feed }) => ({
      code: `us-${profile}`,
      name: profile.toUpperCase(),
      baseUrl: origin,
      roles: ["tenant" as const],
      key: feed.publicJwk,
    })),
    testClock(options.now ?? "2026-11-02T15:00:00Z"),
  );
  const running = new Map<string, Harness>();
  const down = new Set<string>();
  const fetchFrom: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const { origin } = new URL(request.url);
    const harness = running.get(origin);
    if (!harness || down.has(origin)) throw new TypeError("fetch failed");
    return harness.instance.fetch(request);
  };
  const opened = [];
  for (const { profile, origin, feed } of members) {
    const network = { keys: { feed }, bootstrap, development: true, fetch: fetchFrom };
    const harness = await tenantHarness({ ...options, profile, place: { origin, network } });
    running.set(origin, harness);
    opened.push(harness);
  }
  return {
    tenants: opened,
    /** Cuts a tenant off for everybody else. */
    cutOff: (profile: string) => void down.add(`http://${profile}.localhost`),
    restore: (profile: string) => void down.delete(`http://${profile}.localhost`),
    async close() {
      for (const harness of running.values()) await harness.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
