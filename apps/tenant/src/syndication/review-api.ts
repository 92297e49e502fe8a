import { createRouter, problemResponses } from "@concord/http";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import { editOverlay } from "./adopt-item.ts";
import { incomingView, overlayRequest, reviewView } from "./contract.ts";
import { incomingOf } from "./item-views.ts";
import { itemId } from "./model.ts";
import { type Review, reviewItem } from "./review-item.ts";

const about = { tags: ["Network"], security: [{ bearer: [] }] };
const refusals = ["unauthenticated", "forbidden", "invalid", "not-found"] as const;
const params = z.object({ item: itemId });

const reviewRoute = createRoute({
  ...about,
  method: "get",
  path: "/api/v1/network/items/{item}",
  operationId: "reviewNetworkItem",
  summary:
    "One item with its content, what changed since the revision here, and what is ours (scope network:read)",
  request: { params },
  responses: {
    200: { description: "The item", content: { "application/json": { schema: reviewView } } },
    ...problemResponses(...refusals),
  },
});

const overlayRoute = createRoute({
  ...about,
  method: "put",
  path: "/api/v1/network/items/{item}/overlay",
  operationId: "editOverlay",
  summary: "Replace what is our own on adopted material; the pinned revision stays (scope network:adopt)",
  request: { params, body: { content: { "application/json": { schema: overlayRequest } } } },
  responses: {
    200: { description: "Kept", content: { "application/json": { schema: incomingView } } },
    ...problemResponses(...refusals, "conflict"),
  },
});

/** What an office reads and keeps of its own on another member's item. */
export function reviewApi(): OpenAPIHono<ApiEnv> {
  const api = createRouter<ApiEnv>();
  api.openapi(reviewRoute, async (c) =>
    c.json(reviewOf(await reviewItem(c.get("context"), c.req.valid("param"))), 200),
  );
  api.openapi(overlayRoute, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(incomingOf(await editOverlay(c.get("context"), input)), 200);
  });
  return api;
}

function reviewOf({ feedItem, incoming, body, changes, parts, overlay, faults, files }: Review) {
  const { item, feed, kind, revision, status } = feedItem;
  return {
    ...{ item, feed, kind, revision, status, files },
    reason: feedItem.reason ?? null,
    decision: incoming ? incomingOf(incoming) : null,
    body: body ? { ...body } : null,
    changes: changes.map((change) => ({ ...change })),
    parts: parts.map(({ path, where }) => ({ path, where })),
    overlay: overlay ? { ...overlay } : null,
    overlayFaults: faults.map((fault) => ({ ...fault })),
  };
}
