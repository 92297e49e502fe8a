import type { Tx } from "@concord/database";
import { applyEntry, type Entry, type FeedCounts, type ItemState, type Reason } from "@concord/federation";
import { and, eq, gt, inArray, lte, sql } from "drizzle-orm";
import { eraseRevisions } from "./erase-revisions.ts";
import { insertRows } from "./insert-rows.ts";
import { blobs, entries, items, revisionBlobs } from "./tables.ts";

type EntryRow = Pick<typeof entries.$inferSelect, "seq" | "payload" | "item" | "reason">;
export type ItemRow = typeof items.$inferInsert;

const countOf = {
  publish: "published",
  revise: "revised",
  withdraw: "withdrawn",
  recall: "recalled",
  erase: "erased",
} as const satisfies Record<Entry["op"], keyof FeedCounts>;

const chunkSize = 500;

interface SeqRange {
  readonly after: number;
  /** Included. */
  readonly through: number;
}

/** Gives entries of one feed their effects, in order, and says how many of each there were; few are held at a time. */
export async function applyEntries(tx: Tx, feed: string, range: SeqRange, now: Date): Promise<FeedCounts> {
  const counts = { published: 0, revised: 0, withdrawn: 0, recalled: 0, erased: 0, ignored: 0 };
  for (let { after } = range; after < range.through; after += chunkSize) {
    const through = Math.min(after + chunkSize, range.through);
    const rows = await tx
      .select({ seq: entries.seq, payload: entries.payload, item: entries.item, reason: entries.reason })
      .from(entries)
      .where(within(feed, { after, through }))
      .orderBy(entries.seq);
    await applyChunk(tx, feed, { rows, counts, now });
  }
  return counts;
}

function within(feed: string, { after, through }: SeqRange) {
  return and(eq(entries.feed, feed), gt(entries.seq, after), lte(entries.seq, through));
}

interface Chunk {
  readonly rows: readonly EntryRow[];
  readonly counts: Record<keyof FeedCounts, number>;
  readonly now: Date;
}

async function applyChunk(tx: Tx, feed: string, { rows, counts, now }: Chunk): Promise<void> {
  const states = await loadItems(tx, rows);
  const changed = new Map<string, ItemRow>();
  const effective: Entry[] = [];
  const skipped: { seq: number; reason: Reason }[] = [];
  for (const { payload, seq, reason } of rows) {
    const before = payload ? states.get(payload.item) : undefined;
    const result = payload ? applyEntry(before && itemState(before), payload) : undefined;
    if (!payload || !result?.effect) {
      counts.ignored += 1;
      skipped.push({ seq, reason: reason ?? (result && !result.effect ? result.reason : "malformed") });
      continue;
    }
    counts[countOf[payload.op]] += 1;
    const after = itemRow(feed, payload, before, result.state);
    states.set(payload.item, after);
    changed.set(payload.item, after);
    effective.push(payload);
  }
  await saveItems(tx, [...changed.values()]);
  await saveBlobs(tx, feed, effective);
  await saveVerdicts(tx, feed, rows, skipped);
  for (const entry of effective) {
    if (entry.op === "erase") await eraseRevisions(tx, entry.item, entry.revisions, now);
  }
}

async function loadItems(tx: Tx, rows: readonly EntryRow[]): Promise<Map<string, ItemRow>> {
  const ids = [...new Set(rows.flatMap((row) => row.item ?? []))];
  const found = ids.length > 0 ? await tx.select().from(items).where(inArray(items.item, ids)) : [];
  return new Map(found.map((row) => [row.item, row]));
}

export function itemState(row: ItemRow): ItemState {
  return { kind: row.kind, revision: row.revision, status: row.status, erased: row.erasedRevisions };
}

/** An item's row after an entry took effect on it. */
export function itemRow(feed: string, entry: Entry, before: ItemRow | undefined, state: ItemState): ItemRow {
  const reason = "reason" in entry ? (entry.reason ?? null) : (before?.reason ?? null);
  return {
    item: entry.item,
    feed,
    kind: state.kind,
    status: state.status,
    revision: state.revision,
    erasedRevisions: [...state.erased],
    reason,
    publishedAt: before?.publishedAt ?? new Date(entry.iat * 1000),
  };
}

/** Which revision is offered is left as it was, unless a row says it. */
export async function saveItems(tx: Tx, changed: readonly ItemRow[]): Promise<void> {
  await insertRows(
    tx,
    items,
    changed,
    sql`on conflict (item) do update set
      status = excluded.status, revision = excluded.revision, erased_revisions = excluded.erased_revisions,
      reason = excluded.reason, offered_revision = coalesce(excluded.offered_revision, ${items}.offered_revision)`,
  );
}

/** Notes which blobs the revisions need. A blob that was erased before and is named again is wanted again. */
export async function saveBlobs(tx: Tx, feed: string, effective: readonly Entry[]): Promise<void> {
  const needed = effective.flatMap((entry) =>
    "blobs" in entry
      ? entry.blobs.map((blob) => ({ ...blob, item: entry.item, revision: entry.revision }))
      : [],
  );
  if (needed.length === 0) return;
  const distinct = new Map(needed.map((blob) => [blob.sha256, blob]));
  await tx
    .insert(blobs)
    .values([...distinct.values()].map(({ sha256, size, type }) => ({ sha256, size, type, present: false })))
    .onConflictDoUpdate({ target: blobs.sha256, set: { wanted: true } });
  await tx
    .insert(revisionBlobs)
    .values(needed.map(({ item, revision, sha256 }) => ({ item, revision, sha256, feed })))
    .onConflictDoNothing();
}

async function saveVerdicts(
  tx: Tx,
  feed: string,
  rows: readonly EntryRow[],
  skipped: readonly { seq: number; reason: Reason }[],
): Promise<void> {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return;
  const all = within(feed, { after: first.seq - 1, through: last.seq });
  await tx.update(entries).set({ verdict: "applied" }).where(all);
  for (const { seq, reason } of skipped) {
    await tx
      .update(entries)
      .set({ verdict: "skipped", reason })
      .where(and(eq(entries.feed, feed), eq(entries.seq, seq)));
  }
}
