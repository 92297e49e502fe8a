import type { Tx } from "@concord/database";
import { type Cut, trustExpired } from "@concord/federation";
import { and, eq, gt, sql } from "drizzle-orm";
import type { PeerContext } from "./context.ts";
import { deliver } from "./deliver.ts";
import { lockFeed } from "./lock-feed.ts";
import { endQuarantine } from "./quarantine.ts";
import { recomputeItems } from "./recompute-items.ts";
import { bodies, entries, feeds, receipts, voidEntries } from "./tables.ts";

/**
 * The registry closed an epoch: in one transaction entries beyond the close are set aside as evidence, the cursors
 * go back, items are what the standing entries make of them, and handlers are told. Repeating it changes nothing.
 */
export async function cutBack(context: PeerContext, feed: string, cut: Cut): Promise<void> {
  const now = context.clock.now();
  await context.database.transaction(async (tx) => {
    await lockFeed(tx, feed);
    const beyond = and(eq(entries.feed, feed), gt(entries.seq, cut.through));
    const gone = await tx.delete(entries).where(beyond).returning();
    if (gone.length > 0) {
      const rows = gone.map(({ op, revision, bodySha256, signedAt, deliveredAt, reason, ...row }) => row);
      await tx
        .insert(voidEntries)
        .values(rows.map((row) => ({ ...row, voidedAt: now })))
        .onConflictDoNothing();
    }
    await moveCursors(tx, feed, cut);
    await endQuarantine(tx, feed, "registry", now);
    if (feed === context.code) await cutReceipts(tx, cut);
    const affected = gone.flatMap(({ item, verdict }) => (item && verdict ? [item] : []));
    await recomputeItems(context, tx, feed, affected);
    await forgetBodies(
      tx,
      gone.flatMap(({ bodySha256 }) => bodySha256 ?? []),
    );
    const hold = trustExpired(await context.trust.within(tx), now);
    await deliver(context, tx, feed, { hold });
    context.log.warn(
      { feed, through: cut.through, void: gone.length },
      "entries beyond a closed epoch are void",
    );
  });
}

/** After a commit: a thief's tombstones fall once the closed head is reached, so the items are computed again. */
export async function settleVoid(context: PeerContext, tx: Tx, feed: string): Promise<void> {
  const rows = await tx
    .selectDistinct({ item: voidEntries.item })
    .from(voidEntries)
    .where(eq(voidEntries.feed, feed));
  await recomputeItems(
    context,
    tx,
    feed,
    rows.flatMap(({ item }) => item ?? []),
  );
}

async function moveCursors(tx: Tx, feed: string, { through, head }: Cut): Promise<void> {
  await tx
    .update(feeds)
    .set({
      ...{ appendedThrough: through, head, checkpoint: null },
      verifiedThrough: sql`least(${feeds.verifiedThrough}, ${through})`,
      ...{ receiptThrough: sql`least(${feeds.receiptThrough}, ${through})`, receiptFailures: 0 },
      receiptDueAt: null,
    })
    .where(eq(feeds.code, feed));
}

/** A receipt for void entries says nothing about those that take their numbers. */
async function cutReceipts(tx: Tx, { through }: Cut): Promise<void> {
  await tx.update(receipts).set({ appliedThrough: through }).where(gt(receipts.appliedThrough, through));
}

/** Bodies that only void entries named. */
async function forgetBodies(tx: Tx, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return;
  await tx.execute(sql`delete from ${bodies} b where b.sha256 in ${[...hashes]}
    and not exists (select 1 from ${entries} e where e.body_sha256 = b.sha256)`);
}
