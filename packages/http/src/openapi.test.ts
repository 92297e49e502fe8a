import { createIds, createLogger, systemClock } from "@concord/runtime";
import { createRoute, z } from "@hono/zod-openapi";
import { expect, test } from "vitest";
import { createRouter, handleErrors, openApiRoutes, problemResponses, requestContext } from "./index.ts";

const member = z.object({ firm: z.string() }).openapi("Member");

function build() {
  const lines: string[] = [];
  const log = createLogger({ destination: { write: (line) => void lines.push(line) } });
  const app = createRouter();
  app.use(requestContext({ log, clock: systemClock, ids: createIds(systemClock) }));
  handleErrors(app, { log });
  const api = createRouter();
  const content = { "application/json": { schema: member } };
  const route = createRoute({
    method: "post",
    path: "/boards/{board}/members",
    request: { params: z.object({ board: z.string() }), body: { content } },
    responses: { 201: { description: "The member", content }, ...problemResponses("invalid", "conflict") },
  });
  api.openapi(route, (c) => c.json(c.req.valid("json"), 201));
  app.route("/api/v1", api);
  openApiRoutes(app, {
    info: { title: "A <Program>", version: "1" },
    servers: [{ url: "http://ms.localhost" }],
  });
  return { app, lines };
}

test("the contract is OpenAPI 3.1 with every mounted route, its body required and its problems", async () => {
  const { app } = build();
  const response = await app.request("/api/openapi.json");
  const document = await response.json();
  expect(document).toMatchObject({
    openapi: "3.1.0",
    info: { title: "A <Program>", version: "1" },
    servers: [{ url: "http://ms.localhost" }],
    components: {
      schemas: { Member: { type: "object" }, Problem: { required: expect.arrayContaining(["code"]) } },
    },
  });
  expect(document).toHaveProperty(
    ["paths", "/api/v1/boards/{board}/members", "post", "requestBody", "required"],
    true,
  );
  const problem = { schema: { $ref: "#/components/schemas/Problem" } };
  expect(document).toHaveProperty(
    [
      "paths",
      "/api/v1/boards/{board}/members",
      "post",
      "responses",
      "409",
      "content",
      "application/problem+json",
    ],
    problem,
  );
  const etag = response.headers.get("etag") ?? "";
  expect((await app.request("/api/openapi.json", { headers: { "if-none-match": etag } })).status).toBe(304);
});

test("the documentation page loads only its own files, which exist, and holds no inline code", async () => {
  const { app, lines } = build();
  const page = await (await app.request("/api/docs")).text();
  expect(page).toContain("<title>A &lt;Program&gt;</title>");
  expect(page).not.toMatch(/<style|style=|<script>|\son\w+=|https?:\/\//);
  const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? "");
  expect(files).toHaveLength(4);
  for (const file of files) {
    const response = await app.request(file);
    expect([file, response.status]).toEqual([file, 200]);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
  }
  expect((await app.request("/api/docs/package.json")).status).toBe(404);
  expect(lines.map((line) => JSON.parse(line).route)).toContain("/api/docs/start.js");
});
