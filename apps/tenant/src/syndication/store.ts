import type { Body, Overlay, Text } from "@concord/content";
import type { Executor, Tx } from "@concord/database";
import { and, count, desc, eq, inArray, isNotNull, lt, or } from "drizzle-orm";
import type { IncomingItem, IncomingStatus, SharedItem } from "./model.ts";
import { incomingItems, overlays, partBodies, sharedItems } from "./tables.ts";

export async function findIncoming(db: Executor, item: string): Promise<IncomingItem | undefined> {
  const [row] = await db.select().from(incomingItems).where(eq(incomingItems.item, item));
  return row;
}

export async function lockIncoming(tx: Tx, item: string): Promise<IncomingItem | undefined> {
  const [row] = await tx.select().from(incomingItems).where(eq(incomingItems.item, item)).for("update");
  return row;
}

export async function putIncoming(tx: Tx, incoming: IncomingItem): Promise<void> {
  const row = { ...incoming, languages: [...incoming.languages] };
  await tx.insert(incomingItems).values(row).onConflictDoUpdate({ target: incomingItems.item, set: row });
}

export interface IncomingFilter {
  readonly statuses?: readonly IncomingStatus[] | undefined;
  /** Only what is or was in our catalogue. */
  readonly pinned?: boolean;
  readonly before?: { readonly at: Date; readonly item: string } | undefined;
  readonly limit: number;
}

/** Newest first. */
export function listIncoming(db: Executor, filter: IncomingFilter): Promise<IncomingItem[]> {
  const { statuses, pinned, before, limit } = filter;
  return db
    .select()
    .from(incomingItems)
    .where(
      and(
        statuses && inArray(incomingItems.status, [...statuses]),
        pinned ? isNotNull(incomingItems.pinnedRevision) : undefined,
        before &&
          or(
            lt(incomingItems.seenAt, before.at),
            and(eq(incomingItems.seenAt, before.at), lt(incomingItems.item, before.item)),
          ),
      ),
    )
    .orderBy(desc(incomingItems.seenAt), desc(incomingItems.item))
    .limit(limit);
}

export async function countIncoming(db: Executor): Promise<ReadonlyMap<IncomingStatus, number>> {
  const rows = await db
    .select({ status: incomingItems.status, items: count() })
    .from(incomingItems)
    .groupBy(incomingItems.status);
  return new Map(rows.map(({ status, items }) => [status, items]));
}

export async function findShared(db: Executor, item: string): Promise<SharedItem | undefined> {
  const [row] = await db.select().from(sharedItems).where(eq(sharedItems.item, item));
  return row;
}

export async function lockSharedOf(tx: Tx, sourceId: string): Promise<SharedItem | undefined> {
  const [row] = await tx.select().from(sharedItems).where(eq(sharedItems.sourceId, sourceId)).for("update");
  return row;
}

export async function lockShared(tx: Tx, item: string): Promise<SharedItem | undefined> {
  const [row] = await tx.select().from(sharedItems).where(eq(sharedItems.item, item)).for("update");
  return row;
}

export async function putShared(tx: Tx, shared: SharedItem): Promise<void> {
  await tx.insert(sharedItems).values(shared).onConflictDoUpdate({ target: sharedItems.item, set: shared });
}

export function listShared(db: Executor, limit = 200): Promise<SharedItem[]> {
  return db
    .select()
    .from(sharedItems)
    .orderBy(desc(sharedItems.revisedAt), desc(sharedItems.item))
    .limit(limit);
}

/** Written only by this office's own form, and read back as it was checked then. */
export async function findOverlay(db: Executor, item: string): Promise<Overlay | undefined> {
  const [row] = await db.select().from(overlays).where(eq(overlays.item, item));
  return row?.overlay;
}

export async function putOverlay(tx: Tx, item: string, overlay: Overlay, updatedAt: Date): Promise<void> {
  const row = { item, overlay, updatedAt };
  await tx.insert(overlays).values(row).onConflictDoUpdate({ target: overlays.item, set: row });
}

export async function deleteOverlay(tx: Tx, item: string): Promise<void> {
  await tx.delete(overlays).where(eq(overlays.item, item));
}

/** Judged when it was put together. */
export async function findPartBody(db: Executor, item: string): Promise<Body | undefined> {
  const [row] = await db.select().from(partBodies).where(eq(partBodies.item, item));
  return row?.body;
}

/** Without a body what is in our catalogue is the origin's revision, whole. */
export async function putPartBody(tx: Tx, item: string, body: Body | undefined, now: Date): Promise<void> {
  await tx.delete(partBodies).where(eq(partBodies.item, item));
  if (body) await tx.insert(partBodies).values({ item, body, updatedAt: now });
}

/** Until `tx` ends nobody erases these items: whoever copies a title is seen by the erasure, or finds no title. */
export async function holdItems(tx: Tx, items: readonly string[]): Promise<void> {
  if (items.length === 0) return;
  for (const table of [incomingItems, sharedItems]) {
    const { item } = table;
    await tx
      .select({ item })
      .from(table)
      .where(inArray(item, [...items]))
      .for("share");
  }
}

/** Titles of items, other members' and ours, by id; an erased one has none. */
export async function titlesOf(db: Executor, items: readonly string[]): Promise<ReadonlyMap<string, Text>> {
  if (items.length === 0) return new Map();
  const wanted = [...new Set(items)];
  const { item, title } = incomingItems;
  const [theirs, ours] = await Promise.all([
    db.select({ item, title }).from(incomingItems).where(inArray(item, wanted)),
    db
      .select({ item: sharedItems.item, title: sharedItems.title })
      .from(sharedItems)
      .where(inArray(sharedItems.item, wanted)),
  ]);
  return new Map([...theirs, ...ours].map((row) => [row.item, row.title]));
}
