import {
  createRouter,
  decodeCursor,
  encodeCursor,
  linkPages,
  pageQuery,
  problemResponses,
} from "@concord/http";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import { listToolkits, readToolkit } from "./catalogue.ts";
import { readMemberToolkits } from "./choose.ts";
import { adoptionList, toolkitDetail, toolkitList } from "./contract.ts";
import { memberToolkitsApi } from "./member-api.ts";
import type { Toolkit } from "./model.ts";
import { policyApi } from "./policy-api.ts";

const byCreation = z.object({ createdAt: z.string(), id: z.string() });

const listRoute = createRoute({
  method: "get",
  path: "/api/v1/toolkits",
  operationId: "listToolkits",
  tags: ["Toolkits"],
  summary: "The toolkits this office offers, in the order it took them up",
  request: { query: pageQuery() },
  responses: {
    200: { description: "A page of toolkits", content: { "application/json": { schema: toolkitList } } },
    ...problemResponses("invalid"),
  },
});

const readRoute = createRoute({
  method: "get",
  path: "/api/v1/toolkits/{toolkitId}",
  operationId: "readToolkit",
  tags: ["Toolkits"],
  summary: "One offered toolkit with everything it holds",
  request: { params: z.object({ toolkitId: z.string() }) },
  responses: {
    200: { description: "The toolkit", content: { "application/json": { schema: toolkitDetail } } },
    ...problemResponses("not-found", "invalid"),
  },
});

const memberRoute = createRoute({
  method: "get",
  path: "/api/v1/members/{memberId}/toolkits",
  operationId: "readMemberToolkits",
  tags: ["Toolkits"],
  summary: "How far a member is with its toolkits, never its answers or policies (scope toolkits:manage)",
  security: [{ bearer: [] }],
  request: { params: z.object({ memberId: z.string() }) },
  responses: {
    200: { description: "The member's toolkits", content: { "application/json": { schema: adoptionList } } },
    ...problemResponses("unauthenticated", "forbidden", "invalid"),
  },
});

/** Toolkits, and members' progress with them, for other systems. */
export function toolkitsApi(): OpenAPIHono<ApiEnv> {
  const api = createRouter<ApiEnv>();
  api.openapi(listRoute, async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const after = cursor === undefined ? undefined : decodeCursor(byCreation, cursor);
    const context = c.get("context");
    const { toolkits, next } = await listToolkits(context, { after, limit });
    if (next) linkPages(c, { next: encodeCursor(next) });
    return c.json({ toolkits: toolkits.map((one) => summaryOf(one, context.tenant.origin)) }, 200);
  });
  api.openapi(readRoute, async (c) => {
    const context = c.get("context");
    const { toolkit, body } = await readToolkit(context, c.req.valid("param"));
    return c.json({ ...summaryOf(toolkit, context.tenant.origin), body }, 200);
  });
  api.openapi(memberRoute, async (c) => {
    const { memberId } = c.req.valid("param");
    const { chosen } = await readMemberToolkits(c.get("context"), { memberId });
    const adoptions = chosen.map(({ adoption, toolkit, steps, progress }) => ({
      id: adoption.id,
      toolkitId: toolkit.id,
      title: toolkit.title,
      chosenAt: adoption.chosenAt.toISOString(),
      stepsDone: progress.done,
      stepsTotal: progress.total,
      finished: progress.finished,
      steps: steps.map(({ step, doneOn, sha256 }) => ({ step, doneOn, hasEvidence: sha256 !== null })),
    }));
    return c.json({ memberId, adoptions }, 200);
  });
  api.route("/", memberToolkitsApi());
  api.route("/", policyApi());
  return api;
}

function summaryOf(toolkit: Toolkit, origin: string) {
  const { id, source, item, revision, title, summary, audience, attribution, licence } = toolkit;
  return {
    ...{ id, source, item, revision, title, summary, audience, attribution, licence },
    languages: [...toolkit.languages],
    sectors: [...toolkit.sectors],
    steps: [...toolkit.stepIds],
    url: `${origin}/toolkits/${id}`,
  };
}
