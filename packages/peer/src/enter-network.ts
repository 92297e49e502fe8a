import type { Tx } from "@concord/database";
import { genesis } from "@concord/federation";
import { DomainError } from "@concord/runtime";
import { and, eq, ne, not } from "drizzle-orm";
import type { NetworkMove } from "./bootstrap.ts";
import type { PeerContext } from "./context.ts";
import { lockFeed } from "./lock-feed.ts";
import * as tables from "./tables.ts";
import { storedNetwork, trustRows } from "./trust-store.ts";
import { verifyBootstrap } from "./verify-bootstrap.ts";

/**
 * Where the database is of a network that this instance was alone in, begins anew in the one that it is given: the
 * feed at its first entry, with nothing of the old one's. True where that was done; a second process finds it done.
 * Throws `peer.other-network` where the database is of any other network, or `federation.untrusted` where what the
 * instance is given does not hold, and changes nothing.
 */
export async function enterNetwork(context: PeerContext, { alone, leave }: NetworkMove): Promise<boolean> {
  const { database, bootstrap, code } = context;
  const net = bootstrap.rootSha256;
  // An empty database is of the first network that it is opened for, from before the first entry.
  await context.trust.reload();
  return await database.transaction(async (tx) => {
    await lockFeed(tx, code);
    const found = await storedNetwork(tx);
    if (found === undefined || found === net) return false;
    if (found !== alone) throw new DomainError("peer.other-network", "unavailable", { found, net });
    const verdict = await verifyBootstrap(bootstrap);
    if (!verdict.verified)
      throw new DomainError("federation.untrusted", "invalid", { reason: verdict.reason });
    await leave(tx);
    await empty(tx, code);
    await replaceTrust(tx, trustRows(verdict.trust, context.clock.now()));
    return true;
  });
}

/** Files go with the next sweep, unless what is published anew wants them. */
async function empty(tx: Tx, code: string): Promise<void> {
  const { entries, voidEntries, items, bodies, revisionBlobs, blobs } = tables;
  const { feeds, quarantines, contacts, receipts, takenRequests } = tables;
  for (const table of [entries, voidEntries, items, bodies, revisionBlobs]) await tx.delete(table);
  for (const table of [quarantines, contacts, receipts, takenRequests]) await tx.delete(table);
  await tx.update(blobs).set({ wanted: false });
  await tx.delete(feeds).where(ne(feeds.code, code));
  const fresh = { appendedThrough: 0, head: genesis, verifiedThrough: 0, checkpoint: null };
  await tx
    .update(feeds)
    .set({ ...fresh, haltedAt: null, haltFound: null })
    .where(eq(feeds.code, code));
}

/** The first root is replaced and never taken away: it is what tells a process that is late. */
async function replaceTrust(tx: Tx, rows: readonly (typeof tables.trustDocuments.$inferInsert)[]) {
  const { trustDocuments } = tables;
  const isFirst = and(eq(trustDocuments.kind, "root"), eq(trustDocuments.version, 1));
  await tx.delete(trustDocuments).where(not(isFirst as NonNullable<typeof isFirst>));
  const [first, ...rest] = rows;
  if (first) await tx.update(trustDocuments).set(first).where(isFirst);
  await tx.insert(trustDocuments).values(rest);
}
