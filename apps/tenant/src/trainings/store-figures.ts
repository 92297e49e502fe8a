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
  /** Learners and attendees, each counted once in the period, and never more of them than there can be. */
  readonly people: number;
}

/** What happened in a period: sessions that ended, registrations made, attendance and completions. */
export async function countTraining(db: Executor, period: Period): Promise<TrainingCounts> {
  const { from, until } = period;
  const attended = and(gte(registrations.attendedAt, from), lt(registrations.attendedAt, until));
  const [sessionsHeld, registered, attendance, completions, people] = await Promise.all([
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
  return { sessionsHeld, registrations: registered, attendance, completions, people };
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

/**
 * A person is known by account or e-mail. Who gave neither is known by name alone, and is nobody new where somebody
 * known has that name: what protects a person must not be counted too high.
 */
async function countPeople(db: Executor, { from, until }: Period): Promise<number> {
  const [row] = await db.execute<{ people: number }>(sql`
    with trained as (
      select person_id, lower(learner_email) as email, learner_name as name from ${enrollments}
        where completed_at >= ${from.toISOString()} and completed_at < ${until.toISOString()}
      union all
      select person_id, lower(email), name from ${registrations}
        where attended_at >= ${from.toISOString()} and attended_at < ${until.toISOString()}
    ), found as (
      select coalesce(person_id, people.id, trained.email) as known,
        lower(regexp_replace(btrim(trained.name), '\\s+', ' ', 'g')) as name
      from trained left join people on people.email = trained.email
    )
    select (count(distinct known) + count(distinct name) filter (
      where known is null and name not in (select name from found where known is not null)
    ))::int as people from found`);
  return row?.people ?? 0;
}
