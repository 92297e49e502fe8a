import { join } from "node:path";
import { type EmbeddedServer, startEmbeddedServer } from "@concord/database";
import type { Clock, Logger } from "@concord/runtime";
import type { UiAssets } from "@concord/ui";
import type { NetworkConfig } from "./config.ts";
import { spawnTenant } from "./instances/child-process.ts";
import { foundNetwork } from "./instances/founding.ts";
import { type Instance, Member } from "./instances/instance.ts";
import { placeOf, regionPlace } from "./instances/place.ts";
import { startRegion } from "./instances/region-in-process.ts";
import { startTenant } from "./instances/tenant-in-process.ts";
import type { NetworkFile } from "./network-file.ts";

export interface Network {
  readonly tenants: readonly Instance[];
  readonly region: Instance;
  /** Starts everybody; an instance that fails says so in its status and keeps nobody from starting. */
  start(): Promise<void>;
  /** Also in the middle of the start: what has begun is given up, and nobody else begins. */
  stop(): Promise<void>;
}

export interface NetworkDeps {
  readonly config: NetworkConfig;
  readonly file: NetworkFile;
  readonly clock: Clock;
  readonly log: Logger;
  readonly assets: UiAssets;
}

/** The whole trial network on one machine. In one process its instances share a database server, and nothing else. */
export function createNetwork({ config, file, clock, log, assets }: NetworkDeps): Network {
  const codes = file.tenants.filter((code) => config.only?.includes(code) ?? true);
  const places = codes.map((code) => placeOf(code, config));
  const regional = { ...regionPlace(file.region.code, config), name: file.region.name.en };
  let server: EmbeddedServer | undefined;
  const shared = () => ({ clock, log, assets, ...(server ? { server } : {}) });
  const tenants = places.map(
    (place) =>
      new Member(place.code, (report, signal) =>
        config.processes
          ? spawnTenant({ place, logLevel: config.logLevel, report, signal })
          : startTenant(place, shared(), report, signal),
      ),
  );
  const region = new Member(regional.code, (_report, signal) => startRegion(regional, shared(), signal));
  const stopping = new AbortController();
  let founding: Promise<void> | undefined;
  const found = async () => {
    const everybody = file.tenants.map((code) => placeOf(code, config));
    await foundNetwork(everybody, regional, clock);
    server = await startEmbeddedServer({ folder: join(config.dataDir, "postgres"), log });
  };
  return {
    tenants,
    region,
    async start() {
      founding = found();
      await founding;
      if (stopping.signal.aborted) return;
      const first = region.start().catch(logged(log, region.code));
      await Promise.all([inTurn(tenants, stopping.signal, log), first]);
    },
    async stop() {
      stopping.abort();
      await founding?.catch(() => {});
      await Promise.all([...tenants, region].map((instance) => instance.stop()));
      await server?.stop();
    },
  };
}

/** Two at a time: on two cores one fills while the other waits for the database, and the first is still ready soon. */
async function inTurn(instances: readonly Instance[], signal: AbortSignal, log: Logger): Promise<void> {
  const waiting = instances.values();
  const lane = async () => {
    for (const instance of waiting) {
      if (signal.aborted) return;
      await instance.start().catch(logged(log, instance.code));
    }
  };
  await Promise.all([lane(), lane()]);
}

function logged(log: Logger, code: string) {
  return (err: unknown) => log.error({ err, instance: code }, "an instance did not start");
}
