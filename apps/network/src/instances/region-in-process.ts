import { loopbackFetch } from "@concord/peer";
import { bootRegion } from "@concord/region";
import { readNetworkFile } from "../network-file.ts";
import type { Running } from "./instance.ts";
import type { Place } from "./place.ts";
import type { SharedParts } from "./tenant-in-process.ts";

/** Boots the region of the trial and begins to pull from the states. */
export async function startRegion(
  place: Place & { name: string },
  shared: SharedParts,
  signal: AbortSignal,
): Promise<Running> {
  signal.throwIfAborted();
  const { openSeats, tenants } = readNetworkFile();
  const seats = tenants.length + openSeats;
  const booted = await bootRegion({ ...place, seats }, { ...shared, fetch: loopbackFetch() });
  try {
    signal.throwIfAborted();
    await booted.instance.startWorker();
  } catch (error) {
    await booted.close();
    throw error;
  }
  return { fetch: booted.instance.fetch, close: booted.close };
}
