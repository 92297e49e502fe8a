import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createJobs, openDatabase } from "@concord/database";
import { readSigningKey } from "@concord/federation";
import { serveNode } from "@concord/http";
import { createIds, createLogger, systemClock } from "@concord/runtime";
import { openFolderStore } from "@concord/storage";
import { sql } from "drizzle-orm";
import { createPeer, highWaterFile, loopbackFetch, peerQueues } from "../../src/index.ts";
import type { KilledPlace, Told } from "./place.ts";

/** A member in a process of its own, which publishes or pulls without rest until it is killed. */
const place: KilledPlace = JSON.parse(process.argv[2] ?? "");
const tell = (told: Told) => process.send?.(told);

const log = createLogger({ level: "fatal" });
const database = openDatabase(place.databaseUrl, { max: 4 });
const jobs = await createJobs({ url: place.databaseUrl, queues: peerQueues, log });
const own = await openFolderStore(place.folder);
const peer = createPeer({
  ...{ code: place.code, name: place.code, baseUrl: place.baseUrl, development: true, database, jobs, log },
  ...{ clock: systemClock, ids: createIds(systemClock), fetch: loopbackFetch(), bootstrap: place.bootstrap },
  ...{
    keys: { feed: readSigningKey(place.key) },
    highWater: highWaterFile(place.folder),
    patienceSeconds: 5,
  },
  ...{ blobs: own.within("peer"), published: own },
  onItem: {
    training: async (tx, { seq }) => {
      await tx.execute(sql`insert into kill_heard (seq) values (${seq})`);
    },
  },
});
const port = Number(new URL(place.baseUrl).port);
await serveNode({ fetch: peer.routes.fetch, port, host: "127.0.0.1", log });
tell({ ready: true });
await (place.pulls ? pull(place.pulls) : publish());

async function publish(): Promise<never> {
  for (;;) {
    const { sha256, size } = await own.put(randomBytes(20_000));
    const blobs = [{ sha256, size, type: "image/png", role: "cover" }];
    const published = await database.transaction(async (tx) => {
      const said = { kind: "training", schema: "concord.training/1", op: "publish" } as const;
      const first = await peer.publish(tx, { ...said, body: { words: "x".repeat(2_000) } });
      const second = await peer.publish(tx, { ...said, body: { words: "y".repeat(2_000) }, blobs });
      return [first, second];
    });
    for (const { seq, entrySha256 } of published) tell({ published: { seq, sha256: entrySha256 } });
  }
}

async function pull(from: string): Promise<never> {
  for (;;) {
    tell({ pulling: true });
    await peer.syncNow(from).catch(() => undefined);
    tell({ pulling: false });
    await sleep(5);
  }
}
