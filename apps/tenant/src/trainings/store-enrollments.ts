import type { Executor, Tx } from "@concord/database";
import { and, desc, eq, isNull, lt, or } from "drizzle-orm";
import type { Enrollment, RosterRow, TakenTraining } from "./model.ts";
import { employerLinks, enrollments, trainings } from "./tables.ts";

export async function insertEnrollment(tx: Tx, enrollment: Enrollment): Promise<void> {
  await tx.insert(enrollments).values({ ...enrollment, doneLessons: [...enrollment.doneLessons] });
}

export async function saveEnrollment(tx: Tx, enrollment: Enrollment): Promise<void> {
  await tx
    .update(enrollments)
    .set({ ...enrollment, doneLessons: [...enrollment.doneLessons] })
    .where(eq(enrollments.id, enrollment.id));
}

export async function findEnrollment(db: Executor, id: string): Promise<Enrollment | undefined> {
  const [row] = await db.select().from(enrollments).where(eq(enrollments.id, id));
  return row;
}

export async function lockEnrollment(tx: Tx, id: string): Promise<Enrollment | undefined> {
  const [row] = await tx.select().from(enrollments).where(eq(enrollments.id, id)).for("update");
  return row;
}

/** What a person began and has not finished, of one training. */
export async function findOpenEnrollment(
  db: Executor,
  personId: string,
  trainingId: string,
): Promise<Enrollment | undefined> {
  const [row] = await db
    .select()
    .from(enrollments)
    .where(
      and(
        eq(enrollments.personId, personId),
        eq(enrollments.trainingId, trainingId),
        isNull(enrollments.completedAt),
      ),
    );
  return row;
}

/** Newest first. */
export function enrollmentsOf(
  db: Executor,
  learner: { personId: string } | { keySha256: string },
): Promise<TakenTraining[]> {
  const mine =
    "personId" in learner
      ? eq(enrollments.personId, learner.personId)
      : eq(enrollments.keySha256, learner.keySha256);
  return db
    .select({ enrollment: enrollments, training: trainings })
    .from(enrollments)
    .innerJoin(trainings, eq(trainings.id, enrollments.trainingId))
    .where(mine)
    .orderBy(desc(enrollments.startedAt), desc(enrollments.id))
    .limit(200);
}

export function rosterOf(
  db: Executor,
  memberId: string,
  limit: number,
  before?: { startedAt: Date; id: string },
): Promise<RosterRow[]> {
  return db
    .select({
      id: enrollments.id,
      name: enrollments.learnerName,
      trainingTitle: trainings.title,
      startedAt: enrollments.startedAt,
      completedAt: enrollments.completedAt,
    })
    .from(enrollments)
    .innerJoin(trainings, eq(trainings.id, enrollments.trainingId))
    .where(
      and(
        eq(enrollments.memberId, memberId),
        before &&
          or(
            lt(enrollments.startedAt, before.startedAt),
            and(eq(enrollments.startedAt, before.startedAt), lt(enrollments.id, before.id)),
          ),
      ),
    )
    .orderBy(desc(enrollments.startedAt), desc(enrollments.id))
    .limit(limit);
}

export type EmployerLink = typeof employerLinks.$inferSelect;

export async function findLinkByToken(db: Executor, token: string): Promise<EmployerLink | undefined> {
  const [row] = await db.select().from(employerLinks).where(eq(employerLinks.token, token));
  return row;
}

export async function findLinkOf(db: Executor, memberId: string): Promise<EmployerLink | undefined> {
  const [row] = await db.select().from(employerLinks).where(eq(employerLinks.memberId, memberId));
  return row;
}

/** Gives a member its link, or a new one in place of the old, which stops working. */
export async function putLink(tx: Tx, link: EmployerLink): Promise<void> {
  await tx
    .insert(employerLinks)
    .values(link)
    .onConflictDoUpdate({
      target: employerLinks.memberId,
      set: { token: link.token, createdAt: link.createdAt },
    });
}
