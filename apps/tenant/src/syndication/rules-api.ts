import { createRouter, problemResponses } from "@concord/http";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import { memberRules, ruleList, rulesRequest } from "./contract.ts";
import { listRules, setRules } from "./set-rules.ts";

const about = { tags: ["Network"], security: [{ bearer: [] }] };
const refusals = ["unauthenticated", "forbidden", "invalid"] as const;

const listRoute = createRoute({
  ...about,
  method: "get",
  path: "/api/v1/network/rules",
  operationId: "listNetworkRules",
  summary: "What happens with each other member's material, by kind (scope network:read)",
  responses: {
    200: { description: "The rules", content: { "application/json": { schema: ruleList } } },
    ...problemResponses(...refusals),
  },
});

const setRoute = createRoute({
  ...about,
  method: "put",
  path: "/api/v1/network/rules/{code}",
  operationId: "setNetworkRules",
  summary: "Decide what happens with a member's material (scope network:adopt)",
  description:
    "`follow`: listed, waits for nobody. `review`: waits for a decision. `auto`: as `review`, and minor updates of what was adopted apply by themselves. `block`: nothing new is offered; what was adopted stays. Withdrawals, recalls, erasures and safety revisions come through every rule.",
  request: {
    params: z.object({ code: z.string().max(40) }),
    body: { content: { "application/json": { schema: rulesRequest } } },
  },
  responses: {
    200: { description: "As it stands now", content: { "application/json": { schema: memberRules } } },
    ...problemResponses(...refusals, "not-found"),
  },
});

/** An office's rules for other systems. */
export function rulesApi(): OpenAPIHono<ApiEnv> {
  const api = createRouter<ApiEnv>();
  api.openapi(listRoute, async (c) => c.json({ members: [...(await listRules(c.get("context"), {}))] }, 200));
  api.openapi(setRoute, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(await setRules(c.get("context"), input), 200);
  });
  return api;
}
