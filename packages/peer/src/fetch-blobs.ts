import { isBody, limits, type RegistryMember, sha256, trustExpired } from "@concord/federation";
import { and, eq, isNull, sql } from "drizzle-orm";
import { markPresent } from "./blob-rows.ts";
import type { PeerContext } from "./context.ts";
import { deliver } from "./deliver.ts";
import { lockFeed } from "./lock-feed.ts";
import { streamBlob } from "./stream-blob.ts";
import { blobs, bodies, entries, items, revisionBlobs } from "./tables.ts";

export interface BlobStep {
  readonly fetched: number;
  readonly missing: number;
}

/** Step 4: bodies and blobs that a feed's live items name and that are not here, from its origin or any mirror. */
export async function fetchBlobs(
  context: PeerContext,
  feed: string,
  sources: readonly RegistryMember[],
): Promise<BlobStep> {
  const step = { fetched: 0, missing: 0 };
  for (const body of await missingBodies(context, feed)) {
    const json = await fetchBody(context, sources, body);
    if (json !== undefined) {
      await context.database.db.insert(bodies).values({ sha256: body.sha256, json }).onConflictDoNothing();
    }
    step[json === undefined ? "missing" : "fetched"] += 1;
  }
  let canStore = true;
  for (const blob of await missingBlobs(context, feed)) {
    const here = canStore && (await bringBlob(context, sources, blob));
    if (here === "cannot-store") canStore = false;
    step[here === true ? "fetched" : "missing"] += 1;
  }
  if (step.fetched > 0) await offerComplete(context, feed);
  return step;
}

/** A full disk is nobody's fault and loses nothing: the file stays missing and is asked for again later. */
async function bringBlob(
  context: PeerContext,
  sources: readonly RegistryMember[],
  blob: { readonly sha256: string; readonly size: number },
): Promise<boolean | "cannot-store"> {
  try {
    const here = (await context.blobs.has(blob.sha256)) || (await streamBlob(context, sources, blob));
    if (here) await markPresent(context, context.database.db, blob.sha256);
    return here;
  } catch (err) {
    context.log.error({ err, blob: blob.sha256 }, "a file could not be stored");
    return "cannot-store";
  }
}

/** Hands over whatever has become complete. Runs at a start as well: an upgrade may support more. */
export async function offerComplete(context: PeerContext, feed: string): Promise<void> {
  const hold = trustExpired(await context.trust.current(), context.clock.now());
  await context.database.transaction(async (tx) => {
    await lockFeed(tx, feed);
    await deliver(context, tx, feed, { hold });
  });
}

async function missingBodies({ database }: PeerContext, feed: string) {
  const rows = await database.db
    .select({ payload: entries.payload })
    .from(entries)
    .innerJoin(items, eq(items.item, entries.item))
    .leftJoin(bodies, eq(bodies.sha256, entries.bodySha256))
    .where(
      and(
        ...[eq(entries.feed, feed), eq(entries.verdict, "applied"), isNull(entries.deliveredAt)],
        ...[eq(items.status, "live"), isNull(bodies.sha256), sql`${entries.bodySha256} is not null`],
      ),
    )
    .orderBy(entries.seq);
  return rows.flatMap(({ payload }) => (payload && "body" in payload ? [payload.body] : []));
}

/** Each with the size that this feed's own entry names: what another member says of the same hash binds nobody. */
export async function missingBlobs({ database }: Pick<PeerContext, "database">, feed: string) {
  const rows = await database.db.execute<{ sha256: string; size: string }>(sql`
    select distinct r.sha256, named ->> 'size' as size
    from ${revisionBlobs} r
    join ${blobs} b on b.sha256 = r.sha256 and not b.present and b.wanted
    join ${items} i on i.item = r.item and i.status = 'live'
    join ${entries} e on e.item = r.item and e.revision = r.revision and e.verdict = 'applied'
      and e.op in ('publish', 'revise')
    cross join jsonb_array_elements(e.payload -> 'blobs') named
    where r.feed = ${feed} and named ->> 'sha256' = r.sha256`);
  return [...rows].map(({ sha256: hash, size }) => ({ sha256: hash, size: Number(size) }));
}

async function fetchBody(
  { client, log }: PeerContext,
  sources: readonly RegistryMember[],
  named: { readonly sha256: string; readonly size: number },
): Promise<string | undefined> {
  for (const source of sources) {
    const answer = await client.get(source, `/federation/v1/blobs/${named.sha256}`, {
      maxBytes: limits.bodyBytes,
      accept: ["application/octet-stream"],
    });
    if (!answer.ok || !answer.value) continue;
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(answer.value);
    if (sha256(answer.value) === named.sha256 && isBody(text, named)) return text;
    log.warn({ source: source.code, reason: "body-mismatch" }, "a source gave another body");
  }
  return undefined;
}
