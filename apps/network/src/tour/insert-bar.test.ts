import type { Site } from "@concord/http";
import { createLogger } from "@concord/runtime";
import { loadProfile } from "@concord/tenant";
import { expect, test } from "vitest";
import type { Instance } from "../instances/instance.ts";
import { readNetworkFile } from "../network-file.ts";
import { trialPeople } from "../trial/trial-people.ts";
import { withBar } from "./insert-bar.ts";
import { type Answered, createPageBar, type PageBar } from "./page-bar.tsx";
import { type Mark, newTour, steps, type Tour } from "./tour-model.ts";

const file = readNetworkFile();
const { host, adopter, county } = file.tour;
const page =
  '<!DOCTYPE html><html lang="es"><head><title>T</title></head><body><a class="usa-skipnav" href="#m">S</a><main>ñ $& $1</main></body></html>';
const headers = {
  "content-type": "text/html; charset=UTF-8",
  etag: '"1"',
  "content-length": "9",
  vary: "Accept-Encoding",
};

/** A site that answers the same to all, and keeps what it was asked. */
function siteOf(body: string | null, init: ResponseInit = { headers }) {
  const asked: Request[] = [];
  const site: Site = {
    fetch(request) {
      asked.push(request);
      return new Response(body, init);
    },
  };
  return { site, asked };
}

function ask(site: Site, bar: PageBar, at = "/es/join", init: RequestInit = {}) {
  return withBar(site, host, bar).fetch(new Request(`http://${host}.localhost:4600${at}`, init));
}

const told: Answered[] = [];
const on: PageBar = {
  isOn: async () => true,
  markup: async (seen) => {
    told.push(seen);
    return "<nav>$& here</nav>";
  },
};
const off: PageBar = { isOn: async () => false, markup: () => Promise.reject(new Error("nobody asks")) };

test("a page gets the bar after the skip link and its style in the head, and keeps all else", async () => {
  const cookies = new Headers(headers);
  cookies.append("set-cookie", "a=1");
  cookies.append("set-cookie", "b=2");
  const { site, asked } = siteOf(page, { status: 422, headers: cookies });
  const accept = { accept: "text/html", "accept-encoding": "gzip", "if-none-match": '"1"', cookie: "a=1" };
  const answer = await ask(site, on, "/es/join?x=1", { headers: accept });
  const html = await answer.text();
  expect(html).toContain('<a class="usa-skipnav" href="#m">S</a><nav>$& here</nav><main>ñ $& $1</main>');
  expect(html).toContain('<link rel="stylesheet" href="/_tour/bar.css"/></head>');
  expect(answer.status).toBe(422);
  expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect(answer.headers.get("content-length")).toBe(String(Buffer.byteLength(html)));
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect([answer.headers.get("etag"), answer.headers.get("vary")]).toEqual([null, "Accept-Encoding"]);
  expect(Object.fromEntries(asked[0]?.headers ?? [])).toEqual({
    ...{ accept: "text/html", "accept-encoding": "identity", cookie: "a=1" },
  });
  expect(told.at(-1)).toEqual({ code: host, method: "GET", path: "/join", status: 422, locale: "es" });
});

test("a page without a skip link gets it where its body begins", async () => {
  const { site } = siteOf("<html><body class=x>text");
  expect(await (await ask(site, on, "/")).text()).toContain('bar.css"/><nav>$& here</nav>text');
  expect(told.at(-1)).toMatchObject({ path: "/", locale: "en" });
});

test("nothing else is touched: no file, no download, no encoded answer, no HEAD", async () => {
  for (const more of [
    { "content-type": "application/json" },
    { "content-disposition": 'attachment; filename="a.html"' },
    { "content-encoding": "gzip" },
  ]) {
    const answer = await ask(siteOf(page, { headers: { ...headers, ...more } }).site, on);
    expect(await answer.text()).toBe(page);
    expect(answer.headers.get("etag")).toBe('"1"');
  }
  const { site, asked } = siteOf(null);
  await ask(site, on, "/", { method: "HEAD", headers: { "accept-encoding": "gzip" } });
  expect(asked[0]?.headers.get("accept-encoding")).toBe("gzip");
});

test("without a tour a page is passed on as it is, and the style is there for pages from before", async () => {
  const { site, asked } = siteOf(page);
  const answer = await ask(site, off, "/", { headers: { "accept-encoding": "gzip" } });
  expect(await answer.text()).toBe(page);
  expect(asked[0]?.headers.get("accept-encoding")).toBe("gzip");
  const style = await ask(site, off, "/_tour/bar.css");
  expect(style.headers.get("content-type")).toBe("text/css; charset=utf-8");
  expect(await style.text()).toContain(".tour-bar");
  expect(asked).toHaveLength(1);
});

/** The bar of a tour that stands so. */
function barAt(state: Partial<Tour>, stopped: readonly string[] = [], members = 75) {
  const tour = { ...newTour("2026-11-02T15:00:00.000Z", {}, 74), ...state };
  let opened = 0;
  const instance = (code: string): Instance => ({
    code,
    status: { phase: stopped.includes(code) ? "stopped" : "ready" },
    start: async () => undefined,
    stop: async () => undefined,
    fetch: () => undefined,
  });
  const bar = createPageBar({
    network: {
      tenants: [instance(host), instance(adopter)],
      region: instance(file.region.code),
      start: async () => undefined,
      stop: async () => undefined,
    },
    file,
    config: { port: 4600 },
    cast: [host, adopter].map((code) => loadProfile(code)),
    log: createLogger({ level: "silent" }),
    tour: {
      cast: { host, adopter },
      isOn: async () => true,
      look: async () => tour,
      lookAtRegion: async () => {
        opened += 1;
        return tour;
      },
      members: async () => members,
      begin: async () => true,
      end: async () => undefined,
      switched: async () => undefined,
    },
  });
  return {
    opened: () => opened,
    at: async (code: string, path: string, more: Partial<Answered> = {}) =>
      (await bar.markup({ code, method: "GET", path, status: 200, locale: "en", ...more })) ?? "",
  };
}

/** All that comes before a mark. */
function until(mark: Mark | undefined): Tour["seen"] {
  const all = steps.flatMap(({ marks }): readonly Mark[] => marks);
  const before = mark ? all.slice(0, all.indexOf(mark)) : all;
  return Object.fromEntries(before.map((one) => [one, "2026-11-02T15:01:00.000Z"]));
}

test("the bar leads to the very page, and says what to press where the reader is there", async () => {
  const start = barAt({});
  expect(await start.at("region", "/")).toContain(
    `href="http://${host}.localhost:4600/join?county=${county}"`,
  );
  expect(start.opened()).toBe(1);
  const there = await start.at(host, "/join");
  expect(there).toContain("Use made-up answers");
  expect(there.match(/<a /g)).toHaveLength(1);
  expect(await start.at(host, "/join/review")).toContain("hand it in");
  const approve = barAt({ seen: until("approved"), pages: { applied: "/office/applications/app_1" } });
  const way = new URLSearchParams({ email: `officer@${host}.example`, to: "/es/office/applications/app_1" });
  const spanish = await approve.at(host, "/mailbox/mai_2", { locale: "es" });
  expect(spanish).toContain("Siga el enlace del mensaje.");
  const led = await approve.at(adopter, "/", { locale: "es" });
  expect(led).toContain(`http://${host}.localhost:4600/es/sign-in?${way}`.replaceAll("&", "&amp;"));
  expect(led).toContain("Paso 2 de 6");
  expect(await approve.at(host, "/office/applications/app_1")).toContain("press “Approve”");
  expect(await approve.at(host, "/sign-in")).toContain(trialPeople(host)[0]?.name);
});

test("who must be switched on first, and a training opened too early, lead to the switch", async () => {
  const lobby = 'class="tour-bar__go" href="http://localhost:4600/tour"';
  const away = await barAt({ seen: until("verified") }, [host]).at(host, "/verify");
  expect(away).toContain(lobby);
  expect(away).toContain("Mississippi is switched off. Switch it on to go on.");
  expect(await barAt({ seen: until("taught-alone") }).at(adopter, "/trainings")).toContain(
    "Switch Mississippi off",
  );
  const alone = barAt({ seen: until("taught-alone"), pages: { adopted: "/trainings/trn_1" } }, [host]);
  expect(await alone.at(host, "/")).toContain(`href="http://${adopter}.localhost:4600/trainings/trn_1"`);
});

test("at the end it says what the region counted before and counts now", async () => {
  const seen = until(undefined);
  expect(await barAt({ seen }).at(host, "/")).toContain('href="http://region.localhost:4600/"');
  const risen = await barAt({ seen }).at("region", "/");
  expect(risen).toContain("had 74 members when you began and has 75 now");
  expect(risen).toContain("All 6 steps done");
  expect(await barAt({ seen }, [], 74).at("region", "/")).toContain("on its way");
});
