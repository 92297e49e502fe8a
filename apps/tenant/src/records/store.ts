import type { Executor, Tx } from "@concord/database";
import { and, desc, eq, isNull, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Restrictable, Restriction } from "./model.ts";
import { recordRestrictions as restrictions } from "./tables.ts";

const shown = {
  id: restrictions.id,
  subjectKind: sql<Restrictable["kind"]>`${restrictions.subjectKind}`,
  subjectId: restrictions.subjectId,
  restrictedAt: restrictions.restrictedAt,
  readers: restrictions.readers,
};

/** Inserts unless the record is restricted already; gives whether it did. */
export async function insertRestriction(tx: Tx, restriction: Restriction): Promise<boolean> {
  const rows = await tx
    .insert(restrictions)
    .values({ ...restriction, readers: [...restriction.readers] })
    .onConflictDoNothing()
    .returning({ id: restrictions.id });
  return rows.length > 0;
}

export async function findRestriction(db: Executor, about: Restrictable): Promise<Restriction | undefined> {
  const [row] = await db.select(shown).from(restrictions).where(openFor(about));
  return row;
}

export async function lockRestriction(tx: Tx, about: Restrictable): Promise<Restriction | undefined> {
  const [row] = await tx.select(shown).from(restrictions).where(openFor(about)).for("update");
  return row;
}

export async function saveReaders(tx: Tx, id: string, readers: readonly string[]): Promise<void> {
  await tx
    .update(restrictions)
    .set({ readers: [...readers] })
    .where(eq(restrictions.id, id));
}

export async function markLifted(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.update(restrictions).set({ liftedAt: at }).where(eq(restrictions.id, id));
}

/** All that are open, the newest first; there are few, and the office must see every one. */
export function listOpen(db: Executor): Promise<Restriction[]> {
  return db
    .select(shown)
    .from(restrictions)
    .where(isNull(restrictions.liftedAt))
    .orderBy(desc(restrictions.restrictedAt));
}

/** A condition for another slice's query: the row with this id is not restricted. */
export function notRestricted(kind: Restrictable["kind"], id: SQLWrapper): SQL {
  return sql`not exists (select 1 from ${restrictions} where ${restrictions.subjectKind} = ${kind}
    and ${restrictions.subjectId} = ${id} and ${restrictions.liftedAt} is null)`;
}

function openFor({ kind, id }: Restrictable) {
  return and(
    eq(restrictions.subjectKind, kind),
    eq(restrictions.subjectId, id),
    isNull(restrictions.liftedAt),
  );
}
