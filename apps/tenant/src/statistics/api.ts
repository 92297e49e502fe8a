import {
  createRouter,
  decodeCursor,
  encodeCursor,
  linkPages,
  pageQuery,
  problemResponses,
} from "@concord/http";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import { figuresList, figuresPreview, figuresRelease, monthParam } from "./contract.ts";
import { month as monthInput, type StoredRelease } from "./model.ts";
import { previewFigures } from "./preview-figures.ts";
import { publishFigures } from "./publish-figures.ts";
import { listFigures, readFigures } from "./read-releases.ts";

const tags = ["Figures"];
const bearer = [{ bearer: [] }];

const listRoute = createRoute({
  method: "get",
  path: "/api/v1/figures",
  operationId: "listFigures",
  tags,
  summary: "What the office published of each month, newest month first",
  request: { query: pageQuery() },
  responses: {
    200: { description: "A page of releases", content: { "application/json": { schema: figuresList } } },
    ...problemResponses("invalid"),
  },
});

const readRoute = createRoute({
  method: "get",
  path: "/api/v1/figures/{month}",
  operationId: "readFigures",
  tags,
  summary: "A month's figures as last published",
  request: { params: monthParam },
  responses: {
    200: { description: "The release", content: { "application/json": { schema: figuresRelease } } },
    ...problemResponses("not-found", "invalid"),
  },
});

const previewRoute = createRoute({
  method: "get",
  path: "/api/v1/figures/{month}/preview",
  operationId: "previewFigures",
  tags,
  summary: "A month as it would be published now, protected (scope figures:read)",
  security: bearer,
  request: { params: monthParam },
  responses: {
    200: { description: "The preview", content: { "application/json": { schema: figuresPreview } } },
    ...problemResponses("unauthenticated", "forbidden", "invalid"),
  },
});

const publishRoute = createRoute({
  method: "post",
  path: "/api/v1/figures/{month}/publish",
  operationId: "publishFigures",
  tags,
  summary: "Sign a month's figures and append them to the feed (scope figures:publish)",
  security: bearer,
  request: { params: monthParam },
  responses: {
    201: { description: "Published", content: { "application/json": { schema: figuresRelease } } },
    ...problemResponses("unauthenticated", "forbidden", "invalid", "conflict"),
  },
});

/** Monthly figures for other systems. */
export function statisticsApi(): OpenAPIHono<ApiEnv> {
  const api = createRouter<ApiEnv>();
  api.openapi(listRoute, async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const before = cursor === undefined ? undefined : decodeCursor(monthInput, cursor);
    const { releases, next } = await listFigures(c.get("context"), { before, limit });
    if (next) linkPages(c, { next: encodeCursor(next) });
    return c.json({ releases: releases.map(viewOf) }, 200);
  });
  api.openapi(readRoute, async (c) =>
    c.json(viewOf(await readFigures(c.get("context"), c.req.valid("param"))), 200),
  );
  api.openapi(previewRoute, async (c) => {
    const { figures } = await previewFigures(c.get("context"), c.req.valid("param"));
    return c.json({ figures }, 200);
  });
  api.openapi(publishRoute, async (c) =>
    c.json(viewOf(await publishFigures(c.get("context"), c.req.valid("param"))), 201),
  );
  return api;
}

function viewOf({ month, revision, item, publishedAt, body }: StoredRelease) {
  return { month, revision, item, publishedAt: publishedAt.toISOString(), figures: body };
}
