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
import { oncePerKey } from "../idempotency/index.ts";
import { adoptItem, declineItem } from "./adopt-item.ts";
import {
  adoptRequest,
  declineRequest,
  endRequest,
  incomingPage,
  incomingView,
  peerList,
  publishRequest,
  sharedPage,
  sharedView,
} from "./contract.ts";
import { endItem } from "./end-item.ts";
import { incomingOf, sharedOf } from "./item-views.ts";
import { incomingStatuses, itemId } from "./model.ts";
import { peerState } from "./peer-state.ts";
import { problemsApi } from "./problems-api.ts";
import { publishItem } from "./publish-item.ts";
import { listIncoming, listPublished, readOverview } from "./read-network.ts";
import { registryApi } from "./registry-api.ts";
import { reviewApi } from "./review-api.ts";
import { rulesApi } from "./rules-api.ts";

const about = { tags: ["Network"], security: [{ bearer: [] }] };
const bySeen = z.object({ at: z.string(), item: z.string() });
const refusals = ["unauthenticated", "forbidden", "invalid"] as const;
const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { "application/json": { schema } },
});
const body = <Schema extends z.ZodType>(schema: Schema) => ({ content: { "application/json": { schema } } });

const incomingRoute = createRoute({
  ...about,
  method: "get",
  path: "/api/v1/network/items",
  operationId: "listNetworkItems",
  summary: "What other members published, newest first (scope network:read)",
  request: { query: pageQuery().extend({ status: z.enum(incomingStatuses).optional() }) },
  responses: { 200: json(incomingPage, "A page of items"), ...problemResponses(...refusals) },
});

const publishedRoute = createRoute({
  ...about,
  method: "get",
  path: "/api/v1/network/published",
  operationId: "listPublishedItems",
  summary: "What this office published, and who holds it (scope network:read)",
  responses: { 200: json(sharedPage, "The items"), ...problemResponses(...refusals) },
});

const publishRoute = createRoute({
  ...about,
  method: "post",
  path: "/api/v1/network/published",
  operationId: "publishItem",
  summary: "Publish own material to the network, or a revision of it (scope network:publish)",
  middleware: [oncePerKey] as const,
  request: { body: body(publishRequest) },
  responses: {
    201: json(sharedView, "Published"),
    ...problemResponses(...refusals, "not-found", "conflict", "unavailable"),
  },
});

const endRoute = createRoute({
  ...about,
  method: "post",
  path: "/api/v1/network/published/{item}/end",
  operationId: "endItem",
  summary: "Take back what this office published, for ever (scope network:publish)",
  description:
    "`withdraw` ends new use and lets people finish; `recall` hides it at once everywhere, here as well; `erase` also has every holder delete its content and files. A mistake is mended by publishing a new item.",
  middleware: [oncePerKey] as const,
  request: { params: z.object({ item: itemId }), body: body(endRequest) },
  responses: {
    200: json(sharedView, "Taken back"),
    ...problemResponses(...refusals, "not-found", "conflict", "unavailable"),
  },
});

const adoptRoute = createRoute({
  ...about,
  method: "post",
  path: "/api/v1/network/items/{item}/adopt",
  operationId: "adoptItem",
  summary: "Pin the revision reviewed and offer it in the catalogue (scope network:adopt)",
  description:
    "Applied to a newer revision this is an update: what the office took off its catalogue stays off.",
  middleware: [oncePerKey] as const,
  request: { params: z.object({ item: itemId }), body: body(adoptRequest) },
  responses: {
    200: json(incomingView, "Adopted"),
    ...problemResponses(...refusals, "not-found", "conflict"),
  },
});

const declineRoute = createRoute({
  ...about,
  method: "post",
  path: "/api/v1/network/items/{item}/decline",
  operationId: "declineItem",
  summary: "Leave an item or its newest revision aside (scope network:adopt)",
  request: { params: z.object({ item: itemId }), body: body(declineRequest) },
  responses: {
    200: json(incomingView, "Declined"),
    ...problemResponses(...refusals, "not-found", "conflict"),
  },
});

const peersRoute = createRoute({
  ...about,
  method: "get",
  path: "/api/v1/network/peers",
  operationId: "listPeers",
  summary: "How every other member stands with this one (scope network:read)",
  responses: { 200: json(peerList, "The members"), ...problemResponses(...refusals) },
});

/** Items and members of the network for other systems. */
export function syndicationApi(): OpenAPIHono<ApiEnv> {
  const api = createRouter<ApiEnv>();
  api.openapi(incomingRoute, async (c) => {
    const { cursor, limit, status } = c.req.valid("query");
    const before = cursor === undefined ? undefined : decodeCursor(bySeen, cursor);
    const query = { limit, before, ...(status ? { statuses: [status] } : {}) };
    const { items, next } = await listIncoming(c.get("context"), query);
    if (next) linkPages(c, { next: encodeCursor(next) });
    return c.json({ items: items.map(incomingOf) }, 200);
  });
  api.openapi(publishedRoute, async (c) => {
    const { items } = await listPublished(c.get("context"), {});
    const views = items.map((one) => ({ ...sharedOf(one), holders: one.holders.map(({ code }) => code) }));
    return c.json({ items: views }, 200);
  });
  api.openapi(publishRoute, async (c) =>
    c.json(sharedOf(await publishItem(c.get("context"), c.req.valid("json"))), 201),
  );
  api.openapi(endRoute, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(sharedOf(await endItem(c.get("context"), input)), 200);
  });
  api.openapi(adoptRoute, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(incomingOf(await adoptItem(c.get("context"), input)), 200);
  });
  api.openapi(declineRoute, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(incomingOf(await declineItem(c.get("context"), input)), 200);
  });
  api.openapi(peersRoute, async (c) => {
    const { peers } = await readOverview(c.get("context"), {});
    const views = peers.map((peer) => {
      const { code, name, baseUrl, lagEntries, missingBlobs, lastHeardAt, lastReason } = peer;
      const heard = lastHeardAt?.toISOString() ?? null;
      const reason = peer.quarantine?.reason ?? lastReason ?? null;
      return {
        code,
        name,
        baseUrl,
        state: peerState(peer),
        lastHeardAt: heard,
        lagEntries,
        missingBlobs,
        reason,
      };
    });
    return c.json({ peers: views }, 200);
  });
  api.route("/", reviewApi());
  api.route("/", rulesApi());
  api.route("/", problemsApi());
  api.route("/", registryApi());
  return api;
}
