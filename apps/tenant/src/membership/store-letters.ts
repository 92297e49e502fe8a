import type { Executor, Tx } from "@concord/database";
import { asc, eq } from "drizzle-orm";
import { membershipLetters } from "./tables.ts";

export type StoredLetter = typeof membershipLetters.$inferSelect;

export async function insertLetter(tx: Tx, letter: StoredLetter): Promise<void> {
  await tx.insert(membershipLetters).values(letter);
}

export async function findLetter(db: Executor, id: string): Promise<StoredLetter | undefined> {
  const [row] = await db.select().from(membershipLetters).where(eq(membershipLetters.id, id));
  return row;
}

export function lettersOfApplication(db: Executor, applicationId: string): Promise<StoredLetter[]> {
  return db
    .select()
    .from(membershipLetters)
    .where(eq(membershipLetters.applicationId, applicationId))
    .orderBy(asc(membershipLetters.sentAt));
}

export function lettersOfMember(db: Executor, memberId: string): Promise<StoredLetter[]> {
  return db
    .select()
    .from(membershipLetters)
    .where(eq(membershipLetters.memberId, memberId))
    .orderBy(asc(membershipLetters.sentAt));
}
