import { z } from "@hono/zod-openapi";

const texts = z.record(z.string(), z.string());

export const learnerHeader = z.object({ "learner-key": z.string().max(100).optional() });

/** `via` is the token at the end of an employer's link. */
export const enrollmentRequest = (locales: readonly string[]) =>
  z
    .object({ name: z.string(), email: z.string().optional(), locale: z.enum(locales), via: z.string() })
    .openapi("EnrollmentRequest");

export const progress = z
  .object({
    id: z.string(),
    trainingId: z.string(),
    revision: z.number().int(),
    locale: z.string(),
    completed: z.boolean(),
  })
  .openapi("EnrollmentProgress");

export const enrolled = progress.extend({ key: z.string().nullable() }).openapi("Enrolled");

/** The name is the account's unless another is to stand on the certificate. */
export const ownEnrollmentRequest = (locales: readonly string[]) =>
  z
    .object({ trainingId: z.string(), locale: z.enum(locales), name: z.string().optional() })
    .openapi("OwnEnrollmentRequest");

export const ownEnrollments = z
  .object({ enrollments: z.array(progress.extend({ title: texts, startedAt: z.iso.datetime() })) })
  .openapi("OwnEnrollments");

export const enrollmentView = progress
  .extend({
    title: texts,
    lessons: z.array(z.object({ id: z.string(), title: texts, done: z.boolean() })),
    questions: z.array(
      z.object({
        id: z.string(),
        type: z.string(),
        prompt: texts,
        options: z.array(z.object({ id: z.string(), text: texts })),
      }),
    ),
    finished: z.boolean(),
  })
  .openapi("Enrollment");

export const lessonView = z
  .object({ id: z.string(), title: texts, blocks: z.array(z.record(z.string(), z.unknown())) })
  .openapi("Lesson");

export const quizRequest = z
  .object({ answers: z.record(z.string(), z.array(z.string())) })
  .openapi("QuizAnswers");

export const quizResult = z.object({ passed: z.boolean(), completed: z.boolean() }).openapi("QuizResult");

export const staffRoster = z
  .object({
    staff: z.array(z.object({ name: z.string(), training: texts, finishedOn: z.iso.date().nullable() })),
    nextPage: z.number().int().nullable(),
  })
  .openapi("StaffRoster");
