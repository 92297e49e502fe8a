import { createIds, createLogger, DomainError, systemClock } from "@concord/runtime";
import { createRoute, z } from "@hono/zod-openapi";
import { expect, test } from "vitest";
import { bodyLimit, createRouter, handleErrors, type ProblemOptions, requestContext } from "./index.ts";
import { problemSchema } from "./problem-schema.ts";

const problemOf = async (response: Response) => problemSchema.parse(await response.json());

function build(options: ProblemOptions = {}) {
  const lines: string[] = [];
  const log = createLogger({ destination: { write: (line) => void lines.push(line) } });
  const app = createRouter();
  app.use(requestContext({ log, clock: systemClock, ids: createIds(systemClock) }));
  handleErrors(app, { log, ...options });
  app.use(bodyLimit(200));
  const body = z.object({ firm: z.string().min(2), staff: z.array(z.object({ "a/b": z.int() })).optional() });
  const route = createRoute({
    method: "post",
    path: "/api/v1/members",
    request: {
      body: { required: true, content: { "application/json": { schema: body } } },
      query: z.object({ dry: z.enum(["yes"]).optional() }),
    },
    responses: { 201: { description: "made" } },
  });
  app.openapi(route, (c) => c.json({ ok: true }, 201));
  app.get("/api/v1/fails", () => {
    throw new Error("select * from people where email = 'ana@example.com'");
  });
  app.get("/api/v1/early", () => {
    throw new DomainError("membership.too-early", "conflict", { days: 90 });
  });
  app.get("/api/v1/busy", () => {
    throw new DomainError("http.rate-limited", "rate-limited", { retryAfter: 2.2 });
  });
  const post = (text: string, headers: Record<string, string> = {}, query = "") =>
    app.request(`/api/v1/members${query}`, {
      method: "POST",
      body: text,
      headers: { "Content-Type": "application/json", ...headers },
    });
  return { app, lines, post };
}

test("an unforeseen error tells nothing but the request's id, and the log keeps the SQL out as well", async () => {
  const { app, lines } = build();
  const response = await app.request("/api/v1/fails");
  const text = await response.text();
  const problem = JSON.parse(text);
  expect(response.status).toBe(500);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(problem).toMatchObject({ code: "http.unexpected", type: "/problems/http.unexpected", status: 500 });
  expect(problem.instance).toBe(response.headers.get("x-request-id"));
  expect(text + lines.join("")).not.toMatch(/select|ana@example/);
  expect(lines.join("")).toContain(problem.instance);
});

test("every fault of a body is named by its pointer and code", async () => {
  const { post } = build();
  const response = await post(JSON.stringify({ staff: [{ "a/b": 1.5 }] }));
  expect(response.status).toBe(422);
  const problem = await problemOf(response);
  expect(problem.code).toBe("request.invalid");
  expect(problem.errors).toEqual([
    { pointer: "/firm", code: "field.required", detail: "This value is required." },
    { pointer: "/staff/0/a~1b", code: "field.invalid-type", detail: expect.any(String) },
  ]);
});

test("a fault of the query says so, in Spanish if that is asked for", async () => {
  const { post } = build();
  const response = await post(
    '{"firm":"Gulf"}',
    { "Accept-Language": "fr, es-MX;q=0.8, en;q=0.5" },
    "?dry=no",
  );
  const problem = await problemOf(response);
  expect(problem.errors?.[0]).toMatchObject({ pointer: "/dry", in: "query", code: "field.invalid-value" });
  expect(problem.title).toBe("La solicitud no se aceptó tal como está");
});

test("malformed, oversized, wrong-type, and missing bodies", async () => {
  const { app, post } = build();
  expect((await post("{")).status).toBe(400);
  expect((await problemOf(await post("{"))).code).toBe("http.malformed-request");
  const large = await post(JSON.stringify({ firm: "x".repeat(300) }));
  expect([large.status, (await problemOf(large)).code]).toEqual([413, "http.body-too-large"]);
  const xml = await post("<firm/>", { "Content-Type": "application/xml" });
  expect([xml.status, (await problemOf(xml)).code]).toEqual([415, "http.unsupported-media-type"]);
  expect((await app.request("/api/v1/members", { method: "POST" })).status).toBe(422);
});

test("404 and 405 are problems, and 405 names the methods", async () => {
  const { app } = build();
  expect(await (await app.request("/api/v1/nothing")).json()).toMatchObject({
    status: 404,
    code: "http.not-found",
  });
  const wrong = await app.request("/api/v1/members", { method: "DELETE" });
  expect(wrong.status).toBe(405);
  expect(wrong.headers.get("allow")).toBe("POST");
  expect((await problemOf(wrong)).code).toBe("http.method-not-allowed");
});

test("the domain's kind gives the status, and its words come from outside", async () => {
  const { app } = build({ describe: (code, params) => `${code}: ${params.days} days` });
  const response = await app.request("/api/v1/early");
  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({
    code: "membership.too-early",
    detail: "membership.too-early: 90 days",
  });
  expect((await app.request("/api/v1/busy")).headers.get("retry-after")).toBe("3");
});

test("people get a page, programs do not, and a page that fails falls back", async () => {
  const { app } = build({ errorPages: (c, problem) => c.html(`<h1>${problem.code}</h1>`, problem.status) });
  const page = await app.request("/nowhere");
  expect([page.status, await page.text()]).toEqual([404, "<h1>http.not-found</h1>"]);
  expect((await app.request("/api/nowhere")).headers.get("content-type")).toBe("application/problem+json");
  expect((await app.request("/apiary")).headers.get("content-type")).toContain("text/html");
  const broken = build({
    errorPages: () => {
      throw new Error("no template");
    },
  });
  expect(await (await broken.app.request("/nowhere")).json()).toMatchObject({ code: "http.not-found" });
});
