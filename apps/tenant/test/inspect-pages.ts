import { axeFindings, browser, openShowcase, type RouteRule, type Showcase, Visitor } from "@concord/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applyByForm, business } from "./apply.ts";
import { actors } from "./route-security/portal-suite.ts";
import { openWorld, type TenantWorld } from "./route-security/world.ts";

let world: TenantWorld;
let chromium: Awaited<ReturnType<typeof browser>>;
let showcase: Showcase;

/** For a file of tests: opens a world and a browser before them, and closes both. */
export function openPages(): () => TenantWorld {
  beforeAll(async () => {
    [world, chromium] = await Promise.all([openWorld(), browser()]);
    showcase = await openShowcase(chromium, world);
  });
  afterAll(async () => {
    await showcase?.close();
    await chromium?.close();
    await world?.close();
  });
  return () => world;
}

/** Those that read. */
export function readsOf(rules: readonly RouteRule<TenantWorld>[]): RouteRule<TenantWorld>[] {
  return rules.filter(({ route }) => route.startsWith("GET "));
}

const course = "GET /learn/:id{enr_[0-9a-f]+}";

/** What a person does before the page shows. */
const before: Readonly<Record<string, (visitor: Visitor) => Promise<unknown>>> = {
  "GET /join/:step": (visitor) => visitor.open(`/join/resume/${world.draftSecret}`),
  "GET /join/status": (visitor) => applyByForm(visitor, business()),
  async [`${course}/quiz`](visitor) {
    for (const lesson of ["one", "two"]) {
      const path = `/learn/${world.learner.enrollmentId}/lessons/${lesson}`;
      await visitor.open(path);
      await visitor.submit(path);
    }
  },
  async [`${course}/done`](visitor) {
    const quiz = `/learn/${world.learner.enrollmentId}/quiz`;
    await visitor.open(quiz);
    await visitor.submit(quiz, { q1: "hotline" });
  },
};

/** Routes that show no page of their own, and why; what they show instead is looked at all the same. */
const elsewhere: Readonly<Record<string, string>> = {
  "GET /join/resume/:secret": "leads on to the application",
  "GET /join/affidavit.pdf": "a file, which only a state has that wants an oath before a notary",
  "GET /trainings/assets/:sha256": "a file, and the sample has no pictures",
  "GET /office/network/files/:item/:sha256": "a file, and the item has none",
  "GET /office/network/join/request": "a file, and the office is in a network already",
  "GET /office/network/key/request": "a file, and no other key was asked for",
};

/** In English on a wide screen, in Spanish on a phone. */
const screens = [
  { prefix: "", language: "en", width: 1280 },
  { prefix: "/es", language: "es", width: 390 },
];

export async function inspect(visitor: Visitor, path: string): Promise<void> {
  for (const { prefix, language, width } of screens) {
    const seen = await visitor.open(prefix + path);
    const page = await showcase.show(seen, width);
    // What Swagger UI draws into the page of the API is not ours to mend; the page around it is.
    await page.evaluate("document.getElementById('docs')?.remove()");
    expect(await page.evaluate("document.documentElement.lang"), seen.path).toBe(language);
    expect(await axeFindings(page), seen.path).toEqual([]);
  }
}

/** A test for each route: it is a file, or a page on which axe finds nothing. */
export function inspectEach(rules: readonly RouteRule<TenantWorld>[]): void {
  test.each(readsOf(rules))(
    "$route is a file, or a page on which axe finds nothing",
    { timeout: 60_000 },
    async (rule) => {
      const { path, visitor } = await asAllowed(rule);
      await before[rule.route]?.(visitor);
      const seen = await visitor.open(path);
      const itsOwn = seen.status === 200 && seen.path === path;
      expect(itsOwn, `${seen.status} at ${seen.path}`).toBe(!(rule.route in elsewhere));
      if (isPage(seen.headers)) await inspect(visitor, path);
    },
  );
}

export function isPage(headers: Headers): boolean {
  return headers.get("content-type")?.startsWith("text/html") ?? false;
}

/** Its address, and the first of those who may open it. */
async function asAllowed(rule: RouteRule<TenantWorld>): Promise<{ path: string; visitor: Visitor }> {
  const actor = rule.allow === "anyone" ? undefined : (rule.allow[0] as keyof typeof actors);
  const path = rule.paths ? (await rule.paths(world, actor)).own : rule.route.replace("GET ", "");
  return { path, visitor: new Visitor(world.app, world.origin, actor && actors[actor](world).cookie) };
}
