import { Visitor } from "@concord/testing";
import { expect, test } from "vitest";
import { inspect, inspectEach, isPage, openPages, readsOf } from "../test/inspect-pages.ts";
import { areaOf } from "../test/route-security/areas.ts";
import { learnerRules } from "../test/route-security/portal-learner.ts";
import { memberRules } from "../test/route-security/portal-member.ts";
import { officeRules } from "../test/route-security/portal-office.ts";
import { publicRules } from "../test/route-security/portal-public.ts";
import { actors } from "../test/route-security/portal-suite.ts";

const opened = openPages();

test("every page that the portal has is among those that are looked at", () => {
  const forPeople = ["public", "learner", "member", "office"];
  const registered = opened()
    .app.routes.map(({ method, path }) => `${method} ${path}`)
    .filter((route) => route.startsWith("GET ") && forPeople.includes(areaOf(route)));
  const known = new Set(
    readsOf([...publicRules, ...learnerRules, ...memberRules, ...officeRules]).map(({ route }) => route),
  );
  expect(registered.filter((route) => !known.has(route))).toEqual([]);
});

inspectEach([...publicRules, ...learnerRules, ...memberRules]);

test.each([
  { status: 401, path: "/office", who: undefined },
  { status: 403, path: "/office", who: "member" as const },
  { status: 404, path: "/nowhere", who: undefined },
])("axe finds nothing on the page that says $status", async ({ status, path, who }) => {
  const world = opened();
  const visitor = new Visitor(world.app, world.origin, who && actors[who](world).cookie);
  const seen = await visitor.open(path);
  expect(seen.status).toBe(status);
  expect(isPage(seen.headers)).toBe(true);
  await inspect(visitor, path);
});
