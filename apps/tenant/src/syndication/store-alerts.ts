import type { Executor, Tx } from "@concord/database";
import { and, inArray, isNotNull, sql } from "drizzle-orm";
import type { ToldAlert } from "./end-alert.ts";
import type { IncomingItem } from "./model.ts";
import { incomingItems, toldAlerts } from "./tables.ts";
import type { Alert } from "./watch-network.ts";

/** What is or was in our catalogue and was taken back, or waits with an update. */
export function listWatched(db: Executor): Promise<IncomingItem[]> {
  const { status, pinnedRevision } = incomingItems;
  return db
    .select()
    .from(incomingItems)
    .where(and(isNotNull(pinnedRevision), inArray(status, ["recalled", "erased", "update-available"])));
}

/** What was told and is not over. Whoever else tells waits until the transaction ends. */
export async function lockTold(tx: Tx): Promise<ToldAlert[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('told-alerts'))`);
  return await tx.select().from(toldAlerts);
}

export async function putTold(tx: Tx, alerts: readonly Alert[], toldAt: Date): Promise<void> {
  for (const alert of alerts) {
    const { key, kind, stage = null } = alert;
    const member = "member" in alert ? alert.member : null;
    const item = "item" in alert ? alert.item : null;
    const row = { key, kind, stage, member, item, toldAt };
    await tx.insert(toldAlerts).values(row).onConflictDoUpdate({ target: toldAlerts.key, set: row });
  }
}

export async function deleteTold(tx: Tx, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await tx.delete(toldAlerts).where(inArray(toldAlerts.key, [...keys]));
}
