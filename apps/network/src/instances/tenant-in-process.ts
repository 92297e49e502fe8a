import { join } from "node:path";
import type { EmbeddedServer } from "@concord/database";
import type { Site } from "@concord/http";
import { loopbackFetch } from "@concord/peer";
import type { Clock, Logger } from "@concord/runtime";
import { bootTenant, readTenantConfig } from "@concord/tenant";
import type { UiAssets } from "@concord/ui";
import { seedAdoptions } from "../trial/seed-adoptions.ts";
import { seedPeople, seedTenant } from "../trial/seed-tenant.ts";
import type { InstanceStatus, Running } from "./instance.ts";
import type { Place } from "./place.ts";

export interface SharedParts {
  readonly clock: Clock;
  readonly log: Logger;
  readonly assets: UiAssets;
  readonly server?: EmbeddedServer;
}

/** Boots one tenant of the trial, makes its data on the first start, and begins its jobs. What was made when it is told to give up stays. */
export async function startTenant(
  place: Place,
  shared: SharedParts,
  report: (status: InstanceStatus) => void,
  signal: AbortSignal,
): Promise<Site & Pick<Running, "close">> {
  signal.throwIfAborted();
  const settings = readTenantConfig({
    PROFILE: place.code,
    ORIGIN: place.origin,
    DATA_DIR: place.folder,
    KEYS_DIR: join(place.folder, "keys"),
    NETWORK_DIR: place.networkFolder,
    TRIAL: "true",
    LOBBY_URL: place.lobbyUrl,
  });
  const booted = await bootTenant(settings, { ...shared, fetch: loopbackFetch() });
  try {
    signal.throwIfAborted();
    await seedPeople(booted.instance.systemContext("trial"));
    if (!place.empty) {
      const making = (progress: number) => {
        signal.throwIfAborted();
        report({ phase: "filling", progress });
      };
      await seedTenant(booted.instance.systemContext("trial"), making, place);
    }
    signal.throwIfAborted();
    await booted.instance.startWorker();
  } catch (error) {
    await booted.close();
    throw error;
  }
  const closing = new AbortController();
  const adopting = place.empty
    ? Promise.resolve()
    : seedAdoptions(booted.instance.systemContext("trial"), closing.signal, shared.log);
  return {
    fetch: booted.instance.fetch,
    async close() {
      closing.abort();
      await adopting;
      await booted.close();
    },
  };
}
