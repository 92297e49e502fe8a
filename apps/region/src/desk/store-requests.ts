import type { Db, Tx } from "@concord/database";
import { asc, eq, inArray, lt, ne } from "drizzle-orm";
import type { WaitingRequest } from "./model.ts";
import { joinRequests } from "./tables.ts";

/** One for each key: who has it may ask anew. Gives the id under which it is found. */
export async function saveRequest(tx: Tx, request: WaitingRequest): Promise<string> {
  const { id: first, ...changed } = request;
  const [saved] = await tx
    .insert(joinRequests)
    .values(request)
    .onConflictDoUpdate({ target: joinRequests.kid, set: changed })
    .returning({ id: joinRequests.id });
  return saved?.id ?? first;
}

export async function dropRequestsBefore(tx: Tx, now: Date): Promise<void> {
  await tx.delete(joinRequests).where(lt(joinRequests.expiresAt, now));
}

/** How many others wait. */
export async function countOthers(tx: Tx, { kid }: Pick<WaitingRequest, "kid">): Promise<number> {
  return await tx.$count(joinRequests, ne(joinRequests.kid, kid));
}

/** Oldest first. */
export async function listRequests(db: Db): Promise<WaitingRequest[]> {
  return await db.select().from(joinRequests).orderBy(asc(joinRequests.receivedAt));
}

export async function findRequest(
  db: Db,
  by: { readonly id: string } | { readonly kid: string },
): Promise<WaitingRequest | undefined> {
  const where = "id" in by ? eq(joinRequests.id, by.id) : eq(joinRequests.kid, by.kid);
  const [found] = await db.select().from(joinRequests).where(where);
  return found;
}

/** What was asked for was done. */
export async function removeRequests(tx: Tx, kids: readonly string[]): Promise<void> {
  if (kids.length > 0) await tx.delete(joinRequests).where(inArray(joinRequests.kid, [...kids]));
}
