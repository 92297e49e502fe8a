import { bodyLimit, createRouter, problemResponses, rateLimit } from "@concord/http";
import { DomainError } from "@concord/runtime";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Region } from "../context.ts";
import { receivedRequest, requestStanding, requestType } from "./contract.ts";
import { mostRequestBytes, requestPace } from "./model.ts";
import { readStanding } from "./read-standing.ts";
import { receiveRequest } from "./receive-request.ts";

const receiveRoute = createRoute({
  method: "post",
  path: "/api/v1/network/requests",
  operationId: "ask-to-join",
  tags: ["Network"],
  summary: "Hand in a request to join, or to sign with another key, which then waits for the keepers",
  request: { body: { content: { [requestType]: { schema: z.string() } } } },
  responses: {
    202: {
      description: "It verified and waits; read the fingerprint to a keeper on the telephone",
      content: { "application/json": { schema: receivedRequest } },
    },
    ...problemResponses("invalid", "rate-limited", "unavailable"),
  },
});

const standingRoute = createRoute({
  method: "get",
  path: "/api/v1/network/requests/{kid}",
  operationId: "read-request-standing",
  tags: ["Network"],
  summary: "How far the request for a key is",
  request: { params: z.object({ kid: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }) },
  responses: {
    200: { description: "How it stands", content: { "application/json": { schema: requestStanding } } },
    ...problemResponses("invalid", "not-found"),
  },
});

/** Where a program asks to join, and asks how that stands. */
export function deskApi(region: Region): OpenAPIHono {
  const router = createRouter();
  const { clock } = region;
  router.post(receiveRoute.path, rateLimit({ clock, ...requestPace }), bodyLimit(mostRequestBytes));
  router.openapi(receiveRoute, async (c) => {
    const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
    if (type !== requestType) throw new DomainError("http.unsupported-media-type", "invalid");
    const { id: _, ...received } = await receiveRequest(region, (await c.req.text()).trim());
    return c.json(received, 202);
  });
  router.openapi(standingRoute, async (c) => {
    const standing = await readStanding(region, c.req.valid("param").kid);
    if (!standing) throw new DomainError("desk.request-gone", "not-found");
    c.header("Cache-Control", "no-cache");
    return c.json({ ...standing, expiresAt: standing.expiresAt?.toISOString() ?? null }, 200);
  });
  return router;
}
