import type { Executor, Tx } from "@concord/database";
import { and, asc, desc, eq, gt, inArray, lt } from "drizzle-orm";
import { type ChainedRow, chainStart } from "./model.ts";
import { auditEntries, auditHead, auditKeys } from "./tables.ts";

export type StoredRow = typeof auditEntries.$inferSelect;

/** Takes the end of the chain and keeps others waiting until this transaction ends. */
export async function lockHead(tx: Tx): Promise<{ seq: number; sha256: string }> {
  await tx.insert(auditHead).values({ id: 1, seq: 0, sha256: chainStart }).onConflictDoNothing();
  const [head] = await tx.select().from(auditHead).where(eq(auditHead.id, 1)).for("update");
  return head ?? { seq: 0, sha256: chainStart };
}

export async function appendRows(tx: Tx, rows: readonly (ChainedRow & { sha256: string })[]): Promise<void> {
  const last = rows.at(-1);
  if (!last) return;
  await tx.insert(auditEntries).values(rows.map((row) => ({ ...row })));
  await tx.update(auditHead).set({ seq: last.seq, sha256: last.sha256 }).where(eq(auditHead.id, 1));
}

export async function findKey(db: Executor, kind: string, id: string): Promise<Uint8Array | undefined> {
  const [row] = await db
    .select({ wrapped: auditKeys.wrapped })
    .from(auditKeys)
    .where(and(eq(auditKeys.subjectKind, kind), eq(auditKeys.subjectId, id)));
  return row?.wrapped;
}

export interface RecordKey {
  readonly kind: string;
  readonly id: string;
  readonly wrapped: Uint8Array;
}

/** How a record is called where its values are sealed. */
export function recordName({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind}/${id}`;
}

/** Keeps the first key offered for each record and returns those that are kept, by the records' names. */
export async function keepKeys(tx: Tx, keys: readonly RecordKey[]): Promise<Map<string, Uint8Array>> {
  if (keys.length === 0) return new Map();
  await tx
    .insert(auditKeys)
    .values(keys.map(({ kind, id, wrapped }) => ({ subjectKind: kind, subjectId: id, wrapped })))
    .onConflictDoNothing();
  const kinds = [...new Set(keys.map(({ kind }) => kind))];
  const ids = keys.map(({ id }) => id);
  const kept = await tx
    .select()
    .from(auditKeys)
    .where(and(inArray(auditKeys.subjectKind, kinds), inArray(auditKeys.subjectId, ids)));
  return new Map(
    kept.map(({ subjectKind, subjectId, wrapped }) => [
      recordName({ kind: subjectKind, id: subjectId }),
      wrapped,
    ]),
  );
}

/**
 * For a verb that disposes of a record: nobody reads again what the audit keeps of it, and the chain still verifies.
 * Its own line holds no values, since a new key would not open the lines before.
 */
export async function destroyKey(tx: Tx, kind: string, id: string): Promise<void> {
  await tx.delete(auditKeys).where(and(eq(auditKeys.subjectKind, kind), eq(auditKeys.subjectId, id)));
}

/** Newest first; `before` is a sequence number. */
export function listRows(
  db: Executor,
  page: { before?: number; limit: number; subject?: { kind: string; id: string } },
): Promise<StoredRow[]> {
  const filters = [
    page.before === undefined ? undefined : lt(auditEntries.seq, page.before),
    page.subject && eq(auditEntries.subjectKind, page.subject.kind),
    page.subject && eq(auditEntries.subjectId, page.subject.id),
  ];
  return db
    .select()
    .from(auditEntries)
    .where(and(...filters))
    .orderBy(desc(auditEntries.seq))
    .limit(page.limit);
}

/** Oldest first, for verifying the chain. */
export function rowsAfter(db: Executor, seq: number, limit: number): Promise<StoredRow[]> {
  return db
    .select()
    .from(auditEntries)
    .where(gt(auditEntries.seq, seq))
    .orderBy(asc(auditEntries.seq))
    .limit(limit);
}

const valueless = {
  seq: auditEntries.seq,
  at: auditEntries.at,
  action: auditEntries.action,
  subjectKind: auditEntries.subjectKind,
  subjectId: auditEntries.subjectId,
  actorKind: auditEntries.actorKind,
};

/** Who did what when, without any value: oldest first. */
export function activityAfter(db: Executor, seq: number, limit: number) {
  return db
    .select(valueless)
    .from(auditEntries)
    .where(gt(auditEntries.seq, seq))
    .orderBy(asc(auditEntries.seq))
    .limit(limit);
}

/** The same of some actions only: newest first. */
export function newestActivity(db: Executor, actions: readonly string[], limit: number) {
  return db
    .select(valueless)
    .from(auditEntries)
    .where(inArray(auditEntries.action, [...actions]))
    .orderBy(desc(auditEntries.at), desc(auditEntries.seq))
    .limit(limit);
}

/** Where the chain ends by what was written down apart from it. */
export async function readHead(db: Executor): Promise<{ seq: number; sha256: string }> {
  const [head] = await db.select().from(auditHead).where(eq(auditHead.id, 1));
  return head ?? { seq: 0, sha256: chainStart };
}

export async function activityHead(db: Executor): Promise<number> {
  return (await readHead(db)).seq;
}
