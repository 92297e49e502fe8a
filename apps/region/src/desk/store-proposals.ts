import type { Db, Executor, Tx } from "@concord/database";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { DeskAct, DocumentKind, Proposal, Standing } from "./model.ts";
import { deskActs, proposals } from "./tables.ts";

/** One keeper at a time: what is decided about a document is decided on what the last one left. */
export async function lockDesk(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('concord.desk'))`);
}

const waiting: Standing[] = ["open", "complete"];

/** The document of a kind that waits for keepers, or to take effect. */
export async function waitingProposal(db: Executor, document: DocumentKind): Promise<Proposal | undefined> {
  const [found] = await db
    .select()
    .from(proposals)
    .where(and(eq(proposals.document, document), inArray(proposals.standing, waiting)));
  return found;
}

export async function findProposal(
  db: Executor,
  by: { readonly id: string } | { readonly sha256: string },
): Promise<Proposal | undefined> {
  const where = "id" in by ? eq(proposals.id, by.id) : eq(proposals.sha256, by.sha256);
  const [found] = await db.select().from(proposals).where(where);
  return found;
}

export async function insertProposal(tx: Tx, proposal: Proposal): Promise<void> {
  await tx.insert(proposals).values(proposal);
}

/** More signatures, or another standing. */
export async function updateProposal(
  tx: Tx,
  { id, ...changed }: Pick<Proposal, "id"> & Partial<Pick<Proposal, "signed" | "standing" | "closedAt">>,
): Promise<void> {
  await tx.update(proposals).set(changed).where(eq(proposals.id, id));
}

export async function record(tx: Tx, acts: readonly DeskAct[]): Promise<void> {
  if (acts.length > 0) await tx.insert(deskActs).values([...acts]);
}

/** Newest first. */
export async function listActs(db: Db, limit: number): Promise<DeskAct[]> {
  const rows = await db.select().from(deskActs).orderBy(desc(deskActs.seq)).limit(limit);
  return rows.map(({ seq: _, ...act }) => act);
}

/** Of one document, oldest first. */
export async function actsOf(db: Db, sha256: string): Promise<DeskAct[]> {
  const rows = await db.select().from(deskActs).where(eq(deskActs.sha256, sha256)).orderBy(deskActs.seq);
  return rows.map(({ seq: _, ...act }) => act);
}
