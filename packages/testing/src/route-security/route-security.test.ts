import { bodyLimit, createRouter, csrf, csrfToken, handleErrors } from "@concord/http";
import { createLogger, DomainError } from "@concord/runtime";
import { type Context, Hono } from "hono";
import { getCookie } from "hono/cookie";
import { expect, test } from "vitest";
import { checkRoute } from "./check-route.ts";
import { compareRoutes } from "./compare-routes.ts";
import { describeRouteSecurity } from "./describe-route-security.ts";
import type { RouteRule, RouteSecurity, RouteWorld } from "./rules.ts";

const origin = "http://portal.test";
const maxBodyBytes = 4_096;

type Hole =
  | "no-session"
  | "any-role"
  | "any-object"
  | "no-csrf"
  | "no-limit"
  | "form-first"
  | "always-refused";

/** A portal with members' notes, sound unless it is asked to have a hole. */
function portal(hole?: Hole): Hono {
  const app = new Hono();
  handleErrors(app, { log: createLogger({ level: "silent" }) });
  if (hole !== "no-limit") app.use(bodyLimit(maxBodyBytes));
  if (hole !== "no-csrf") {
    app.use(csrf({ secret: "s".repeat(32), origin, session: (c) => getCookie(c, "session") }));
  }
  const demand = (c: Context, role: string) => {
    const session = getCookie(c, "session");
    if (hole === "always-refused") throw new DomainError("test.closed", "forbidden");
    if (!session && hole !== "no-session") throw new DomainError("test.signed-out", "unauthenticated");
    if (session !== role && session && hole !== "any-role") throw new DomainError("test.role", "forbidden");
  };
  const own = (c: Context) => {
    if (c.req.param("id") !== "1" && hole !== "any-object") throw new DomainError("test.note", "not-found");
  };
  app.get("/", (c) =>
    c.html(
      `<form><input type="hidden" name="_csrf" value="${hole === "no-csrf" ? "x" : csrfToken(c)}"></form>`,
    ),
  );
  app.get("/notes/:id", (c) => {
    demand(c, "member");
    own(c);
    return c.text("a note");
  });
  app.post("/notes/:id", async (c) => {
    const { words } = await c.req.parseBody();
    if (hole === "form-first" && words !== "new") return c.text("the form again", 422);
    demand(c, "member");
    own(c);
    return words === "new" ? c.redirect("/notes/1", 303) : c.text("what?", 422);
  });
  return app;
}

interface World extends RouteWorld {
  readonly note: string;
}

const paths = (world: World) => ({ own: `/notes/${world.note}`, foreign: "/notes/2" });
const read: RouteRule<World> = { route: "GET /notes/:id", allow: ["member"], paths };
const write: RouteRule<World> = {
  route: "POST /notes/:id",
  allow: ["member"],
  paths,
  body: () => ({ words: "new" }),
};
const home: RouteRule<World> = { route: "GET /", allow: "anyone" };

const suite = (hole?: Hole): RouteSecurity<World> => ({
  open: async () => ({ app: portal(hole), origin, note: "1", close: async () => undefined }),
  actors: {
    member: () => ({ cookie: "session=member" }),
    officer: () => ({ cookie: "session=officer" }),
  },
  accepts: "form",
  csrfPage: () => "/",
  maxBodyBytes,
  rules: [home, read, write],
});

describeRouteSecurity("a sound portal", suite());

async function faultsOf(hole: Hole, rule: RouteRule<World>): Promise<string> {
  const one = suite(hole);
  return (await checkRoute(one, await one.open(), rule)).join("\n");
}

test.each<[Hole, RouteRule<World>, string]>([
  ["no-session", read, "GET /notes/:id, signed-out: a visitor got 200"],
  ["any-role", read, "GET /notes/:id, wrong-role: officer got 200"],
  ["any-object", read, "GET /notes/:id, foreign: member got 200"],
  ["any-object", write, "POST /notes/:id, foreign: member got 303 to /notes/1"],
  ["no-csrf", write, "POST /notes/:id, csrf: without a token, member got 303 to /notes/1 and not 403"],
  ["no-limit", write, "POST /notes/:id, oversized: too large, member got"],
  ["form-first", write, "POST /notes/:id, empty-form: a visitor got 422"],
  ["always-refused", read, "GET /notes/:id, allowed: member got 403"],
])("a portal with the hole %s is caught", async (hole, rule, fault) => {
  expect(await faultsOf(hole, rule)).toContain(fault);
});

test("a route with parameters and no foreign object is a fault, unless a reason is given", async () => {
  const one = suite();
  const world = await one.open();
  const unsaid = { ...read, paths: () => ({ own: "/notes/1" }) };
  expect((await checkRoute(one, world, unsaid)).join()).toContain("give member a foreign path");
  expect(await checkRoute(one, world, { ...unsaid, except: { foreign: "there is one note" } })).toEqual([]);
});

test("a form that is not filled in shows who got through, where the rule says so", async () => {
  const one = suite();
  const world = await one.open();
  const empty: RouteRule<World> = { ...write, body: () => ({}) };
  expect((await checkRoute(one, world, empty)).join()).toContain("allowed: member got 422");
  expect(await checkRoute(one, world, { ...empty, reached: [422] })).toEqual([]);
});

test("an API that takes anything as JSON is caught", async () => {
  const app = createRouter();
  app.use(bodyLimit(maxBodyBytes));
  handleErrors(app, { log: createLogger({ level: "silent" }) });
  app.post("/loose", async (c) => c.json(await c.req.json()));
  const one: RouteSecurity<RouteWorld> = {
    open: async () => ({ app, origin, close: async () => undefined }),
    actors: {},
    accepts: "json",
    maxBodyBytes,
    rules: [{ route: "POST /loose", allow: "anyone" }],
  };
  const faults = await checkRoute(one, await one.open(), { route: "POST /loose", allow: "anyone" });
  expect(faults).toEqual([
    "POST /loose, content-type: as text/plain, a visitor got 200 and not 400 or 403 or 415 or 422",
  ]);
});

test("a route without a rule, a rule without a route and a second rule are told", () => {
  const app = portal().route(
    "/deep",
    new Hono().get("/new", (c) => c.text("forgotten")),
  );
  expect(compareRoutes(app, [home, read, write, read, { route: "GET /gone" }])).toEqual([
    "GET /deep/new has no rule",
    "GET /gone is no route",
    "GET /notes/:id has two rules",
  ]);
  const covers = (route: string) => !route.includes("/notes");
  expect(compareRoutes(app, [home], covers)).toEqual(["GET /deep/new has no rule"]);
});
