import type { Executor, Tx } from "@concord/database";
import {
  applyEntry,
  type Entry,
  entriesInEffect,
  type RegistryMember,
  type StoredEntry,
} from "@concord/federation";
import { and, asc, eq, inArray, lte, notExists } from "drizzle-orm";
import { type ItemRow, itemRow, itemState, saveBlobs } from "./apply-entries.ts";
import type { PeerContext } from "./context.ts";
import type { ItemUndone } from "./contract.ts";
import { blobs, entries, feeds, items, revisionBlobs, voidEntries } from "./tables.ts";

type EntryRow = typeof entries.$inferSelect;
type StoredItem = typeof items.$inferSelect;

/** A stored entry as the protocol's rules see it, with its row where it stands. */
interface Step extends StoredEntry {
  readonly row?: EntryRow;
}

/** What the entries in effect make of one item. */
interface Outcome {
  readonly after: ItemRow | undefined;
  /** The entry that left it so, and every revision of it. */
  readonly last: EntryRow | undefined;
  readonly revisions: readonly Entry[];
}

/**
 * Works named items of a feed out anew from the entries in effect, after some became void. Where that changes an
 * item its handler is told, and what stands is left to be handed over again.
 */
export async function recomputeItems(
  context: PeerContext,
  tx: Tx,
  feed: string,
  named: readonly string[],
): Promise<void> {
  const member = (await context.trust.within(tx)).member(feed);
  if (!member || named.length === 0) return;
  const ids = [...new Set(named)];
  const before = await tx.select().from(items).where(inArray(items.item, ids)).for("update");
  const byItem = Map.groupBy(await stepsInEffect(tx, member, ids), ({ entry }) => entry?.item ?? "");
  for (const id of ids) {
    const outcome = await fold(tx, feed, byItem.get(id) ?? []);
    const held = before.find(({ item }) => item === id);
    await keepBlobs(tx, feed, id, outcome);
    if (isSame(held, outcome.after)) continue;
    await replaceItem(tx, id, outcome, held);
    const kind = outcome.after?.kind ?? held?.kind;
    if (kind) await context.onUndone?.[kind]?.(tx, undoneOf({ feed, item: id, kind }, member, outcome.after));
  }
}

/** The entries in effect on some items of a feed, in the order in which they are. */
export async function stepsInEffect(
  tx: Executor,
  member: RegistryMember,
  ids: readonly string[],
): Promise<Step[]> {
  const feed = member.code;
  const [cursor] = await tx.select().from(feeds).where(eq(feeds.code, feed));
  const through = cursor?.verifiedThrough ?? 0;
  const rows = await tx
    .select()
    .from(entries)
    .where(and(eq(entries.feed, feed), inArray(entries.item, [...ids]), lte(entries.seq, through)))
    .orderBy(asc(entries.seq));
  const [last] = await tx
    .select()
    .from(entries)
    .where(and(eq(entries.feed, feed), eq(entries.seq, through)));
  const gone = await tx
    .select()
    .from(voidEntries)
    .where(and(eq(voidEntries.feed, feed), inArray(voidEntries.item, [...ids])))
    .orderBy(asc(voidEntries.epoch), asc(voidEntries.seq));
  const standing: Step[] = rows.map((row) => ({ ...stepOf(row), row }));
  // The rules look at how far the feed goes, whichever item its last entry is about.
  if (last && standing.at(-1)?.seq !== through) {
    standing.push({ epoch: last.epoch, seq: last.seq, sha256: last.sha256 });
  }
  return entriesInEffect(member, standing, gone.map(stepOf));
}

function stepOf(row: Pick<EntryRow, "epoch" | "seq" | "sha256" | "payload">): Step {
  const { epoch, seq, sha256, payload } = row;
  return { epoch, seq, sha256, ...(payload ? { entry: payload } : {}) };
}

async function fold(tx: Tx, feed: string, steps: readonly Step[]): Promise<Outcome> {
  let after: ItemRow | undefined;
  let last: EntryRow | undefined;
  const revisions: Entry[] = [];
  for (const { entry, row } of steps) {
    if (!entry) continue;
    const result = applyEntry(after && itemState(after), entry);
    if (row) await saveVerdict(tx, row, result.effect ? undefined : result.reason);
    if (!result.effect) continue;
    after = itemRow(feed, entry, after, result.state);
    if (row) last = row;
    if ("body" in entry) revisions.push(entry);
  }
  return { after, last, revisions };
}

async function saveVerdict(tx: Tx, row: EntryRow, reason: EntryRow["reason"] | undefined): Promise<void> {
  const verdict = reason ? "skipped" : "applied";
  if (row.verdict === verdict) return;
  await tx
    .update(entries)
    .set({ verdict, reason: reason ?? null })
    .where(and(eq(entries.feed, row.feed), eq(entries.seq, row.seq)));
}

function isSame(held: StoredItem | undefined, after: ItemRow | undefined): boolean {
  if (!held || !after) return !held && !after;
  const erased = held.erasedRevisions.join() === after.erasedRevisions.join();
  return held.status === after.status && held.revision === after.revision && erased;
}

/** What stands is undelivered again: the newest revision, or the tombstone. */
async function replaceItem(
  tx: Tx,
  item: string,
  { after, last, revisions }: Outcome,
  held: StoredItem | undefined,
): Promise<void> {
  await tx.delete(items).where(eq(items.item, item));
  if (!after) return;
  const live = after.status === "live";
  const offered = held?.offeredRevision ?? null;
  const offeredRevision = live || offered === null ? null : Math.min(offered, after.revision);
  await tx.insert(items).values({ ...after, offeredRevision });
  const seq = live ? revisions.at(-1)?.seq : last?.seq;
  if (seq === undefined) return;
  await tx
    .update(entries)
    .set({ deliveredAt: null })
    .where(and(eq(entries.feed, after.feed), eq(entries.seq, seq)));
}

/** Files of void revisions are wanted no more; those that a void entry erased are wanted again. */
async function keepBlobs(tx: Tx, feed: string, item: string, { after, revisions }: Outcome): Promise<void> {
  const gone = await tx.delete(revisionBlobs).where(eq(revisionBlobs.item, item)).returning();
  const standing = revisions.filter(({ revision }) => !after?.erasedRevisions.includes(revision));
  await saveBlobs(tx, feed, standing);
  if (gone.length === 0) return;
  const hashes = gone.map(({ sha256 }) => sha256);
  const named = tx.select().from(revisionBlobs).where(eq(revisionBlobs.sha256, blobs.sha256));
  await tx
    .update(blobs)
    .set({ wanted: false })
    .where(and(inArray(blobs.sha256, hashes), notExists(named)));
}

function undoneOf(
  about: Pick<ItemUndone, "feed" | "item" | "kind">,
  member: RegistryMember,
  after: ItemRow | undefined,
): ItemUndone {
  const closed = member.epochs.findLast(({ close }) => close)?.close;
  const stands = after && { revision: after.revision, status: after.status };
  return { ...about, cause: closed?.cause ?? "restored", ...(stands ? { stands } : {}) };
}
