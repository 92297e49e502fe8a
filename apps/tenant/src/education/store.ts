import type { Executor, Tx } from "@concord/database";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { License } from "./license-model.ts";
import type { Activity, Approval, BoardStage } from "./model.ts";
import { boardApprovals, boardStandings, licenses } from "./tables.ts";

export interface Letter {
  readonly sha256: string;
  readonly name: string;
  readonly type: string;
}

export interface StoredApproval extends Approval {
  readonly letter: Letter | null;
  /** Why the office ended it; not for the public. */
  readonly endReason: string | null;
  readonly recordedAt: Date;
}

export async function insertApproval(tx: Tx, approval: StoredApproval): Promise<void> {
  const { activity, letter, ...rest } = approval;
  await tx.insert(boardApprovals).values({
    ...rest,
    ...activityColumns(activity),
    letterSha256: letter?.sha256 ?? null,
    letterName: letter?.name ?? null,
    letterType: letter?.type ?? null,
  });
}

/** Newest first. */
export async function listApprovals(
  db: Executor,
  filter: { activity?: Activity | undefined; boardId?: string | undefined },
): Promise<StoredApproval[]> {
  const { activity, boardId } = filter;
  const column = activity?.kind === "session" ? boardApprovals.sessionId : boardApprovals.trainingId;
  const rows = await db
    .select()
    .from(boardApprovals)
    .where(
      and(
        activity ? eq(column, activity.id) : undefined,
        boardId ? eq(boardApprovals.boardId, boardId) : undefined,
      ),
    )
    .orderBy(desc(boardApprovals.recordedAt), desc(boardApprovals.id))
    .limit(1_000);
  return rows.map(approvalOf);
}

export async function findApproval(db: Executor, id: string): Promise<StoredApproval | undefined> {
  const [row] = await db.select().from(boardApprovals).where(eq(boardApprovals.id, id));
  return row && approvalOf(row);
}

export async function lockApproval(tx: Tx, id: string): Promise<StoredApproval | undefined> {
  const [row] = await tx.select().from(boardApprovals).where(eq(boardApprovals.id, id)).for("no key update");
  return row && approvalOf(row);
}

export async function saveEnd(
  tx: Tx,
  { id, endedOn, endReason }: Pick<StoredApproval, "id" | "endedOn" | "endReason">,
): Promise<void> {
  await tx.update(boardApprovals).set({ endedOn, endReason }).where(eq(boardApprovals.id, id));
}

export async function saveLetter(tx: Tx, id: string, { sha256, name, type }: Letter): Promise<void> {
  await tx
    .update(boardApprovals)
    .set({ letterSha256: sha256, letterName: name, letterType: type })
    .where(eq(boardApprovals.id, id));
}

export interface BoardStanding {
  readonly boardId: string;
  readonly stage: BoardStage;
  readonly contact: string | null;
  readonly nextStep: string | null;
  readonly updatedAt: Date;
}

export function listStandings(db: Executor): Promise<BoardStanding[]> {
  return db.select().from(boardStandings);
}

export async function putStanding(tx: Tx, standing: BoardStanding): Promise<void> {
  const { boardId: _key, ...set } = standing;
  await tx
    .insert(boardStandings)
    .values(standing)
    .onConflictDoUpdate({ target: boardStandings.boardId, set });
}

/** Notes how far the office has come and leaves its other notes as they are. */
export async function putStage(
  tx: Tx,
  { boardId, stage, updatedAt }: Pick<BoardStanding, "boardId" | "stage" | "updatedAt">,
): Promise<void> {
  await tx
    .insert(boardStandings)
    .values({ boardId, stage, updatedAt })
    .onConflictDoUpdate({ target: boardStandings.boardId, set: { stage, updatedAt } });
}

export function licensesOf(db: Executor, personId: string): Promise<License[]> {
  return db
    .select()
    .from(licenses)
    .where(eq(licenses.personId, personId))
    .orderBy(asc(licenses.createdAt), asc(licenses.id));
}

export async function findLicense(db: Executor, id: string): Promise<License | undefined> {
  const [row] = await db.select().from(licenses).where(eq(licenses.id, id));
  return row;
}

/** False where the person had entered this license before. */
export async function insertLicense(tx: Tx, license: License): Promise<boolean> {
  const rows = await tx.insert(licenses).values(license).onConflictDoNothing().returning({ id: licenses.id });
  return rows.length > 0;
}

export async function deleteLicense(tx: Tx, id: string): Promise<void> {
  await tx.delete(licenses).where(eq(licenses.id, id));
}

export async function countLicenses(db: Executor, personId: string): Promise<number> {
  return db.$count(licenses, eq(licenses.personId, personId));
}

/** Boards with an approval that counts on a day. */
export async function boardsApproving(db: Executor, today: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ boardId: boardApprovals.boardId })
    .from(boardApprovals)
    .where(
      and(
        sql`${boardApprovals.approvedOn} <= ${today}`,
        sql`coalesce(${boardApprovals.expiresOn}, ${today}) >= ${today}`,
        sql`(${boardApprovals.endedOn} is null or ${boardApprovals.endedOn} > ${today})`,
      ),
    );
  return rows.map(({ boardId }) => boardId);
}

export function activityColumns(activity: Activity) {
  return {
    trainingId: activity.kind === "training" ? activity.id : null,
    sessionId: activity.kind === "session" ? activity.id : null,
  };
}

export function activityFrom(row: { trainingId: string | null; sessionId: string | null }): Activity {
  return row.sessionId === null
    ? { kind: "training", id: row.trainingId ?? "" }
    : { kind: "session", id: row.sessionId };
}

function approvalOf(row: typeof boardApprovals.$inferSelect): StoredApproval {
  const { trainingId, sessionId, letterSha256, letterName, letterType, ...rest } = row;
  return {
    ...rest,
    activity: activityFrom({ trainingId, sessionId }),
    letter: letterSha256 ? { sha256: letterSha256, name: letterName ?? "", type: letterType ?? "" } : null,
  };
}
