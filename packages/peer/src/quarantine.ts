import type { Tx } from "@concord/database";
import type { Reason } from "@concord/federation";
import { DomainError } from "@concord/runtime";
import { and, desc, eq, isNull } from "drizzle-orm";
import type { PeerContext } from "./context.ts";
import { lockFeed } from "./lock-feed.ts";
import type { Quarantine } from "./standing.ts";
import { contacts, feeds, quarantines } from "./tables.ts";

/** Nothing more of a feed takes effect, and the two statements that contradict each other are kept. */
export async function quarantine(
  { database, clock, log, onQuarantine }: PeerContext,
  feed: string,
  proof: { readonly reason: Reason; readonly evidence: readonly string[] },
): Promise<void> {
  log.error({ feed, reason: proof.reason }, "a feed contradicts itself and is quarantined");
  const since = clock.now();
  await database.transaction(async (tx) => {
    const { quarantinedAt } = await lockFeed(tx, feed);
    if (quarantinedAt) return;
    await tx.insert(quarantines).values({ feed, since, ...proof });
    await tx
      .update(feeds)
      .set({ quarantinedAt: since, quarantineReason: proof.reason })
      .where(eq(feeds.code, feed));
    await onQuarantine?.(tx, feed);
  });
}

/** The evidence stays. */
export async function endQuarantine(
  tx: Tx,
  feed: string,
  endedBy: "registry" | "office",
  endedAt: Date,
): Promise<void> {
  await tx.update(feeds).set({ quarantinedAt: null, quarantineReason: null }).where(eq(feeds.code, feed));
  await tx
    .update(quarantines)
    .set({ endedAt, endedBy })
    .where(and(eq(quarantines.feed, feed), isNull(quarantines.endedAt)));
}

/** Somebody here lets the feed out: it is pulled at once. */
export async function releaseFeed({ clock }: PeerContext, tx: Tx, feed: string): Promise<Reason | null> {
  const { quarantinedAt, quarantineReason } = await lockFeed(tx, feed);
  if (!quarantinedAt) throw new DomainError("federation.not-quarantined", "conflict", { feed });
  const now = clock.now();
  await endQuarantine(tx, feed, "office", now);
  await tx.update(contacts).set({ nextAttemptAt: now }).where(eq(contacts.code, feed));
  return quarantineReason;
}

export async function readQuarantines({ database }: PeerContext): Promise<Quarantine[]> {
  const rows = await database.db.select().from(quarantines).orderBy(desc(quarantines.since)).limit(200);
  return rows.map(({ endedAt: at, endedBy: by, ...row }) => ({
    ...row,
    ...(at && by ? { ended: { at, by } } : {}),
  }));
}
