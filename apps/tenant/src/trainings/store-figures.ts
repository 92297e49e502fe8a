import type { Executor } from "@concord/database";
import { and, asc, count, eq, gte, isNull, lt, sql } from "drizzle-orm";
import type { Training } from "./model.ts";
import { enrollments, liveSessions, registrations, trainings } from "./tables.ts";

/** Moments: from the first up to, not including, the second. */
export interface Period {
  readonly from: Date;
  readonly until: Date;
}

export interface CompletionCount {
  readonly trainingId: string;
  readonly item: string | null;
  readonly title: Training["title"];
  readonly locale: string;
  readonly completions: number;
}

export interface TrainingCounts {
  readonly sessionsHeld: number;
  readonly registrations: number;
  readonly attendance: number;
  readonly completions: readonly CompletionCount[];
  /** Learners and attendees, each counted once in the period. */
  readonly peopleTrained: number;
}

/** What happened in a period: sessions that ended, registrations made, attendance and completions. */
export async function countTraining(db: Executor, period: Period): Promise<TrainingCounts> {
  const { from, until } = period;
  const attended = and(gte(registrations.attendedAt, from), lt(registrations.attendedAt, until));
  const [sessionsHeld, registered, attendance, completions, peopleTrained] = await Promise.all([
    db.$count(
      liveSessions,
      and(isNull(liveSessions.cancelledAt), gte(liveSessions.endsAt, from), lt(liveSessions.endsAt, until)),
    ),
    db.$count(
      registrations,
      and(gte(registrations.registeredAt, from), lt(registrations.registeredAt, until)),
    ),
    db.$count(registrations, attended),
    countCompletions(db, period),
    countPeople(db, period),
  ]);
  return { sessionsHeld, registrations: registered, attendance, completions, peopleTrained };
}

function countCompletions(db: Executor, { from, until }: Period): Promise<CompletionCount[]> {
  return db
    .select({
      trainingId: trainings.id,
      item: trainings.item,
      title: trainings.title,
      locale: enrollments.locale,
      completions: count(),
    })
    .from(enrollments)
    .innerJoin(trainings, eq(trainings.id, enrollments.trainingId))
    .where(and(gte(enrollments.completedAt, from), lt(enrollments.completedAt, until)))
    .groupBy(trainings.id, enrollments.locale)
    .orderBy(asc(trainings.id), asc(enrollments.locale));
}

/** A person is known by account, else by e-mail, else by the one enrollment. */
async function countPeople(db: Executor, { from, until }: Period): Promise<number> {
  const [row] = await db.execute<{ people: number }>(sql`
    select count(distinct coalesce(found.person_id, by_mail.id, found.email, found.id))::int as people
    from (
      select person_id, learner_email as email, id from ${enrollments}
        where completed_at >= ${from.toISOString()} and completed_at < ${until.toISOString()}
      union all
      select person_id, email, id from ${registrations}
        where attended_at >= ${from.toISOString()} and attended_at < ${until.toISOString()}
    ) as found
    left join people as by_mail on by_mail.email = found.email`);
  return row?.people ?? 0;
}
