import type { Executor, Tx } from "@concord/database";
import { and, asc, desc, eq, isNull, ne } from "drizzle-orm";
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

/** Whoever is in the middle of a training goes on with this revision of it; gives how many were moved. */
export async function moveLearners(tx: Tx, trainingId: string, revision: number): Promise<number> {
  const moved = await tx
    .update(enrollments)
    .set({ revision })
    .where(
      and(
        eq(enrollments.trainingId, trainingId),
        isNull(enrollments.completedAt),
        ne(enrollments.revision, revision),
      ),
    )
    .returning({ id: enrollments.id });
  return moved.length;
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

/** By name, so that the order says nothing of when anybody began. */
export function rosterOf(
  db: Executor,
  memberId: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<RosterRow[]> {
  return db
    .select({
      name: enrollments.learnerName,
      trainingTitle: trainings.title,
      completedAt: enrollments.completedAt,
    })
    .from(enrollments)
    .innerJoin(trainings, eq(trainings.id, enrollments.trainingId))
    .where(eq(enrollments.memberId, memberId))
    .orderBy(asc(enrollments.learnerName), asc(trainings.id), asc(enrollments.keySha256), asc(enrollments.id))
    .offset(offset)
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
