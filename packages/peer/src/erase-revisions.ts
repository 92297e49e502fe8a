import type { Tx } from "@concord/database";
import type { BlobStore } from "@concord/storage";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { PeerContext } from "./context.ts";
import { blobs, bodies, entries, revisionBlobs } from "./tables.ts";

/**
 * Forgets the bodies and blobs of revisions, unless another revision that is not erased holds the same bytes.
 * Files go after the commit (`sweepBlobs`): a rollback could not bring them back.
 */
export async function eraseRevisions(
  tx: Tx,
  item: string,
  revisions: readonly number[],
  now: Date,
): Promise<void> {
  const named = and(eq(entries.item, item), inArray(entries.revision, [...revisions]));
  await tx
    .update(entries)
    .set({ deliveredAt: now })
    .where(and(named, inArray(entries.op, ["publish", "revise"]), isNull(entries.deliveredAt)));
  await tx.execute(sql`
    delete from ${bodies} b using ${entries} e
    where e.body_sha256 = b.sha256 and e.item = ${item} and e.revision in ${[...revisions]}
      and not exists (
        select 1 from ${entries} o join peer.items i on i.item = o.item
        where o.body_sha256 = b.sha256 and o.verdict = 'applied' and not o.revision = any (i.erased_revisions))`);
  const gone = await tx
    .delete(revisionBlobs)
    .where(and(eq(revisionBlobs.item, item), inArray(revisionBlobs.revision, [...revisions])))
    .returning({ sha256: revisionBlobs.sha256 });
  if (gone.length === 0) return;
  await tx
    .update(blobs)
    .set({ wanted: false })
    .where(
      and(
        inArray(
          blobs.sha256,
          gone.map((row) => row.sha256),
        ),
        sql`not exists (select 1 from ${revisionBlobs} r where r.sha256 = ${blobs.sha256})`,
      ),
    );
}

/** Deletes the files of blobs that nothing wants any more. Repeats safely after a crash. */
export async function sweepBlobs({ database, blobs: store }: PeerContext): Promise<void> {
  const unwanted = await database.db
    .select({ sha256: blobs.sha256 })
    .from(blobs)
    .where(eq(blobs.wanted, false))
    .limit(1000);
  for (const { sha256 } of unwanted) await sweepOne(database, store, sha256);
}

async function sweepOne(database: PeerContext["database"], store: BlobStore, sha256: string): Promise<void> {
  await database.transaction(async (tx) => {
    // Locked while the file goes, so that a new entry that names the blob waits and fetches it anew.
    const [row] = await tx.select().from(blobs).where(eq(blobs.sha256, sha256)).for("update");
    if (!row || row.wanted) return;
    await store.delete(sha256);
    await tx.delete(blobs).where(eq(blobs.sha256, sha256));
  });
}
