import type { Tx } from "@concord/database";
import { type Entry, type Json, parseStrictJson } from "@concord/federation";
import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import type { PeerContext } from "./context.ts";
import type { ItemChange } from "./contract.ts";
import { blobs, bodies, entries, items, revisionBlobs } from "./tables.ts";

/** Few, since each may come with a body of 1 MiB. */
const chunkSize = 100;

interface DeliverOptions {
  /** With an expired registry only withdraw, recall and erase take effect. */
  readonly hold: boolean;
}

/**
 * Hands entries in effect to their handlers, in order, each once. A revision waits until its body and every blob
 * are here; one that is not supported yet stays undelivered and is looked at again after an upgrade.
 * The feed's row must be locked by `tx`.
 */
export async function deliver(
  context: PeerContext,
  tx: Tx,
  feed: string,
  { hold }: DeliverOptions,
): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await undelivered(tx, feed, { hold, after });
    await deliverRows(context, tx, feed, rows);
    const last = rows.at(-1);
    if (!last || rows.length < chunkSize) return;
    after = last.seq;
  }
}

async function deliverRows(
  context: PeerContext,
  tx: Tx,
  feed: string,
  rows: Awaited<ReturnType<typeof undelivered>>,
): Promise<void> {
  const delivered: Delivered[] = [];
  const handlers = feed === context.code ? context.onRecovered : context.onItem;
  for (const row of rows) {
    if (!row.payload) continue;
    const { payload: entry } = row;
    const known = context.supports?.(entry.kind, entry.schema) ?? true;
    const revises = entry.op === "publish" || entry.op === "revise";
    if (revises && !known) continue;
    const body = revises ? readBody(row.json) : undefined;
    delivered.push({
      seq: entry.seq,
      ...(revises && body ? { item: entry.item, revision: entry.revision } : {}),
    });
    // A body that is not JSON can never be shown: the revision is passed over.
    if (revises && !body) continue;
    await handlers?.[entry.kind]?.(tx, asChange(entry, body?.value));
  }
  await settle(tx, feed, delivered, context.clock.now());
}

async function undelivered(
  tx: Tx,
  feed: string,
  { hold, after }: DeliverOptions & { readonly after: number },
) {
  const tombstone = sql`${entries.op} in ('withdraw', 'recall', 'erase')`;
  const complete = sql`${bodies.sha256} is not null and not exists (
    select 1 from ${revisionBlobs} r join ${blobs} b on b.sha256 = r.sha256
    where r.item = ${entries.item} and r.revision = ${entries.revision} and not b.present)`;
  const newer = sql`${items.status} = 'live' and ${entries.revision} > coalesce(${items.offeredRevision}, 0)`;
  return await tx
    .select({ seq: entries.seq, payload: entries.payload, json: bodies.json })
    .from(entries)
    .innerJoin(items, eq(items.item, entries.item))
    .leftJoin(bodies, eq(bodies.sha256, entries.bodySha256))
    .where(
      and(
        ...[eq(entries.feed, feed), gt(entries.seq, after)],
        ...[eq(entries.verdict, "applied"), isNull(entries.deliveredAt)],
        hold ? tombstone : sql`(${tombstone} or (${newer} and ${complete}))`,
      ),
    )
    .orderBy(asc(entries.seq))
    .limit(chunkSize);
}

interface Delivered {
  readonly seq: number;
  /** The revision that is offered from now on. */
  readonly item?: string;
  readonly revision?: number;
}

async function settle(tx: Tx, feed: string, delivered: readonly Delivered[], now: Date): Promise<void> {
  if (delivered.length === 0) return;
  const list = sql`json_to_recordset(${JSON.stringify(delivered)}::json) as d(seq int, item text, revision int)`;
  await tx.execute(sql`update ${entries} e set delivered_at = ${now.toISOString()} from ${list}
    where e.feed = ${feed} and e.seq = d.seq and e.delivered_at is null`);
  // Several revisions of one item may have come at once: the newest is offered.
  await tx.execute(sql`update ${items} i set offered_revision = n.revision
    from (select item, max(revision) as revision from ${list} where item is not null group by item) n
    where i.item = n.item`);
}

function readBody(json: string | null): { readonly value: Json } | undefined {
  const read = json === null ? undefined : parseStrictJson(new TextEncoder().encode(json));
  // What strict JSON parsing gives is JSON.
  return read?.ok ? { value: read.value as Json } : undefined;
}

function asChange(entry: Entry, body: Json | undefined): ItemChange {
  const { feed, item, revision, op, kind, schema, seq } = entry;
  const about = { feed, item, revision, op, kind, schema, seq, at: new Date(entry.iat * 1000) };
  if (entry.op !== "publish" && entry.op !== "revise") {
    return { ...about, blobs: [], ...(entry.reason === undefined ? {} : { reason: entry.reason }) };
  }
  const { blobs: files, significance, attribution, licence, derivedFrom, supersedes } = entry;
  return {
    ...about,
    blobs: files,
    significance,
    ...(body === undefined ? {} : { body }),
    ...(attribution === undefined ? {} : { attribution }),
    ...(licence === undefined ? {} : { licence }),
    ...(derivedFrom === undefined ? {} : { derivedFrom }),
    ...(supersedes === undefined ? {} : { supersedes }),
  };
}
