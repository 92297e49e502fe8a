import type { Tx } from "@concord/database";
import { genesis } from "@concord/federation";
import { eq } from "drizzle-orm";
import { feeds } from "./tables.ts";

/** Locks the feed's row until the transaction ends: one writer per feed. */
export async function lockFeed(tx: Tx, feed: string): Promise<typeof feeds.$inferSelect> {
  const [row] = await tx.select().from(feeds).where(eq(feeds.code, feed)).for("update");
  if (row) return row;
  await tx.insert(feeds).values({ code: feed, head: genesis }).onConflictDoNothing();
  return await lockFeed(tx, feed);
}
