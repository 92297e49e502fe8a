import type { Executor, Tx } from "@concord/database";
import { and, asc, count, countDistinct, desc, eq, gte, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { Credit, Roster } from "./credit-model.ts";
import type { License } from "./license-model.ts";
import { activityColumns, activityFrom } from "./store.ts";
import { credits, rosters } from "./tables.ts";

export async function insertCredit(tx: Tx, credit: Credit): Promise<void> {
  const { activity, ...rest } = credit;
  await tx.insert(credits).values({ ...rest, ...activityColumns(activity) });
}

/** Whether a license has its credit for an approval; makes others wait who ask for the same person. */
export async function hasCredit(tx: Tx, license: License, approvalId: string): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('credit'), hashtext(${license.personId}))`);
  const found = await tx.$count(
    credits,
    and(
      eq(credits.approvalId, approvalId),
      eq(credits.personId, license.personId),
      eq(credits.boardId, license.boardId),
      eq(credits.profession, license.profession),
      eq(credits.licenseNumber, license.number),
    ),
  );
  return found > 0;
}

/** Takes back what was earned under an approval from a day on and no roster has reported. */
export async function takeBackCredits(tx: Tx, approvalId: string, from: string): Promise<Credit[]> {
  const rows = await tx
    .delete(credits)
    .where(and(eq(credits.approvalId, approvalId), gte(credits.completedOn, from), isNull(credits.rosterId)))
    .returning();
  return rows.map(creditOf);
}

/** How many credits under an approval, completed from a day on, a roster has reported. */
export function countReported(db: Executor, approvalId: string, from: string): Promise<number> {
  return db.$count(
    credits,
    and(eq(credits.approvalId, approvalId), gte(credits.completedOn, from), isNotNull(credits.rosterId)),
  );
}

export async function creditsOfPerson(db: Executor, personId: string): Promise<Credit[]> {
  const rows = await db
    .select()
    .from(credits)
    .where(eq(credits.personId, personId))
    .orderBy(desc(credits.completedOn), desc(credits.id));
  return rows.map(creditOf);
}

/** The rows of one roster, or those of a board that none has reported yet. */
export async function creditsOfRoster(
  db: Executor,
  which: { rosterId: string } | { unreportedOf: string },
): Promise<Credit[]> {
  const condition =
    "rosterId" in which
      ? eq(credits.rosterId, which.rosterId)
      : and(eq(credits.boardId, which.unreportedOf), isNull(credits.rosterId));
  const rows = await db
    .select()
    .from(credits)
    .where(condition)
    .orderBy(asc(credits.completedOn), asc(credits.id));
  return rows.map(creditOf);
}

/**
 * Takes every unreported credit of a board into a roster. A row changes hands once: of two rosters made at the
 * same moment one gets it. Returns how many there were.
 */
export async function reportCredits(tx: Tx, roster: Roster): Promise<number> {
  await tx.insert(rosters).values(roster);
  const taken = await tx
    .update(credits)
    .set({ rosterId: roster.id })
    .where(and(eq(credits.boardId, roster.boardId), isNull(credits.rosterId)))
    .returning({ id: credits.id });
  await tx.update(rosters).set({ rows: taken.length }).where(eq(rosters.id, roster.id));
  return taken.length;
}

/** The number of a board's next roster; makes others wait who ask for the same board. */
export async function nextRosterNumber(tx: Tx, boardId: string): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('rosters'), hashtext(${boardId}))`);
  const [row] = await tx
    .select({ last: sql<number>`coalesce(max(${rosters.number}), 0)`.mapWith(Number) })
    .from(rosters)
    .where(eq(rosters.boardId, boardId));
  return (row?.last ?? 0) + 1;
}

/** Newest first. */
export function listRosters(db: Executor, boardId?: string): Promise<Roster[]> {
  return db
    .select()
    .from(rosters)
    .where(boardId ? eq(rosters.boardId, boardId) : undefined)
    .orderBy(desc(rosters.createdAt), desc(rosters.id))
    .limit(500);
}

export async function findRoster(db: Executor, id: string): Promise<Roster | undefined> {
  const [row] = await db.select().from(rosters).where(eq(rosters.id, id));
  return row;
}

/** Credits not yet reported, by board. */
export async function countUnreported(db: Executor): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ boardId: credits.boardId, waiting: count() })
    .from(credits)
    .where(isNull(credits.rosterId))
    .groupBy(credits.boardId);
  return new Map(rows.map(({ boardId, waiting }) => [boardId, waiting]));
}

export interface CreditCounts {
  readonly certificates: number;
  readonly hours: number;
  /** Their holders, each counted once however many licenses they hold. */
  readonly people: number;
}

/** Certificates with credit that were earned in a period, and their hours; moments from, up to and not including until. */
export async function countCredit(
  db: Executor,
  period: { readonly from: Date; readonly until: Date },
): Promise<CreditCounts> {
  const [row] = await db
    .select({
      certificates: count(),
      people: countDistinct(credits.personId),
      hours: sql<number>`coalesce(sum(${credits.contactHours}), 0)`.mapWith(Number),
    })
    .from(credits)
    .where(and(gte(credits.createdAt, period.from), lt(credits.createdAt, period.until)));
  return row ?? { certificates: 0, hours: 0, people: 0 };
}

function creditOf(row: typeof credits.$inferSelect): Credit {
  const { trainingId, sessionId, ...rest } = row;
  return { ...rest, activity: activityFrom({ trainingId, sessionId }) };
}
