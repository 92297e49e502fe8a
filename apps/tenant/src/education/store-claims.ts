import type { Executor, Tx } from "@concord/database";
import { and, desc, eq, isNull } from "drizzle-orm";
import type { UnclaimedCompletion } from "./credit-model.ts";
import { activityColumns, activityFrom } from "./store.ts";
import { unclaimedCompletions } from "./tables.ts";

export async function insertUnclaimed(tx: Tx, completion: UnclaimedCompletion): Promise<void> {
  const { activity, ...rest } = completion;
  await tx.insert(unclaimedCompletions).values({ ...rest, ...activityColumns(activity) });
}

/** What waits for a person's word, newest first. */
export async function unclaimedOf(db: Executor, personId: string): Promise<UnclaimedCompletion[]> {
  const rows = await db
    .select()
    .from(unclaimedCompletions)
    .where(and(eq(unclaimedCompletions.personId, personId), isNull(unclaimedCompletions.claimedAt)))
    .orderBy(desc(unclaimedCompletions.completedAt), desc(unclaimedCompletions.id))
    .limit(100);
  return rows.map(completionOf);
}

export async function lockUnclaimed(tx: Tx, id: string): Promise<UnclaimedCompletion | undefined> {
  const [row] = await tx
    .select()
    .from(unclaimedCompletions)
    .where(and(eq(unclaimedCompletions.id, id), isNull(unclaimedCompletions.claimedAt)))
    .for("update");
  return row && completionOf(row);
}

export async function markClaimed(tx: Tx, id: string, claimedAt: Date): Promise<void> {
  await tx.update(unclaimedCompletions).set({ claimedAt }).where(eq(unclaimedCompletions.id, id));
}

function completionOf(row: typeof unclaimedCompletions.$inferSelect): UnclaimedCompletion {
  const { trainingId, sessionId, ...rest } = row;
  return { ...rest, activity: activityFrom({ trainingId, sessionId }) };
}
