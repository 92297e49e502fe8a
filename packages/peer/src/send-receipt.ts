import { randomInt } from "node:crypto";
import { nextAttemptIn, signReceipt, toSeconds } from "@concord/federation";
import { eq, sql } from "drizzle-orm";
import type { PeerContext } from "./context.ts";
import { lockFeed } from "./lock-feed.ts";
import { feeds } from "./tables.ts";

const millionth = 1_000_000;

/** Step 5: tells the origin how far we have applied its feed, where that is owed. What it did not take stays owed. */
export async function sendReceipt(context: PeerContext, feed: string): Promise<void> {
  const { client, code, keys, clock, database } = context;
  const trust = await context.trust.current();
  const origin = trust.member(feed);
  const owed = origin && (await takeOwed(context, feed));
  if (!owed) return;
  const iat = toSeconds(clock.now());
  const receipt = await signReceipt({ net: trust.net, iss: code, aud: feed, ...owed, iat }, keys.feed);
  if (!(await client.post(origin, "/federation/v1/receipts", { receipt }))) return;
  const { appliedThrough } = owed;
  await database.db
    .update(feeds)
    .set({
      receiptThrough: sql`greatest(${feeds.receiptThrough}, ${appliedThrough})`,
      receiptFailures: 0,
      // What was applied meanwhile may be on its way already.
      receiptDueAt: sql`case when ${feeds.verifiedThrough} > ${appliedThrough} then ${feeds.receiptDueAt} end`,
    })
    .where(eq(feeds.code, feed));
}

interface Owed {
  /** The origin's checkpoint that was applied, as signed. */
  readonly checkpoint: string;
  readonly appliedThrough: number;
}

/**
 * Undefined where nothing is owed, or where its time has not come. The row says in the same transaction when the next
 * try is due, should this one come to nothing: of several flights at once only one sends.
 */
async function takeOwed(context: PeerContext, feed: string): Promise<Owed | undefined> {
  const { database, clock, pollSeconds = 300 } = context;
  return await database.transaction(async (tx) => {
    const { checkpoint, verifiedThrough, ...row } = await lockFeed(tx, feed);
    const now = clock.now();
    if (!checkpoint || row.receiptThrough >= verifiedThrough) return undefined;
    if (row.receiptDueAt && row.receiptDueAt > now) return undefined;
    const failures = row.receiptFailures + 1;
    const seconds = nextAttemptIn({ failures, pollSeconds, random: randomInt(millionth) / millionth });
    await tx
      .update(feeds)
      .set({ receiptFailures: failures, receiptDueAt: new Date(now.getTime() + seconds * 1000) })
      .where(eq(feeds.code, feed));
    return { checkpoint, appliedThrough: verifiedThrough };
  });
}
