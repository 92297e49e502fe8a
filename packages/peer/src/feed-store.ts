import type { Tx } from "@concord/database";
import {
  type ChainRow,
  decodeCheckpoint,
  type FeedCounts,
  type FeedPosition,
  type FeedStore,
  genesis,
  trustExpired,
} from "@concord/federation";
import { and, desc, eq, sql } from "drizzle-orm";
import { applyEntries } from "./apply-entries.ts";
import type { PeerContext } from "./context.ts";
import { cutBack, settleVoid } from "./cut-back.ts";
import { deliver } from "./deliver.ts";
import { insertRows } from "./insert-rows.ts";
import { lockFeed } from "./lock-feed.ts";
import { quarantine } from "./quarantine.ts";
import { bodies, entries, feeds } from "./tables.ts";

/** Our copy of one member's feed, as the steps of a sync want it. */
export function feedStore(context: PeerContext, feed: string): FeedStore {
  const { database, clock } = context;
  return {
    position: () => position(context, feed),
    entryAt: async (seq) => {
      const [row] = await database.db
        .select({ sha256: entries.sha256, text: entries.signed })
        .from(entries)
        .where(and(eq(entries.feed, feed), eq(entries.seq, seq)))
        .orderBy(desc(entries.epoch))
        .limit(1);
      return row;
    },
    cutBack: (cut) => cutBack(context, feed, cut),
    append: (rows) => database.transaction((tx) => append(tx, feed, rows, clock.now())),
    commit: (checkpoint) => applyThrough(context, feed, checkpoint),
    quarantine: (reason, evidence) => quarantine(context, feed, { reason, evidence }),
  };
}

async function position({ database }: PeerContext, feed: string): Promise<FeedPosition> {
  const [row] = await database.db.select().from(feeds).where(eq(feeds.code, feed));
  if (!row) await database.db.insert(feeds).values({ code: feed, head: genesis }).onConflictDoNothing();
  return {
    verifiedThrough: row?.verifiedThrough ?? 0,
    appendedThrough: row?.appendedThrough ?? 0,
    head: row?.head ?? genesis,
    quarantined: row?.quarantinedAt != null,
    ...(row?.checkpoint ? { checkpoint: decodeCheckpoint(row.checkpoint) } : {}),
  };
}

/** Rows go in only where they follow the head, so two pulls at once leave neither a gap nor a double. */
async function append(tx: Tx, feed: string, rows: readonly ChainRow[], now: Date): Promise<void> {
  const { appendedThrough, head } = await lockFeed(tx, feed);
  const fresh = rows.filter((row) => linkOf(row).seq > appendedThrough);
  const last = fresh.at(-1);
  if (!last || !fresh[0] || !follows(linkOf(fresh[0]), { appendedThrough, head })) return;
  await insertRows(tx, bodies, fresh.flatMap(bodyRow), sql`on conflict do nothing`);
  await insertRows(
    tx,
    entries,
    fresh.map((row) => entryRow(feed, row, now)),
  );
  await tx
    .update(feeds)
    .set({ appendedThrough: linkOf(last).seq, head: last.sha256 })
    .where(eq(feeds.code, feed));
}

/** The head may have gone back since the page was verified. */
function follows(
  first: ReturnType<typeof linkOf>,
  { appendedThrough, head }: { readonly appendedThrough: number; readonly head: string },
): boolean {
  return first.seq === appendedThrough + 1 && first.prev === head;
}

function linkOf(row: ChainRow) {
  return "entry" in row ? row.entry : row.skipped;
}

/** The body that came with an entry; it was held against the hash that the entry names. */
function bodyRow(row: ChainRow): (typeof bodies.$inferInsert)[] {
  if (!("entry" in row) || row.body === undefined || !("body" in row.entry)) return [];
  return [{ sha256: row.entry.body.sha256, json: row.body }];
}

/** A row of the table for an entry that is valid in its chain. */
export function entryRow(feed: string, row: ChainRow, receivedAt: Date): typeof entries.$inferInsert {
  const { epoch, seq, iat } = linkOf(row);
  const place = { feed, epoch, seq, sha256: row.sha256, signed: row.text, receivedAt };
  const signedAt = new Date(iat * 1000);
  if (!("entry" in row)) return { ...place, signedAt, reason: row.reason };
  const { entry } = row;
  return {
    ...{ ...place, signedAt, payload: entry, op: entry.op, item: entry.item, revision: entry.revision },
    bodySha256: "body" in entry ? entry.body.sha256 : null,
  };
}

const nothing: FeedCounts = { published: 0, revised: 0, withdrawn: 0, recalled: 0, erased: 0, ignored: 0 };

/** Step 3: effects, cursor, checkpoint and what handlers do with it commit together, or none of it does. */
export async function applyThrough(
  context: PeerContext,
  feed: string,
  { size, text }: { readonly size: number; readonly text?: string },
): Promise<FeedCounts> {
  const now = context.clock.now();
  const hold = trustExpired(await context.trust.current(), now);
  return await context.database.transaction(async (tx) => {
    const { verifiedThrough, appendedThrough } = await lockFeed(tx, feed);
    if (size < verifiedThrough || size > appendedThrough) return nothing;
    const counts = await applyEntries(tx, feed, { after: verifiedThrough, through: size }, now);
    await tx
      .update(feeds)
      .set({
        verifiedThrough: size,
        ...(text === undefined ? {} : { checkpoint: text }),
        // A receipt of what was just applied waits for no earlier one.
        ...(size > verifiedThrough ? { receiptDueAt: null } : {}),
      })
      .where(eq(feeds.code, feed));
    await settleVoid(context, tx, feed);
    await deliver(context, tx, feed, { hold });
    return counts;
  });
}
