import { createRouter, problemResponses } from "@concord/http";
import { DomainError } from "@concord/runtime";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import { oncePerKey } from "../idempotency/index.ts";
import { discreetFileName } from "../profile/index.ts";
import { adoptPolicyRequest, policyRequest, views } from "./contract.ts";
import { adoptionId, policyId } from "./model.ts";
import { adoptPolicy, readPolicy, savePolicy } from "./policies.ts";
import { policyFormats, printPolicy } from "./policy-document.ts";
import { policyOf } from "./work-views.ts";

const refusals = ["unauthenticated", "forbidden", "invalid", "not-found"] as const;
const about = {
  tags: ["Toolkits"],
  security: [{ bearer: [] }],
  description: "For a token that the member's own people made at their desk (scope toolkits:use).",
};
const policy = { description: "The policy", content: { "application/json": { schema: views.policy } } };
const binary = { schema: z.string().openapi({ format: "binary" }) };
const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const saveRoute = createRoute({
  ...about,
  method: "post",
  path: "/api/v1/toolkit-adoptions/{adoptionId}/policies",
  operationId: "fillPolicy",
  summary:
    "Fill a policy template of the toolkit: the draft of it is written anew, or begun as the next version",
  middleware: [oncePerKey] as const,
  request: {
    params: z.object({ adoptionId }),
    body: { required: true, content: { "application/json": { schema: policyRequest } } },
  },
  responses: { 201: policy, ...problemResponses(...refusals) },
});

const readRoute = createRoute({
  ...about,
  method: "get",
  path: "/api/v1/policies/{policyId}",
  operationId: "readFilledPolicy",
  summary: "A filled policy, and where its files are",
  request: { params: z.object({ policyId }) },
  responses: { 200: policy, ...problemResponses(...refusals) },
});

const adoptRoute = createRoute({
  ...about,
  method: "post",
  path: "/api/v1/policies/{policyId}/adoption",
  operationId: "adoptFilledPolicy",
  summary: "Record who adopted the policy, and when; from then on it is never changed",
  middleware: [oncePerKey] as const,
  request: {
    params: z.object({ policyId }),
    body: { required: true, content: { "application/json": { schema: adoptPolicyRequest } } },
  },
  responses: { 200: policy, ...problemResponses(...refusals, "conflict") },
});

const fileRoute = createRoute({
  ...about,
  method: "get",
  path: "/api/v1/policies/{policyId}/{format}",
  operationId: "downloadPolicy",
  summary: "The policy as PDF/UA or as a Word file in the program's brand",
  request: {
    params: z.object({ policyId, format: z.enum(policyFormats) }),
    query: z.object({ lang: z.string().max(12).optional() }),
  },
  responses: {
    200: { description: "The file", content: { "application/pdf": binary, [docx]: binary } },
    ...problemResponses(...refusals),
  },
});

/** A member's policies for its own system. */
export function policyApi(): OpenAPIHono<ApiEnv> {
  const api = createRouter<ApiEnv>();
  api.openapi(saveRoute, async (c) => {
    const context = c.get("context");
    const saved = await savePolicy(context, { ...c.req.valid("param"), ...c.req.valid("json") });
    return c.json(policyOf(saved, context.tenant.origin), 201);
  });
  api.openapi(readRoute, async (c) => {
    const context = c.get("context");
    const found = await readPolicy(context, c.req.valid("param"));
    return c.json(policyOf(found.policy, context.tenant.origin), 200);
  });
  api.openapi(adoptRoute, async (c) => {
    const context = c.get("context");
    const adopted = await adoptPolicy(context, { ...c.req.valid("param"), ...c.req.valid("json") });
    return c.json(policyOf(adopted, context.tenant.origin), 200);
  });
  api.openapi(fileRoute, async (c) => {
    const { tenant, ...context } = c.get("context");
    const { policyId: id, format } = c.req.valid("param");
    const { policy: filled } = await readPolicy({ ...context, tenant }, { policyId: id });
    const language = c.req.valid("query").lang ?? filled.locale;
    if (!filled.template.languages.includes(language))
      throw new DomainError("toolkits.policy-not-found", "not-found");
    const { bytes, mediaType } = await printPolicy(tenant, filled, format, language);
    const name = discreetFileName(tenant.profile, `${filled.item} ${filled.version} ${language}`, format);
    c.header("Content-Type", mediaType);
    c.header("Cache-Control", "private, no-store");
    c.header("Content-Disposition", `attachment; filename="${name}"`);
    return c.body(bytes);
  });
  return api;
}
