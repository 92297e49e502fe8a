import { decodeCheckpoint, isStale } from "@concord/federation";
import type { PeerContext } from "./context.ts";
import { missingBlobs } from "./fetch-blobs.ts";
import type { PeerStatus } from "./standing.ts";
import { contacts, feeds, receipts } from "./tables.ts";

/** How each other member stands with us, for the page that staff read. */
export async function readStatus(context: PeerContext): Promise<PeerStatus[]> {
  const { db } = context.database;
  const { registry } = await context.trust.current();
  const byCode = <Row extends { code: string }>(rows: readonly Row[]) =>
    new Map(rows.map((row) => [row.code, row]));
  const known = byCode(await db.select().from(contacts));
  const followed = byCode(await db.select().from(feeds));
  const given = byCode(await db.select().from(receipts));
  const others = registry.members.filter((member) => member.code !== context.code);
  return await Promise.all(
    others.map(async ({ code, ...member }) => ({
      ...{ code, name: member.name, baseUrl: member.baseUrl, memberStatus: member.status },
      ...contactStatus(known.get(code)),
      ...feedStatus(followed.get(code), context.clock.now()),
      ...receiptStatus(given.get(code)),
      missingBlobs: (await missingBlobs(context, code)).length,
    })),
  );
}

function contactStatus(row: typeof contacts.$inferSelect | undefined) {
  if (!row) return {};
  return {
    ...(row.lastHeardAt ? { lastHeardAt: row.lastHeardAt } : {}),
    ...(row.lastAttemptAt ? { lastAttemptAt: row.lastAttemptAt } : {}),
    nextAttemptAt: row.nextAttemptAt,
    ...(row.lastReason ? { lastReason: row.lastReason } : {}),
    ...(row.clockAhead === null ? {} : { clockAhead: row.clockAhead }),
    ...(row.lastSummary ? { lastSummary: { ...row.lastSummary, at: new Date(row.lastSummary.at) } } : {}),
  };
}

function feedStatus(row: typeof feeds.$inferSelect | undefined, now: Date) {
  const verifiedThrough = row?.verifiedThrough ?? 0;
  const checkpoint = row?.checkpoint ? decodeCheckpoint(row.checkpoint) : undefined;
  const size = Math.max(checkpoint?.size ?? 0, row?.appendedThrough ?? 0);
  const { quarantineReason: reason, quarantinedAt: since } = row ?? {};
  return {
    ...{ verifiedThrough, size, lagEntries: size - verifiedThrough },
    ...(checkpoint
      ? { lagMinutes: Math.max(0, Math.round((now.getTime() / 1000 - checkpoint.iat) / 60)) }
      : {}),
    stale: !checkpoint || isStale(checkpoint, now),
    ...(reason && since ? { quarantine: { reason, since } } : {}),
  };
}

function receiptStatus(row: typeof receipts.$inferSelect | undefined) {
  return row ? { appliedOurs: { through: row.appliedThrough, at: row.receivedAt } } : {};
}
