import type { Tx } from "@concord/database";
import { decodeCheckpoint, limits, signCheckpoint, type Trust, toSeconds } from "@concord/federation";
import { DomainError } from "@concord/runtime";
import { eq } from "drizzle-orm";
import type { PeerContext } from "./context.ts";
import { lockFeed } from "./lock-feed.ts";
import { currentEpoch, holds, isHalt } from "./signing-guard.ts";
import { feeds } from "./tables.ts";

type FeedRow = typeof feeds.$inferSelect;

/**
 * Our feed's newest checkpoint, signed anew when the feed has grown, the registry has changed, or half an hour
 * has passed. While nothing may be signed it is the last one, which may be none.
 */
export async function ownCheckpoint(context: PeerContext): Promise<string | undefined> {
  const { code, database } = context;
  const trust = await context.trust.current();
  const [held] = await database.db.select().from(feeds).where(eq(feeds.code, code));
  if (held?.checkpoint && isFresh(context, trust, held)) return held.checkpoint;
  try {
    await context.guard.demand(database.db, trust);
    return await signAnew(context, trust);
  } catch (error) {
    if (isHalt(error)) return held?.checkpoint ?? undefined;
    throw error;
  }
}

/** The database may have gone back while we ran. */
async function demandMark({ code, guard, highWater }: PeerContext, tx: Tx, epoch: number): Promise<void> {
  const mark = await highWater?.read();
  if (mark?.epoch !== epoch || (await holds(tx, code, mark))) return;
  guard.doubt();
  const { seq } = mark;
  throw new DomainError("federation.feed-behind", "unavailable", { source: "file", epoch, seq });
}

function isFresh({ clock, keys, code }: PeerContext, trust: Trust, feed: FeedRow): boolean {
  if (!feed.checkpoint) return false;
  const { iat, size, epoch, registry } = decodeCheckpoint(feed.checkpoint);
  const age = toSeconds(clock.now()) - iat;
  const same = size === feed.appendedThrough && registry.version === trust.registry.version;
  const current = currentEpoch(trust, { code, keys })?.epoch === epoch;
  // One from ahead of our clock was signed while the clock was wrong.
  return same && current && Math.abs(age) < limits.checkpointRenewSeconds / 2;
}

/** The high-water file says it before anybody can see it. */
async function signAnew(context: PeerContext, trust: Trust): Promise<string | undefined> {
  const { code, keys, clock, database, guard, highWater } = context;
  const epoch = currentEpoch(trust, context)?.epoch;
  if (epoch === undefined) return undefined;
  return await database.transaction(async (tx) => {
    const feed = await lockFeed(tx, code);
    if (feed.checkpoint && isFresh(context, trust, feed)) return feed.checkpoint;
    await guard.demandSettled(tx, trust, feed);
    await demandMark(context, tx, epoch);
    const { appendedThrough: size, head } = feed;
    const { version, sha256 } = trust.registry;
    const statement = { net: trust.net, feed: code, epoch, size, head, registry: { version, sha256 } };
    const { text } = await signCheckpoint(statement, keys.feed, clock.now());
    await highWater?.write({ epoch, seq: size, head, checkpoint: text });
    await tx.update(feeds).set({ checkpoint: text }).where(eq(feeds.code, code));
    return text;
  });
}
