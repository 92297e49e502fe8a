import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkRoute } from "./check-route.ts";
import { compareRoutes } from "./compare-routes.ts";
import type { RouteSecurity, RouteWorld } from "./rules.ts";

/**
 * Tries every route of an app as those who must not get through: a visitor without a session, every actor
 * that its rule does not allow (with the form filled in and empty), an allowed one on somebody else's object, and
 * an allowed one without a CSRF token or with another's, with a wrong content type, with a body over the limit;
 * then as each allowed one, who must get through. It fails as well where a route of the app has no rule, or a rule no route; where several suites share
 * an app, `covers` says which routes are whose.
 *
 * ```ts
 * describeRouteSecurity("the portal", {
 *   async open() {
 *     const { database, close } = await testDatabase([tenantMigrations]);
 *     const tenant = createTenant(...);
 *     return { app: tenant.app, origin: tenant.origin, close, member: await applyAs("ana"), other: await applyAs("bo") };
 *   },
 *   actors: {                                    // "wrong tenant" is an actor too: one signed in elsewhere
 *     member: (world) => ({ cookie: world.member.cookie }),
 *     officer: (world) => ({ cookie: world.officer.cookie }),
 *   },
 *   accepts: "form",                             // "json" for the API, whose actors carry `authorization`
 *   csrfPage: (world, actor) => (actor ? "/account" : "/sign-in"),   // left out where there are no cookies
 *   signInPath: "/sign-in",
 *   maxBodyBytes: 12 * 1024 * 1024,
 *   rules: [
 *     { route: "GET /", allow: "anyone" },
 *     { route: "GET /members/:id", allow: ["member"], paths: (world) => ({
 *         own: `/members/${world.member.id}`, foreign: `/members/${world.other.id}` }) },
 *     { route: "POST /members/:id/approve", allow: ["officer"],
 *       paths: async (world) => ({ own: `/members/${await world.newApplication()}/approve` }),   // fresh each time
 *       body: () => ({ note: "Seen" }),
 *       except: { foreign: "an officer may approve every member" } },
 *   ],
 * });
 * ```
 */
export function describeRouteSecurity<World extends RouteWorld>(
  name: string,
  suite: RouteSecurity<World>,
): void {
  describe(`route security of ${name}`, () => {
    let world: World;

    beforeAll(async () => {
      world = await suite.open();
    });

    afterAll(() => world?.close());

    test("every route has a rule, and every rule a route", () => {
      expect(compareRoutes(world.app, suite.rules, suite.covers)).toEqual([]);
    });

    test.each(suite.rules.map((rule) => ({ name: rule.route, rule })))("$name", async ({ rule }) => {
      expect(await checkRoute(suite, world, rule)).toEqual([]);
    });
  });
}
