import { problemResponses } from "@concord/http";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import { holdMembership, releaseMembership, revokeMembership } from "./change-status.ts";
import { memberStanding, noteRequest, revocationRequest } from "./contract.ts";
import type { Member } from "./model.ts";

const shared = {
  method: "post" as const,
  tags: ["Members"],
  security: [{ bearer: [] }],
  responses: {
    200: { description: "Changed", content: { "application/json": { schema: memberStanding } } },
    ...problemResponses("unauthenticated", "forbidden", "not-found", "invalid", "conflict"),
  },
};
const params = z.object({ memberId: z.string() });
const noted = { params, body: { content: { "application/json": { schema: noteRequest } } } };

const holdRoute = createRoute({
  ...shared,
  path: "/api/v1/members/{memberId}/hold",
  operationId: "holdMember",
  summary: "Hold while a concern is looked into: delisted and suspended at once (scope membership:approve)",
  request: noted,
});

const releaseRoute = createRoute({
  ...shared,
  path: "/api/v1/members/{memberId}/release",
  operationId: "releaseMember",
  summary: "End a hold; the certificate is valid again (scope membership:approve)",
  request: noted,
});

const revokeRoute = createRoute({
  ...shared,
  path: "/api/v1/members/{memberId}/revocation",
  operationId: "revokeMember",
  summary: "End a membership by a letter that states the grounds (scope membership:approve)",
  request: { params, body: { content: { "application/json": { schema: revocationRequest } } } },
});

/** What an office's own system may do with a membership in force. */
export function standingRoutes(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(holdRoute, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(standingOf(await holdMembership(c.get("context"), input)), 200);
  });
  api.openapi(releaseRoute, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(standingOf(await releaseMembership(c.get("context"), input)), 200);
  });
  api.openapi(revokeRoute, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(standingOf(await revokeMembership(c.get("context"), input)), 200);
  });
}

function standingOf({ id, number, status, validFrom, validUntil }: Member) {
  return { id, number, status, validFrom, validUntil };
}
