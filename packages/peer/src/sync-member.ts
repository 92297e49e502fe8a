import { randomInt } from "node:crypto";
import {
  nextAttemptIn,
  type Refusal,
  type RegistryMember,
  type SyncPorts,
  type SyncResult,
  syncPeer,
  type Trust,
} from "@concord/federation";
import { sql } from "drizzle-orm";
import type { PeerContext } from "./context.ts";
import { drawMirrors } from "./draw-mirrors.ts";
import { sweepBlobs } from "./erase-revisions.ts";
import { feedStore } from "./feed-store.ts";
import { type BlobStep, fetchBlobs } from "./fetch-blobs.ts";
import { httpSource } from "./http-source.ts";
import { sendReceipt } from "./send-receipt.ts";
import type { SyncSummary } from "./standing.ts";
import { contacts } from "./tables.ts";

const mirrorsAsked = 5;
const millionth = 1_000_000;

/** One sync of one member's feed, steps 0 to 3 and 5, and its summary kept. */
export async function syncMember(context: PeerContext, code: string): Promise<SyncSummary> {
  const startedAt = context.clock.now();
  const refused: Refusal[] = [];
  const ports = await portsFor(context, code);
  const done = await syncPeer(code, { ...ports, refuseTrust: (one) => refused.push(one) });
  const result = { ...done, refused: [...done.refused, ...distinct(refused)] };
  const summary = summarize(code, result, startedAt, { fetched: 0, missing: 0 });
  await remember(context, summary, result, startedAt);
  // Also one that the origin did not take before.
  if (result.originHeard && result.outcome === "current")
    context.background.run("receipt", () => sendReceipt(context, code));
  if (result.erased > 0) context.background.run("sweep", () => sweepBlobs(context));
  return summary;
}

/** One server's registry may be looked at more than once in a sync. */
function distinct(refused: readonly Refusal[]): Refusal[] {
  return [...new Map(refused.map((one) => [`${one.source} ${one.reason}`, one])).values()];
}

/** Step 4, beside the others: a large file never delays a recall. */
export async function syncBlobs(context: PeerContext, code: string): Promise<BlobStep> {
  return await fetchBlobs(context, code, sourcesOf(context, await context.trust.current(), code));
}

/** What the steps of a sync of this feed work with; its usual sources unless others are given. */
export async function portsFor(
  context: PeerContext,
  code: string,
  from?: readonly RegistryMember[],
): Promise<SyncPorts> {
  let trust = await context.trust.current();
  const members = from ?? sourcesOf(context, trust, code);
  return {
    sources: members.map((member) => httpSource(context.client, member)),
    store: feedStore(context, code),
    trust: () => trust,
    keepTrust: async (fresh) => {
      await context.trust.keep(fresh);
      trust = fresh;
    },
    now: () => context.clock.now(),
    sendReceipt: async () => {
      context.background.run("receipt", () => sendReceipt(context, code));
    },
  };
}

/** The origin first, then a few mirrors in random order. */
function sourcesOf({ code: own }: PeerContext, trust: Trust, feed: string): RegistryMember[] {
  const origin = trust.member(feed);
  const mirrors = drawMirrors(trust, { own, feed });
  return [...(origin ? [origin] : []), ...mirrors.slice(0, mirrorsAsked)];
}

function summarize(code: string, result: SyncResult, at: Date, blobs: BlobStep): SyncSummary {
  const { outcome, source, published, revised, withdrawn, recalled, erased, ignored } = result;
  return {
    ...{ code, at, outcome, published, revised, withdrawn, recalled, erased, ignored },
    ...(source === undefined ? {} : { source }),
    refused: result.refused.map(({ retryAfter, ...one }) => one),
    blobsFetched: blobs.fetched,
    blobsMissing: blobs.missing,
  };
}

/** A hint that came while we were pulling makes the next pull due at once. */
async function remember(
  context: PeerContext,
  summary: SyncSummary,
  result: SyncResult,
  startedAt: Date,
): Promise<void> {
  const { database, clock, pollSeconds = 300 } = context;
  const now = clock.now();
  const wait = (failures: number) =>
    nextAttemptIn({
      ...{ failures, pollSeconds, random: randomInt(millionth) / millionth },
      ...retryAfterOf(result, summary.code),
    });
  const held = await database.db.select().from(contacts).where(sql`${contacts.code} = ${summary.code}`);
  const failures = result.originHeard || result.outcome === "held" ? 0 : (held[0]?.failures ?? 0) + 1;
  const nextAttemptAt = new Date(now.getTime() + wait(failures) * 1000);
  const lastReason = result.refused.at(-1)?.reason ?? null;
  const seen = {
    ...{ failures, lastReason, lastAttemptAt: startedAt, lastSummary: summary },
    clockAhead: context.client.clockAhead(summary.code) ?? null,
    ...(result.originHeard ? { lastHeardAt: now } : {}),
  };
  await database.db
    .insert(contacts)
    .values({ code: summary.code, ...seen, nextAttemptAt })
    .onConflictDoUpdate({
      target: contacts.code,
      set: {
        ...seen,
        nextAttemptAt: sql`case when ${contacts.hintedAt} > ${startedAt.toISOString()} then ${now.toISOString()} else ${nextAttemptAt.toISOString()} end::timestamptz`,
      },
    });
}

function retryAfterOf(result: SyncResult, origin: string): { retryAfter?: number } {
  const asked = result.refused.find((one) => one.source === origin)?.retryAfter;
  return asked === undefined ? {} : { retryAfter: asked };
}
