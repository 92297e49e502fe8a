import type { Executor, Tx } from "@concord/database";
import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { LiveSession, MyRegistration, Registration } from "./session-model.ts";
import { liveSessions, registrations } from "./tables.ts";

export async function insertSession(tx: Tx, session: LiveSession): Promise<void> {
  await tx.insert(liveSessions).values(session);
}

export async function saveSession(tx: Tx, session: LiveSession): Promise<void> {
  await tx.update(liveSessions).set(session).where(eq(liveSessions.id, session.id));
}

export async function findSession(db: Executor, id: string): Promise<LiveSession | undefined> {
  const [row] = await db.select().from(liveSessions).where(eq(liveSessions.id, id));
  return row;
}

export async function lockSession(tx: Tx, id: string): Promise<LiveSession | undefined> {
  const [row] = await tx.select().from(liveSessions).where(eq(liveSessions.id, id)).for("update");
  return row;
}

export async function findByAttendanceCode(db: Executor, code: string): Promise<LiveSession | undefined> {
  const [row] = await db.select().from(liveSessions).where(eq(liveSessions.attendanceCode, code));
  return row;
}

export interface SessionFilter {
  readonly endsAfter?: Date | undefined;
  readonly endsBefore?: Date | undefined;
  readonly trainingId?: string | undefined;
  readonly withCancelled: boolean;
  readonly after?: { readonly startsAt: Date; readonly id: string } | undefined;
  readonly newestFirst?: boolean;
  readonly limit: number;
}

export function listSessions(db: Executor, filter: SessionFilter): Promise<LiveSession[]> {
  const { after, newestFirst } = filter;
  const beyond = newestFirst ? lt : gt;
  const order = newestFirst ? desc : asc;
  return db
    .select()
    .from(liveSessions)
    .where(
      and(
        filter.endsAfter && gt(liveSessions.endsAt, filter.endsAfter),
        filter.endsBefore && lt(liveSessions.endsAt, filter.endsBefore),
        filter.trainingId ? eq(liveSessions.trainingId, filter.trainingId) : undefined,
        filter.withCancelled ? undefined : isNull(liveSessions.cancelledAt),
        after &&
          or(
            beyond(liveSessions.startsAt, after.startsAt),
            and(eq(liveSessions.startsAt, after.startsAt), beyond(liveSessions.id, after.id)),
          ),
      ),
    )
    .orderBy(order(liveSessions.startsAt), order(liveSessions.id))
    .limit(filter.limit);
}

export async function insertRegistration(tx: Tx, registration: Registration): Promise<void> {
  await tx.insert(registrations).values(registration);
}

export async function saveRegistration(tx: Tx, registration: Registration): Promise<void> {
  await tx.update(registrations).set(registration).where(eq(registrations.id, registration.id));
}

export async function findRegistrationByKey(
  db: Executor,
  keySha256: string,
): Promise<Registration | undefined> {
  const [row] = await db.select().from(registrations).where(eq(registrations.keySha256, keySha256));
  return row;
}

export async function lockRegistration(
  tx: Tx,
  sessionId: string,
  email: string,
): Promise<Registration | undefined> {
  const [row] = await tx
    .select()
    .from(registrations)
    .where(and(eq(registrations.sessionId, sessionId), eq(registrations.email, email)))
    .for("update");
  return row;
}

export function registrationsOf(db: Executor, sessionId: string): Promise<Registration[]> {
  return db
    .select()
    .from(registrations)
    .where(eq(registrations.sessionId, sessionId))
    .orderBy(asc(registrations.name), asc(registrations.id));
}

export function registrationsByPerson(
  db: Executor,
  personId: string,
  email: string,
): Promise<MyRegistration[]> {
  return db
    .select({ registration: registrations, session: liveSessions })
    .from(registrations)
    .innerJoin(liveSessions, eq(liveSessions.id, registrations.sessionId))
    .where(
      and(
        or(eq(registrations.personId, personId), eq(registrations.email, email)),
        isNull(registrations.cancelledAt),
      ),
    )
    .orderBy(desc(liveSessions.startsAt))
    .limit(100);
}

export interface SessionCounts {
  readonly registered: number;
  readonly attended: number;
}

export async function countRegistrations(
  db: Executor,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, SessionCounts>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await db
    .select({
      id: registrations.sessionId,
      registered: count(),
      attended: sql<number>`count(*) filter (where ${isNotNull(registrations.attendedAt)})`.mapWith(Number),
    })
    .from(registrations)
    .where(and(inArray(registrations.sessionId, [...sessionIds]), isNull(registrations.cancelledAt)))
    .groupBy(registrations.sessionId);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}
