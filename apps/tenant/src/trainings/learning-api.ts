import { problemResponses } from "@concord/http";
import { DomainError, dayIn } from "@concord/runtime";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import type { Context } from "../context.ts";
import { enroll } from "./enroll.ts";
import { answerQuiz, finishLesson, readEnrollment } from "./learn.ts";
import {
  enrolled,
  enrollmentRequest,
  enrollmentView,
  learnerHeader,
  lessonView,
  quizRequest,
  quizResult,
  staffRoster,
} from "./learning-contract.ts";
import type { Enrollment } from "./model.ts";
import { readStaffRoster } from "./roster.ts";
import type { PublicCalls } from "./sessions-api.ts";

const params = z.object({ enrollmentId: z.string() });
const ofLesson = params.extend({ lessonId: z.string() });
const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });
/** By the key of one enrollment, or by the token of the person whose it is. */
const either: Record<string, string[]>[] = [{ learnerKey: [] }, { bearer: [] }];
const learner = { tags: ["Learning"], security: either };
const refusals = problemResponses("unauthenticated", "forbidden", "not-found", "invalid", "conflict");

const enrollRoute = ({ locales, slow }: PublicCalls) =>
  createRoute({
    method: "post",
    path: "/api/v1/trainings/{trainingId}/enrollments",
    operationId: "enroll",
    tags: ["Learning"],
    summary: "Begin a training by an employer's link; the key in the answer is the learner's, shown once",
    description:
      "For people without an account. Who has one begins under `/api/v1/me/enrollments`, with a token of their own; the tokens of an office or a member never learn. No Idempotency-Key here, since an answer that is kept would keep the learner's key.",
    middleware: [slow],
    request: {
      params: z.object({ trainingId: z.string() }),
      body: { content: json(enrollmentRequest(locales)) },
    },
    responses: {
      201: { description: "Begun", content: json(enrolled) },
      ...problemResponses("not-found", "invalid", "conflict", "rate-limited"),
    },
  });

const readRoute = createRoute({
  ...learner,
  method: "get",
  path: "/api/v1/enrollments/{enrollmentId}",
  operationId: "readEnrollment",
  summary: "How far a learner is, the lessons, and the quiz without its answers",
  request: { params, headers: learnerHeader },
  responses: { 200: { description: "The enrollment", content: json(enrollmentView) }, ...refusals },
});

const lessonRoute = createRoute({
  ...learner,
  method: "get",
  path: "/api/v1/enrollments/{enrollmentId}/lessons/{lessonId}",
  operationId: "readLesson",
  summary: "One lesson, in the revision the learner began",
  request: { params: ofLesson, headers: learnerHeader },
  responses: { 200: { description: "The lesson", content: json(lessonView) }, ...refusals },
});

const finishRoute = createRoute({
  ...learner,
  method: "post",
  path: "/api/v1/enrollments/{enrollmentId}/lessons/{lessonId}/completion",
  operationId: "finishLesson",
  summary: "Note that a lesson was read; a training without a quiz ends with its last lesson",
  request: { params: ofLesson, headers: learnerHeader },
  responses: { 200: { description: "How far the learner is", content: json(enrollmentView) }, ...refusals },
});

const quizRoute = createRoute({
  ...learner,
  method: "post",
  path: "/api/v1/enrollments/{enrollmentId}/quiz",
  operationId: "answerQuiz",
  summary: "Answer the quiz; only that it was passed is kept, no answer and no number of tries",
  request: { params, headers: learnerHeader, body: { content: json(quizRequest) } },
  responses: { 200: { description: "The result", content: json(quizResult) }, ...refusals },
});

const rosterRoute = createRoute({
  method: "get",
  path: "/api/v1/members/{memberId}/staff",
  operationId: "listStaff",
  tags: ["Learning"],
  security: [{ bearer: [] }],
  summary: "A member's staff by name: finished or not, and the day; never more (scope membership:read)",
  request: {
    params: z.object({ memberId: z.string() }),
    query: z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) }),
  },
  responses: { 200: { description: "A page of the staff", content: json(staffRoster) }, ...refusals },
});

/** Learning by the key of an employer's link or a token of one's own, and what the employer sees of it. */
export function learningRoutes(api: OpenAPIHono<ApiEnv>, calls: PublicCalls): void {
  api.openAPIRegistry.registerComponent("securitySchemes", "learnerKey", {
    type: "apiKey",
    in: "header",
    name: "Learner-Key",
  });
  api.openapi(enrollRoute(calls), async (c) => {
    const begun = await enroll(c.get("context"), { ...c.req.valid("param"), ...c.req.valid("json") });
    return c.json({ ...progressView(begun.enrollment), key: begun.key ?? null }, 201);
  });
  api.openapi(readRoute, async (c) => c.json(await viewOf(c.get("context"), whoOf(c)), 200));
  api.openapi(lessonRoute, async (c) => {
    const { lessonId } = c.req.valid("param");
    const { body } = await readEnrollment(c.get("context"), whoOf(c));
    const lesson = body.lessons.find(({ id }) => id === lessonId);
    if (!lesson) throw new DomainError("trainings.lesson-not-found", "not-found");
    return c.json({ ...lesson, blocks: lesson.blocks.map((block) => ({ ...block })) }, 200);
  });
  api.openapi(finishRoute, async (c) => {
    const { lessonId } = c.req.valid("param");
    await finishLesson(c.get("context"), { ...whoOf(c), lessonId });
    return c.json(await viewOf(c.get("context"), whoOf(c)), 200);
  });
  api.openapi(quizRoute, async (c) => {
    const { graded, enrollment } = await answerQuiz(c.get("context"), {
      ...whoOf(c),
      ...c.req.valid("json"),
    });
    const { passed } = graded;
    return c.json({ passed, completed: enrollment.completedAt !== null }, 200);
  });
  api.openapi(rosterRoute, async (c) => {
    const context = c.get("context");
    const { timeZones } = context.tenant.profile.jurisdiction;
    const { memberId } = c.req.valid("param");
    const { staff, next } = await readStaffRoster(context, { memberId, page: c.req.valid("query").page });
    const rows = staff.map(({ name, trainingTitle, completedAt }) => ({
      name,
      training: trainingTitle,
      // The day alone: a moment would tell how long somebody took.
      finishedOn: completedAt && dayIn(timeZones.default, completedAt),
    }));
    return c.json({ staff: rows, nextPage: next ?? null }, 200);
  });
}

type Who = Parameters<typeof readEnrollment>[1];

function whoOf(c: {
  req: { param(name: "enrollmentId"): string; header(name: string): string | undefined };
}): Who {
  return { enrollmentId: c.req.param("enrollmentId"), key: c.req.header("learner-key") };
}

async function viewOf(context: Context, who: Who) {
  const { enrollment, body, progress } = await readEnrollment(context, who);
  return {
    ...progressView(enrollment),
    title: body.title,
    lessons: body.lessons.map(({ id, title }) => ({ id, title, done: enrollment.doneLessons.includes(id) })),
    questions: (body.quiz?.questions ?? []).map(({ id, type, prompt, options }) => ({
      ...{ id, type, prompt },
      options: options.map(({ id: option, text }) => ({ id: option, text })),
    })),
    finished: progress.finished,
  };
}

export function progressView({ id, trainingId, revision, locale, completedAt }: Enrollment) {
  return { id, trainingId, revision, locale, completed: completedAt !== null };
}
