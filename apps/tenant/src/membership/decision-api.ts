import { problemResponses } from "@concord/http";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import { applicationParams, viewOf } from "./application-api.ts";
import { approveApplication } from "./approve.ts";
import { applicationView, approval, denialRequest, questionRequest } from "./contract.ts";
import { denyApplication, requestInformation } from "./decide.ts";

const shared = {
  method: "post" as const,
  tags: ["Applications"],
  security: [{ bearer: [] }],
};
const refusals = problemResponses("unauthenticated", "forbidden", "not-found", "invalid", "conflict");

const approveRoute = createRoute({
  ...shared,
  path: "/api/v1/applications/{applicationId}/approval",
  operationId: "approveApplication",
  summary: "Approve; the letter goes out and the certificate is issued (scope membership:approve)",
  request: { params: applicationParams },
  responses: {
    200: { description: "Approved", content: { "application/json": { schema: approval } } },
    ...refusals,
  },
});

const denyRoute = createRoute({
  ...shared,
  path: "/api/v1/applications/{applicationId}/denial",
  operationId: "denyApplication",
  summary: "Deny with the grounds that the letter states (scope membership:approve)",
  request: {
    params: applicationParams,
    body: { content: { "application/json": { schema: denialRequest } } },
  },
  responses: {
    200: { description: "Denied", content: { "application/json": { schema: applicationView } } },
    ...refusals,
  },
});

const questionRoute = createRoute({
  ...shared,
  path: "/api/v1/applications/{applicationId}/question",
  operationId: "askApplicant",
  summary: "Ask the applicant for more (scope membership:approve)",
  request: {
    params: applicationParams,
    body: { content: { "application/json": { schema: questionRequest } } },
  },
  responses: {
    200: { description: "Asked", content: { "application/json": { schema: applicationView } } },
    ...refusals,
  },
});

/** What an office's own system may decide. */
export function decisionRoutes(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(approveRoute, async (c) => {
    const done = await approveApplication(c.get("context"), c.req.valid("param"));
    const { application, member, certificate } = done;
    return c.json(
      {
        application: viewOf(application),
        memberId: member.id,
        memberNumber: member.number,
        verificationCode: certificate.code,
      },
      200,
    );
  });
  api.openapi(denyRoute, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(viewOf(await denyApplication(c.get("context"), input)), 200);
  });
  api.openapi(questionRoute, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(viewOf(await requestInformation(c.get("context"), input)), 200);
  });
}
