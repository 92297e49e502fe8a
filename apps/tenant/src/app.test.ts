import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../test/harness.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;

beforeAll(async () => {
  tenant = await tenantHarness();
});
afterAll(() => tenant.close());

const call = (path: string, init?: RequestInit) =>
  tenant.instance.fetch(new Request(`http://tenant.localhost${path}`, init));

test("every page of the trial says what it is, is kept from search engines, and lets nothing else in", async () => {
  for (const path of [
    ...["/", "/es/", "/help", "/join", "/sign-in", "/no-such-page", "/rules"],
    ...["/api/docs", "/problems/http.csrf", "/es/problems/http.csrf"],
  ]) {
    const response = await call(path);
    const html = await response.text();
    expect(html).toContain(
      path.startsWith("/es")
        ? "Demostración"
        : "Demonstration. Not a website of the State of Mississippi. Sample data.",
    );
    expect(response.headers.get("x-robots-tag")).toContain("noindex");
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe-inline");
    expect(html).not.toMatch(/<[^>]+ style=/);
  }
});

test("the page of help sets no cookie and leaves no line in the log", async () => {
  const before = tenant.log.length;
  const response = await call("/help", { headers: { cookie: "concord.session_token=whatever" } });
  expect(response.status).toBe(200);
  expect(response.headers.get("set-cookie")).toBeNull();
  expect(response.headers.get("referrer-policy")).toBe("no-referrer");
  expect(tenant.log.slice(before)).toEqual([]);
});

test("the page of help, and no other, says once that no check of its numbers is recorded", async () => {
  for (const [path, words, single] of [
    ["/help", "When these numbers were last checked is not recorded.", "Last check"],
    ["/es/help", "No está registrado cuándo se verificaron estos números", "Última verificación"],
  ] as const) {
    const help = await (await call(path)).text();
    expect(help.split(words)).toHaveLength(2);
    expect(help).not.toContain(single);
    expect(await (await call(path.replace("help", "rules"))).text()).not.toContain(words);
  }
});

test("a code that is typed off is not broken at its hyphens", async () => {
  const page = await (await call("/verify")).text();
  expect(page).toContain('such as <span class="cc-whole">7KQ4-M2XD-9HTC</span>. Capitals');
});

test("a page that is not there is an honest page with a way out, and a call gets problem details", async () => {
  const page = await call("/es/no-existe");
  expect(page.status).toBe(404);
  expect(await page.text()).toContain("No encontramos esa página");
  const problem = await call("/api/v1/no-such-thing");
  expect(problem.status).toBe(404);
  expect(problem.headers.get("content-type")).toContain("application/problem+json");
});

test("a code of the domain is told in words, in the language that was asked for", async () => {
  const english = await (await call("/problems/membership.not-open")).text();
  expect(english).toContain("This application was decided already.");
  const spanish = await (await call("/es/problems/membership.not-open")).text();
  expect(spanish).toContain("Esta solicitud ya fue decidida.");
  // A sentence that needs an occasion's values is left out of the page, which stands all the same.
  expect((await call("/problems/membership.renewal-too-early")).status).toBe(200);
});

test("an error nobody foresaw shows no internals, neither on the page nor in the log", async () => {
  const { db } = tenant.tenant.database;
  await tenant.asOwner("alter table members rename to members_gone");
  const response = await call("/");
  await tenant.asOwner("alter table members_gone rename to members");
  const html = await response.text();
  expect(response.status).toBe(500);
  expect(html).toContain("Something went wrong on our side");
  expect(html + tenant.log.join("")).not.toMatch(/select .* from "members"/i);
  expect(html).toMatch(/req_[0-9a-f]{32}/);
  expect(db).toBeDefined();
});

test("cookies mean nothing to the API and bearer tokens nothing to the portal", async () => {
  const visitor = tenant.visitor();
  await tenant.officer();
  await visitor.signIn("officer@office.example");
  const refused = await call("/api/v1/applications", { headers: { cookie: visitor.cookies } });
  expect(refused.status).toBe(401);
  const portal = await call("/office/people", { headers: { authorization: "Bearer cct_whatever" } });
  expect(portal.status).toBe(401);
  expect((await call("/api/v1/members", { headers: { authorization: "Bearer cct_unknown" } })).status).toBe(
    401,
  );
});

test("logs of all this hold no address and no token", () => {
  const log = tenant.log.join("\n");
  expect(log).toContain('"msg":"request"');
  expect(log).not.toContain("officer@office.example");
  expect(log).not.toMatch(/token=|mai_/);
});
