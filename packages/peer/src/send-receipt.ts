import { randomInt } from "node:crypto";
import { nextAttemptIn, signReceipt, toSeconds } from "@concord/federation";
import { eq, sql } from "drizzle-orm";
import type { PeerContext } from "./context.ts";
import { feeds } from "./tables.ts";

const millionth = 1_000_000;

/** Step 5: tells the origin how far we have applied its feed. What it did not take stays owed. */
export async function sendReceipt(context: PeerContext, feed: string): Promise<void> {
  const { client, code, keys, clock, database } = context;
  const trust = await context.trust.current();
  const origin = trust.member(feed);
  const [row] = await database.db.select().from(feeds).where(eq(feeds.code, feed));
  if (!origin || !row?.checkpoint) return;
  const { checkpoint, verifiedThrough: appliedThrough, receiptFailures } = row;
  const iat = toSeconds(clock.now());
  const about = { net: trust.net, iss: code, aud: feed, checkpoint, appliedThrough, iat };
  const receipt = await signReceipt(about, keys.feed);
  const taken = await client.post(origin, "/federation/v1/receipts", { receipt });
  const failures = taken ? 0 : receiptFailures + 1;
  await database.db
    .update(feeds)
    .set({
      ...(taken ? { receiptThrough: sql`greatest(${feeds.receiptThrough}, ${appliedThrough})` } : {}),
      receiptFailures: failures,
      receiptDueAt: taken ? null : nextTry(context, failures),
    })
    .where(eq(feeds.code, feed));
}

/** At a poll that brought nothing new: what the origin did not take before, ever more seldom. */
export async function sendOwedReceipt(context: PeerContext, feed: string): Promise<void> {
  const [row] = await context.database.db.select().from(feeds).where(eq(feeds.code, feed));
  if (!row || row.receiptThrough >= row.verifiedThrough) return;
  if (row.receiptDueAt && row.receiptDueAt > context.clock.now()) return;
  await sendReceipt(context, feed);
}

function nextTry({ clock, pollSeconds = 300 }: PeerContext, failures: number): Date {
  const seconds = nextAttemptIn({ failures, pollSeconds, random: randomInt(millionth) / millionth });
  return new Date(clock.now().getTime() + seconds * 1000);
}
