import type { Tx } from "@concord/database";
import { eq } from "drizzle-orm";
import { sharedItems } from "./tables.ts";

/** Nothing of it stands on the network: publishing it again makes a new item. */
export async function deleteShared(tx: Tx, item: string): Promise<void> {
  await tx.delete(sharedItems).where(eq(sharedItems.item, item));
}

/** Of another network than the one that we are in now: all of it can be published again. */
export async function forgetShared(tx: Tx): Promise<void> {
  await tx.delete(sharedItems);
}
