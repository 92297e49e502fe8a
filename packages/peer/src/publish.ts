import { afterCommit, type Tx } from "@concord/database";
import {
  applyEntry,
  type EntryContentDraft,
  type FeedEpoch,
  limits,
  sha256,
  signEntry,
  type Trust,
  toSeconds,
} from "@concord/federation";
import { DomainError } from "@concord/runtime";
import { eq } from "drizzle-orm";
import { type ItemRow, itemRow, itemState, saveItems } from "./apply-entries.ts";
import type { PeerContext } from "./context.ts";
import type { Publication, Published } from "./contract.ts";
import { eraseRevisions, sweepBlobs } from "./erase-revisions.ts";
import { entryRow } from "./feed-store.ts";
import { lockFeed } from "./lock-feed.ts";
import { copyIn, keepOwnBlobs } from "./own-blobs.ts";
import { bodies, entries, feeds, items } from "./tables.ts";

/** Appends one signed entry to our own feed. `told` runs after the commit. */
export async function publish(
  context: PeerContext,
  tx: Tx,
  publication: Publication,
  told: () => void,
): Promise<Published> {
  const trust = await context.trust.within(tx);
  await context.guard.demand(tx, trust);
  // Large files are copied before the feed is held.
  await copyIn(context, publication.blobs ?? []);
  const { appendedThrough, head } = await lockFeed(tx, context.code);
  await context.guard.demandSettled(tx, trust, { appendedThrough, head });
  const seq = appendedThrough + 1;
  const epoch = signingEpoch(context, trust, seq);
  const item = itemOf(context, publication);
  const before = await loadItem(tx, item);
  const body = publication.body === undefined ? undefined : JSON.stringify(publication.body);
  const now = context.clock.now();
  const place = {
    net: trust.net,
    feed: context.code,
    epoch: epoch.epoch,
    seq,
    prev: head,
    iat: toSeconds(now),
  };
  const { text, payload } = await sign(context, { ...place, ...say(publication, item, before, body) });
  const effect = applyEntry(before && itemState(before), payload);
  if (!effect.effect) throw new DomainError(`federation.${effect.reason}`, "conflict", { item });

  if (body !== undefined)
    await tx
      .insert(bodies)
      .values({ sha256: sha256(body), json: body })
      .onConflictDoNothing();
  const row = { entry: payload, sha256: sha256(text), text };
  const done = { verdict: "applied" as const, deliveredAt: now };
  await tx.insert(entries).values({ ...entryRow(context.code, row, now), ...done });
  const after = itemRow(context.code, payload, before, effect.state);
  const offers = payload.op === "publish" || payload.op === "revise";
  await saveItems(tx, [offers ? { ...after, offeredRevision: payload.revision } : after]);
  if (offers) await keepOwnBlobs(context, tx, payload);
  if (payload.op === "erase") await eraseRevisions(tx, item, payload.revisions, now);
  await tx
    .update(feeds)
    .set({ appendedThrough: seq, verifiedThrough: seq, head: row.sha256 })
    .where(eq(feeds.code, context.code));
  afterCommit(tx, told);
  if (payload.op === "erase") {
    afterCommit(tx, () => context.background.run("sweep", () => sweepBlobs(context)));
  }
  return { item, revision: payload.revision, seq, entrySha256: row.sha256 };
}

/** The open epoch in which the registry gives our key the right to sign this entry. */
function signingEpoch({ code, keys }: PeerContext, trust: Trust, seq: number): FeedEpoch {
  const member = trust.member(code);
  const use = member && trust.feedKey(member, keys.feed.kid);
  if (!use || use.epoch.close || use.to !== undefined || seq < use.from) {
    throw new DomainError("federation.key-not-in-registry", "unavailable", { code });
  }
  return use.epoch;
}

function itemOf({ code, ids }: PeerContext, { item, op }: Publication): string {
  if (item === undefined) {
    if (op !== "publish") throw new DomainError("federation.item-missing", "invalid");
    return `${code}.${ids.next("item")}`;
  }
  if (!item.includes(".")) return `${code}.${item}`;
  if (item.startsWith(`${code}.`)) return item;
  throw new DomainError("federation.item-of-another-feed", "forbidden", { item });
}

async function loadItem(tx: Tx, item: string): Promise<ItemRow | undefined> {
  const [row] = await tx.select().from(items).where(eq(items.item, item));
  return row;
}

type Said = EntryContentDraft;

function say(
  publication: Publication,
  item: string,
  before: ItemRow | undefined,
  body: string | undefined,
): Said {
  const { op, kind, schema, reason } = publication;
  const newest = before?.revision ?? 1;
  const about = { item, kind, schema, ...(reason === undefined ? {} : { reason }) };
  if (op === "withdraw" || op === "recall") return { ...about, op, revision: newest };
  if (op === "erase") {
    const all = Array.from({ length: newest }, (_, at) => at + 1);
    return { ...about, op, revision: newest, revisions: [...(publication.revisions ?? all)] };
  }
  if (body === undefined) throw new DomainError("federation.body-missing", "invalid");
  const size = Buffer.byteLength(body);
  if (size > limits.bodyBytes) throw new DomainError("federation.too-large", "invalid", { size });
  const { licence, attribution, derivedFrom, supersedes } = publication;
  const content = {
    ...{ item, kind, schema, licence, attribution, derivedFrom, supersedes },
    significance: publication.significance ?? "minor",
    body: { sha256: sha256(body), size },
    blobs: [...(publication.blobs ?? [])],
  };
  return op === "publish" ? { ...content, op, revision: 1 } : { ...content, op, revision: newest + 1 };
}

async function sign(context: PeerContext, draft: Parameters<typeof signEntry>[0]) {
  const signed = await signEntry(draft, context.keys.feed).catch(() => {
    throw new DomainError("federation.malformed", "invalid", { item: draft.item });
  });
  if (signed.text.length > limits.entryBytes) throw new DomainError("federation.too-large", "invalid");
  return signed;
}
