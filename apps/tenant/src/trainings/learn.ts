import { gradeQuiz, type TrainingBody } from "@concord/content";
import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, defineQuery, nothing } from "../command.ts";
import type { Context, Unit } from "../context.ts";
import { type Actor, can } from "../identity/index.ts";
import { bodyOf } from "./catalogue.ts";
import { complete } from "./complete.ts";
import { keySha256 } from "./keys.ts";
import {
  type Enrollment,
  enrollmentId,
  learnerKey,
  mayContinue,
  progressOf,
  type Training,
} from "./model.ts";
import { enrollmentsOf, findEnrollment, lockEnrollment, saveEnrollment } from "./store-enrollments.ts";
import { registrationsByPerson } from "./store-sessions.ts";
import { findTraining } from "./store-trainings.ts";

const who = { enrollmentId, key: learnerKey.optional() };

interface Taken {
  readonly enrollment: Enrollment;
  readonly training: Training;
  readonly body: TrainingBody;
}

/** What a learner takes, in the revision they began with, and how far they are. */
export const readEnrollment = defineQuery({
  name: "trainings.read-enrollment",
  input: z.object(who),
  load: async (context, input) => taken(context, await findEnrollment(context.db, input.enrollmentId)),
  authorize: (actor, { enrollment }, input) => isTheirs(actor, enrollment, input.key),
  run: async (_context, _input, subject) => ({
    ...subject,
    progress: progressOf(subject.body, subject.enrollment),
  }),
});

/** Notes that a lesson was read. A training without a quiz ends with its last lesson. */
export const finishLesson = defineCommand({
  name: "trainings.finish-lesson",
  input: z.object({ ...who, lessonId: z.string().max(64) }),
  load: async (unit, input) => taken(unit, await lockEnrollment(unit.tx, input.enrollmentId)),
  authorize: (actor, { enrollment }, input) => isTheirs(actor, enrollment, input.key),
  async run(unit, input, { enrollment, training, body }) {
    if (!body.lessons.some(({ id }) => id === input.lessonId))
      throw new DomainError("trainings.lesson-not-found", "not-found");
    if (enrollment.doneLessons.includes(input.lessonId)) return { result: enrollment, audit: [] };
    const after: Enrollment = { ...enrollment, doneLessons: [...enrollment.doneLessons, input.lessonId] };
    return keep(unit, after, training, body);
  },
});

/** Grades the quiz. Only that it was passed is kept: no answer, no number of attempts. */
export const answerQuiz = defineCommand({
  name: "trainings.answer-quiz",
  input: z.object({ ...who, answers: z.record(z.string().max(64), z.array(z.string().max(64)).max(20)) }),
  load: async (unit, input) => taken(unit, await lockEnrollment(unit.tx, input.enrollmentId)),
  authorize: (actor, { enrollment }, input) => isTheirs(actor, enrollment, input.key),
  async run(unit, input, { enrollment, training, body }) {
    if (!body.quiz) throw new DomainError("trainings.no-quiz", "not-found");
    if (!progressOf(body, enrollment).lessonsDone)
      throw new DomainError("trainings.lessons-first", "conflict");
    const graded = gradeQuiz(body.quiz, input.answers);
    if (!graded.passed || enrollment.quizPassed)
      return { result: { enrollment, graded, answers: input.answers }, audit: [] };
    const kept = await keep(unit, { ...enrollment, quizPassed: true }, training, body);
    return { result: { enrollment: kept.result, graded, answers: input.answers }, audit: kept.audit };
  },
});

/** A person's trainings and the sessions they registered for. */
export const listMyLearning = defineQuery({
  name: "trainings.mine",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => actor.personId !== undefined && can(actor, "learning:take", actor),
  async run({ db, actor }) {
    const { personId = "", email = "" } = actor;
    const [learning, sessions] = await Promise.all([
      enrollmentsOf(db, { personId }),
      registrationsByPerson(db, personId, email),
    ]);
    return { taken: learning, sessions };
  },
});

/** What a browser without an account began, by the key it keeps. */
export const listByKey = defineQuery({
  name: "trainings.by-key",
  input: z.object({ key: learnerKey }),
  load: nothing,
  authorize: () => true,
  run: (context, input) => enrollmentsOf(context.db, { keySha256: keySha256(input.key) }),
});

async function keep(unit: Unit, after: Enrollment, training: Training, body: TrainingBody) {
  if (after.completedAt === null && progressOf(body, after).finished)
    return complete(unit, after, training, body);
  await saveEnrollment(unit.tx, after);
  return { result: after, audit: [] };
}

async function taken(scope: Context | Unit, enrollment: Enrollment | undefined): Promise<Taken> {
  const training = enrollment && (await findTraining(scope.db, enrollment.trainingId));
  if (!enrollment || !training) throw new DomainError("trainings.enrollment-not-found", "not-found");
  if (!mayContinue(training.status)) throw new DomainError("trainings.recalled", "conflict");
  const body = await bodyOf(scope, training, enrollment.revision);
  if (body.schema !== "concord.training/1") throw new DomainError("trainings.not-found", "not-found");
  return { enrollment, training, body };
}

function isTheirs(actor: Actor, enrollment: Enrollment, key: string | undefined): boolean {
  if (key !== undefined && enrollment.keySha256 === keySha256(key)) return true;
  return enrollment.personId !== null && can(actor, "learning:take", { personId: enrollment.personId });
}
