import { problemResponses } from "@concord/http";
import { createRoute, type OpenAPIHono, type z } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import { oncePerKey } from "../idempotency/index.ts";
import { demandPerson } from "../identity/index.ts";
import { onceHeader } from "./contract.ts";
import { enroll } from "./enroll.ts";
import { listMyLearning } from "./learn.ts";
import { progressView } from "./learning-api.ts";
import { ownEnrollmentRequest, ownEnrollments, progress } from "./learning-contract.ts";

const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });
const own = {
  tags: ["Learning"],
  security: [{ bearer: [] }],
  description:
    "For a token that a person made for a program of their own, on the portal (scope learning:take). Lessons and quiz are under `/api/v1/enrollments`, with the same token.",
};
const refusals = problemResponses("unauthenticated", "forbidden");

const listRoute = createRoute({
  ...own,
  method: "get",
  path: "/api/v1/me/enrollments",
  operationId: "listOwnEnrollments",
  summary: "What you began and what you finished, newest first",
  responses: { 200: { description: "Enrollments", content: json(ownEnrollments) }, ...refusals },
});

const beginRoute = (locales: readonly string[]) =>
  createRoute({
    ...own,
    method: "post",
    path: "/api/v1/me/enrollments",
    operationId: "beginTraining",
    summary: "Begin a training, or go on with it where you began it before",
    middleware: [oncePerKey],
    request: {
      headers: onceHeader,
      body: { content: json(ownEnrollmentRequest(locales)), required: true },
    },
    responses: {
      201: { description: "Begun", content: json(progress) },
      ...refusals,
      ...problemResponses("not-found", "invalid", "conflict"),
    },
  });

/** Learning with an account, for a program of the learner's own. */
export function ownLearningRoutes(
  api: OpenAPIHono<ApiEnv>,
  { locales }: { locales: readonly string[] },
): void {
  api.openapi(listRoute, async (c) => {
    const context = c.get("context");
    demandPerson(context.actor);
    const { taken } = await listMyLearning(context, {});
    const enrollments = taken.map(({ enrollment, training }) => ({
      ...progressView(enrollment),
      title: training.title,
      startedAt: enrollment.startedAt.toISOString(),
    }));
    return c.json({ enrollments }, 200);
  });
  api.openapi(beginRoute(locales), async (c) => {
    const context = c.get("context");
    demandPerson(context.actor);
    const { enrollment } = await enroll(context, c.req.valid("json"));
    return c.json(progressView(enrollment), 201);
  });
}
