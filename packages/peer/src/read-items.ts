import type { Executor } from "@concord/database";
import type { Entry, Json, Trust } from "@concord/federation";
import { and, asc, desc, eq, gt, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { PeerContext } from "./context.ts";
import type { FeedEvent, FeedItem, ItemQuery } from "./contract.ts";
import { bodies, entries, items } from "./tables.ts";

/** Live items whose body is here, by id. */
export async function readItems(context: PeerContext, query: ItemQuery): Promise<FeedItem[]> {
  const { kind, feed, cursor, limit = 100 } = query;
  const where = [
    ...[eq(items.status, "live"), isNotNull(bodies.sha256)],
    ...(kind === undefined ? [] : [eq(items.kind, kind)]),
    ...(feed === undefined ? [] : [eq(items.feed, feed)]),
    ...(cursor === undefined ? [] : [gt(items.item, cursor)]),
  ];
  return await select(context, where, Math.min(Math.max(limit, 1), 200));
}

/** One item whatever its status, so that a page can say why it is gone. */
export async function readItem(
  context: PeerContext,
  id: string,
  db?: Executor,
): Promise<FeedItem | undefined> {
  const [found] = await select(context, [eq(items.item, id)], 1, db);
  return found;
}

async function select(context: PeerContext, where: SQL[], limit: number, db?: Executor): Promise<FeedItem[]> {
  const trust = await (db ? context.trust.within(db) : context.trust.current());
  const shown = sql`coalesce(${items.offeredRevision}, ${items.revision})`;
  const rows = await (db ?? context.database.db)
    .select({ row: items, payload: entries.payload, json: bodies.json })
    .from(items)
    .innerJoin(
      entries,
      and(
        ...[eq(entries.item, items.item), eq(entries.revision, shown), eq(entries.verdict, "applied")],
        inArray(entries.op, ["publish", "revise"]),
      ),
    )
    .leftJoin(bodies, eq(bodies.sha256, entries.bodySha256))
    .where(and(...where))
    .orderBy(asc(items.item))
    .limit(limit);
  return rows.flatMap(({ row, payload, json }) =>
    payload && "blobs" in payload ? [asItem(context, trust, row, payload, json)] : [],
  );
}

type Revision = Extract<Entry, { op: "publish" | "revise" }>;

function asItem(
  { supports }: PeerContext,
  trust: Trust,
  row: typeof items.$inferSelect,
  entry: Revision,
  json: string | null,
): FeedItem {
  const { attribution, licence, derivedFrom, supersedes } = entry;
  return {
    ...{ feed: row.feed, feedName: nameOf(trust, row.feed), item: row.item, revision: entry.revision },
    ...{ status: row.status, kind: row.kind, schema: entry.schema, significance: entry.significance },
    ...{ body: readJson(json), blobs: entry.blobs, seq: entry.seq },
    ...(attribution === undefined ? {} : { attribution }),
    ...(licence === undefined ? {} : { licence }),
    ...(derivedFrom === undefined ? {} : { derivedFrom }),
    ...(supersedes === undefined ? {} : { supersedes }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    publishedAt: row.publishedAt,
    revisedAt: new Date(entry.iat * 1000),
    complete: row.offeredRevision !== null,
    supported: supports?.(row.kind, entry.schema) ?? true,
  };
}

export async function readRevisionBody(
  { database }: PeerContext,
  { item, revision }: { readonly item: string; readonly revision: number },
  db: Executor = database.db,
): Promise<Json | undefined> {
  const [row] = await db
    .select({ json: bodies.json })
    .from(entries)
    .innerJoin(bodies, eq(bodies.sha256, entries.bodySha256))
    .innerJoin(items, eq(items.item, entries.item))
    .where(
      and(
        ...[eq(entries.item, item), eq(entries.revision, revision), eq(entries.verdict, "applied")],
        sql`not ${revision} = any (${items.erasedRevisions})`,
      ),
    )
    .limit(1);
  return row && readJson(row.json);
}

/** What happened on all feeds, newest first. */
export async function readEvents(context: PeerContext, limit = 50): Promise<FeedEvent[]> {
  const trust = await context.trust.current();
  const rows = await context.database.db
    .select()
    .from(entries)
    .where(eq(entries.verdict, "applied"))
    .orderBy(desc(entries.receivedAt), desc(entries.seq))
    .limit(Math.min(Math.max(limit, 1), 500));
  return rows.flatMap(({ payload, signedAt, receivedAt, sha256 }) => {
    if (!payload) return [];
    const { feed, op, item, revision, kind, seq } = payload;
    const feedName = nameOf(trust, feed);
    return [{ feed, feedName, op, item, revision, kind, seq, at: signedAt, receivedAt, entrySha256: sha256 }];
  });
}

function nameOf(trust: Trust, code: string): string {
  return trust.member(code)?.name ?? code;
}

/** Null also stands for a body that is not JSON, which is never offered. */
function readJson(json: string | null): Json {
  try {
    return json === null ? null : JSON.parse(json);
  } catch {
    return null;
  }
}
