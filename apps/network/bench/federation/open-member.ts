import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterCommit, createJobs, openDatabase } from "@concord/database";
import { readSigningKey } from "@concord/federation";
import { createPeer, highWaterFile, loopbackFetch, type Peer, peerQueues } from "@concord/peer";
import { createIds, createLogger, systemClock } from "@concord/runtime";
import { openFolderStore } from "@concord/storage";
import type { Seat } from "./ground.ts";

export interface OpenMember {
  readonly peer: Peer;
  /** Publishes in a transaction of its own; gives the item's name. */
  publish(publication: Parameters<Peer["publish"]>[1]): Promise<string>;
  close(): Promise<void>;
}

export interface MemberOptions {
  /** Connections to its database; 8 unless given. */
  readonly connections?: number;
  readonly pollSeconds?: number;
  /** Called when an item of another member has become visible here, once it is committed. */
  readonly onVisible?: (item: string) => void;
}

/** The product's peer as an instance composes it, over HTTP on this machine. */
export async function openMember(seat: Seat, options: MemberOptions = {}): Promise<OpenMember> {
  const { code, databaseUrl: url, folder } = seat;
  const log = createLogger({ level: "error" });
  const database = openDatabase(url, { log, max: options.connections ?? 8 });
  const jobs = await createJobs({ url, queues: peerQueues, log });
  await mkdir(folder, { recursive: true });
  const peer = createPeer({
    ...{ code, name: code, baseUrl: seat.baseUrl, database, jobs, clock: systemClock, log },
    ...{ ids: createIds(systemClock), keys: { feed: readSigningKey(seat.key) }, bootstrap: seat.bootstrap },
    ...{ development: true, fetch: loopbackFetch(), highWater: highWaterFile(folder) },
    ...(options.pollSeconds === undefined ? {} : { pollSeconds: options.pollSeconds }),
    blobs: await openFolderStore(filesOf(seat)),
    onItem: {
      training: async (tx, { item }) => afterCommit(tx, () => options.onVisible?.(item)),
    },
  });
  return {
    peer,
    publish: async (publication) => (await database.transaction((tx) => peer.publish(tx, publication))).item,
    async close() {
      await peer.stop();
      await jobs.stop();
      await database.close();
    },
  };
}

/** Where a member keeps the files of entries. */
export function filesOf({ folder }: Seat): string {
  return join(folder, "files");
}

/** Pulls one feed to its end. Throws where it does not get there. */
export async function pullAll(peer: Peer, from: string, entries: number): Promise<void> {
  const [summary] = await peer.syncNow(from);
  const [standing] = (await peer.status()).filter(({ code }) => code === from);
  if (standing?.verifiedThrough !== entries || summary?.blobsMissing !== 0)
    throw new Error(`only ${standing?.verifiedThrough} entries came: ${JSON.stringify(summary)}`);
}
