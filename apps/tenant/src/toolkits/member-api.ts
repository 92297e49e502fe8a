import { createRouter, problemResponses } from "@concord/http";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import { oncePerKey } from "../idempotency/index.ts";
import { readAdoption } from "./adoption.ts";
import { takeAssessment } from "./assess.ts";
import { chooseToolkit } from "./choose.ts";
import { adoptionView, assessRequest, chooseRequest, stepRequest, views, workView } from "./contract.ts";
import { adoptionId, memberId, partId } from "./model.ts";
import { completeStep, keepEvidence, undoStep } from "./steps.ts";
import { assessmentOf, stepOf, workOf } from "./work-views.ts";

const refusals = ["unauthenticated", "forbidden", "invalid", "not-found"] as const;
const about = {
  tags: ["Toolkits"],
  security: [{ bearer: [] }],
  description:
    "For a token that the member's own people made at their desk (scope toolkits:use). The office's tokens are refused: answers, results and policies are the member's alone.",
};
const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { "application/json": { schema } },
});
const sends = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { "application/json": { schema } },
});
const adoption = z.object({ adoptionId });
const step = z.object({ adoptionId, step: partId });

const chooseRoute = createRoute({
  ...about,
  method: "post",
  path: "/api/v1/members/{memberId}/toolkits",
  operationId: "chooseToolkit",
  summary: "Begin with a toolkit; choosing it again changes nothing",
  middleware: [oncePerKey] as const,
  request: { params: z.object({ memberId }), body: sends(chooseRequest) },
  responses: { 201: answer("Chosen", adoptionView), ...problemResponses(...refusals) },
});

const workRoute = createRoute({
  ...about,
  method: "get",
  path: "/api/v1/toolkit-adoptions/{adoptionId}",
  operationId: "readToolkitWork",
  summary: "The member's work with a toolkit: steps, self-assessments and policies",
  request: { params: adoption },
  responses: { 200: answer("The work", workView), ...problemResponses(...refusals) },
});

const assessRoute = createRoute({
  ...about,
  method: "post",
  path: "/api/v1/toolkit-adoptions/{adoptionId}/assessments",
  operationId: "takeSelfAssessment",
  summary: "Answer a self-assessment of the toolkit and get its result",
  middleware: [oncePerKey] as const,
  request: { params: adoption, body: sends(assessRequest) },
  responses: { 201: answer("The result", views.assessment), ...problemResponses(...refusals) },
});

const stepRoute = createRoute({
  ...about,
  method: "put",
  path: "/api/v1/toolkit-adoptions/{adoptionId}/steps/{step}",
  operationId: "completeToolkitStep",
  summary: "Tick a step, with what proves it",
  request: { params: step, body: sends(stepRequest) },
  responses: { 200: answer("Ticked", views.step), ...problemResponses(...refusals) },
});

const undoRoute = createRoute({
  ...about,
  method: "delete",
  path: "/api/v1/toolkit-adoptions/{adoptionId}/steps/{step}",
  operationId: "undoToolkitStep",
  summary: "Take a tick back",
  request: { params: step },
  responses: { 204: { description: "Not ticked any more" }, ...problemResponses(...refusals) },
});

/** What a member's own system does with its toolkits. */
export function memberToolkitsApi(): OpenAPIHono<ApiEnv> {
  const api = createRouter<ApiEnv>();
  api.openapi(chooseRoute, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    const { chosenAt, ...chosen } = await chooseToolkit(c.get("context"), input);
    return c.json({ ...chosen, chosenAt: chosenAt.toISOString() }, 201);
  });
  api.openapi(workRoute, async (c) =>
    c.json(workOf(await readAdoption(c.get("context"), c.req.valid("param"))), 200),
  );
  api.openapi(assessRoute, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(assessmentOf(await takeAssessment(c.get("context"), input)), 201);
  });
  api.openapi(stepRoute, async (c) => {
    const context = c.get("context");
    const params = c.req.valid("param");
    const { doneOn, evidence: sent } = c.req.valid("json");
    const file = sent && new File([Buffer.from(sent.content, "base64")], sent.fileName);
    const evidence = file && (await keepEvidence(context, params.adoptionId, file));
    const done = await completeStep(context, { ...params, doneOn, ...(evidence ? { evidence } : {}) });
    return c.json(stepOf(done), 200);
  });
  api.openapi(undoRoute, async (c) => {
    await undoStep(c.get("context"), c.req.valid("param"));
    return c.body(null, 204);
  });
  return api;
}
