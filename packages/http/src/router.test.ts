import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { expect, test } from "vitest";
import { createRouter } from "./router.ts";

const content = { "application/json": { schema: z.object({ firm: z.string() }) } };
const responses = { 200: { description: "done" } };

test("a declared body is required even where the route does not say so, also below a parent", async () => {
  const api = createRouter();
  const open = createRoute({ method: "post", path: "/a", request: { body: { content } }, responses });
  api.openapi(open, (c) => c.json(c.req.valid("json")));
  const app = new OpenAPIHono();
  app.onError((error, c) => c.text(error.message, 422));
  app.route("/api", api);
  const bare = await app.request("/api/a", { method: "POST" });
  expect([bare.status, await bare.text()]).toEqual([422, "request.invalid"]);
  const full = await app.request("/api/a", {
    method: "POST",
    body: '{"firm":"Gulf"}',
    headers: { "content-type": "application/json" },
  });
  expect(await full.json()).toEqual({ firm: "Gulf" });
});

test("a body that a route declares optional may stay away", async () => {
  const api = createRouter();
  const body = { content, required: false };
  api.openapi(createRoute({ method: "post", path: "/a", request: { body }, responses }), (c) => c.text("ok"));
  expect((await api.request("/a", { method: "POST" })).status).toBe(200);
});
