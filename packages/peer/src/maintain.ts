import { defineQueue, type QueueDefinition } from "@concord/database";
import { limits } from "@concord/federation";
import { lt } from "drizzle-orm";
import { checkLiveSet } from "./check-live-set.ts";
import type { PeerContext } from "./context.ts";
import { crossCheck } from "./cross-check.ts";
import { sweepBlobs } from "./erase-revisions.ts";
import { takenRequests } from "./tables.ts";

const maintenance = defineQueue<object>("peer-maintenance", { retryLimit: 2 });

/** The queues that the application must create with its own. */
export const peerQueues: readonly QueueDefinition[] = [maintenance];

/** Once a day, and now: a worker may have been away when the day came. */
export async function scheduleMaintenance(context: PeerContext): Promise<void> {
  await context.jobs.work(maintenance, () => maintain(context));
  await context.jobs.schedule(maintenance, "17 3 * * *");
  await sweepBlobs(context);
}

async function maintain(context: PeerContext): Promise<void> {
  await sweepBlobs(context);
  // Twice the longest life of a request, before and after its time.
  const old = new Date(context.clock.now().getTime() - 4 * limits.requestSeconds * 1000);
  await context.database.db.delete(takenRequests).where(lt(takenRequests.takenAt, old));
  const faults = await checkLiveSet(context);
  // A mirror that has more of our own feed than we do says that somebody else signs with our key.
  context.guard.doubt();
  await context.guard.look(await context.trust.current());
  await crossCheck(context);
  if (faults.length > 0) context.log.error({ items: faults.slice(0, 20) }, "items differ from their entries");
}
