import { afterAll, beforeAll, expect, test } from "vitest";
import { regionNetwork } from "../test/network.ts";
import { release } from "../test/release.ts";

let net: Awaited<ReturnType<typeof regionNetwork>>;

beforeAll(async () => {
  net = await regionNetwork(["us-ms", "us-al"]);
  await net.state("us-ms").publish(release("ms", "2026-10", { active: 300 }));
  await net.region.peer.syncNow();
});
afterAll(() => net.close());

const pages = ["/", "/states/us-ms", "/states/us-al", "/network", "/about", "/help"];

test("every page answers in both languages, with the notice, without a cookie, and kept from search engines", async () => {
  for (const path of pages) {
    for (const [prefix, notice] of [
      ["", "Demonstration. Not a government website. Sample data."],
      ["/es", "Demostración. Este no es un sitio web del gobierno."],
    ] as const) {
      const { status, body, headers } = await net.get(`${prefix}${path}`);
      expect([path, status]).toEqual([path, 200]);
      expect(body).toContain(notice);
      expect(body).toContain("1-888-373-7888");
      expect(headers.get("set-cookie")).toBeNull();
      expect(headers.get("x-robots-tag")).toContain("noindex");
      expect(body).not.toMatch(/style=|undefined|NaN|\[object/);
    }
  }
});

test("no link of any page is dead", async () => {
  const hrefs = new Set<string>();
  for (const path of [...pages, ...pages.map((page) => `/es${page}`)]) {
    const { body } = await net.get(path);
    for (const [, href = ""] of body.matchAll(/href="(\/[^"#]*)/g)) hrefs.add(href.replaceAll("&amp;", "&"));
  }
  expect(hrefs.size).toBeGreaterThan(30);
  for (const href of hrefs) expect([href, (await net.get(href)).status]).toEqual([href, 200]);
});

test("the network page names members, keys and the open seat", async () => {
  const { body } = await net.get("/network");
  const { rows } = await net.json("/api/v1/network");
  for (const { name, keyThumbprints } of rows) {
    expect(body).toContain(name);
    expect(body).toContain(keyThumbprints);
  }
  expect(rows).toMatchObject([
    { code: "region", roles: "region" },
    { code: "us-ms", verifiedEntries: 1 },
    {},
  ]);
  expect(body).toContain("An open seat");
  expect(body).toContain("published a month of figures");
});

test("the sheet for the press is a tagged PDF with title and language", async () => {
  for (const [path, lang] of [
    ["/press.pdf", "en"],
    ["/es/press.pdf", "es"],
  ] as const) {
    const response = await net.instance.fetch(new Request(`http://region.localhost${path}`));
    const text = Buffer.from(await response.arrayBuffer()).toString("latin1");
    expect(response.headers.get("content-type")).toBe("application/pdf");
    expect(text).toContain("pdfuaid:part");
    expect(text).toContain(`/Lang (${lang}`);
  }
});

test("the sheet is set anew only when what it says has changed, and not for one who asks without end", async () => {
  const get = (headers: Record<string, string> = {}) =>
    net.instance.fetch(new Request("http://region.localhost/press.pdf", { headers }));
  const etag = (await get()).headers.get("etag") ?? "";
  expect((await get({ "if-none-match": etag })).status).toBe(304);
  await net.state("us-al").publish(release("al", "2026-10", { active: 20 }));
  await net.region.peer.syncNow("us-al");
  const changed = await get({ "if-none-match": etag });
  expect([changed.status, changed.headers.get("etag") === etag]).toEqual([200, false]);
  const held = { "if-none-match": changed.headers.get("etag") ?? "" };
  const answers = await Promise.all(Array.from({ length: 25 }, () => get(held)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([304, 429]));
  const refused = answers.find(({ status }) => status === 429);
  expect(refused?.headers.get("retry-after")).toMatch(/^\d+$/);
});

test("unknown states, pages and formats are refused in the form their reader expects", async () => {
  const page = await net.get("/states/us-zz");
  expect(page.status).toBe(404);
  expect(page.body).toContain("We cannot find that page");
  const problem = await net.get("/api/v1/states/us-zz");
  expect([problem.status, problem.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
  expect((await net.get("/api/v1/membership?format=xml")).status).toBe(422);
  expect((await net.get("/es/nada")).body).toContain("No encontramos esa página");
});

test("the contract lists every file, and health says ready", async () => {
  const { paths } = await net.json("/api/openapi.json");
  expect(Object.keys(paths).sort()).toEqual([
    "/api/v1/activity",
    "/api/v1/freshness",
    "/api/v1/growth",
    "/api/v1/membership",
    "/api/v1/network",
    "/api/v1/network/requests",
    "/api/v1/network/requests/{kid}",
    "/api/v1/sectors",
    "/api/v1/states/{member}",
  ]);
  expect((await net.get("/readyz")).status).toBe(200);
});
