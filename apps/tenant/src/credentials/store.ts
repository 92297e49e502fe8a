import type { Executor, Tx } from "@concord/database";
import { and, asc, desc, eq, inArray, ne, sql } from "drizzle-orm";
import type { Certificate } from "./model.ts";
import { certificates } from "./tables.ts";

export async function insertCertificate(
  tx: Tx,
  certificate: Omit<Certificate, "statusIndex">,
): Promise<Certificate> {
  const [row] = await tx.insert(certificates).values(certificate).returning();
  if (!row) throw new Error("the certificate was not stored");
  return row;
}

export async function findByCode(db: Executor, code: string): Promise<Certificate | undefined> {
  const [row] = await db.select().from(certificates).where(eq(certificates.code, code));
  return row;
}

export async function findCertificate(db: Executor, id: string): Promise<Certificate | undefined> {
  const [row] = await db.select().from(certificates).where(eq(certificates.id, id));
  return row;
}

/** Newest first. */
export function certificatesOf(
  db: Executor,
  owner: { memberId: string } | { personId: string },
): Promise<Certificate[]> {
  const owned =
    "memberId" in owner
      ? eq(certificates.memberId, owner.memberId)
      : eq(certificates.personId, owner.personId);
  return db
    .select()
    .from(certificates)
    .where(owned)
    .orderBy(desc(certificates.issuedAt), desc(certificates.id));
}

/** Suspends or revokes every certificate of a membership that was not revoked before. */
export async function setMembershipStatus(
  tx: Tx,
  memberId: string,
  status: Certificate["status"],
): Promise<void> {
  await tx
    .update(certificates)
    .set({ status })
    .where(
      and(
        eq(certificates.memberId, memberId),
        eq(certificates.kind, "membership"),
        ne(certificates.status, "revoked"),
      ),
    );
}

export async function revoke(tx: Tx, ids: readonly string[]): Promise<Certificate[]> {
  if (ids.length === 0) return [];
  return tx
    .update(certificates)
    .set({ status: "revoked" })
    .where(inArray(certificates.id, [...ids]))
    .returning();
}

/** Positions in the status list whose certificates do not hold now. */
export async function notValidIndexes(db: Executor): Promise<number[]> {
  const rows = await db
    .select({ index: certificates.statusIndex })
    .from(certificates)
    .where(sql`${certificates.status} <> 'valid'`)
    .orderBy(asc(certificates.statusIndex));
  return rows.map(({ index }) => index);
}
