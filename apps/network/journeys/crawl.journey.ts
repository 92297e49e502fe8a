import { browser } from "@concord/testing";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { crawl, spanishOf, type Visited } from "./crawl.ts";
import { allowedTexts, englishMessages, readsAsWords } from "./english-only.ts";
import { startTrialNetwork, type TrialNetwork } from "./trial-network.ts";
import { walker } from "./walker.ts";

let network: TrialNetwork;
let chromium: Browser;

beforeAll(async () => {
  [network, chromium] = await Promise.all([startTrialNetwork({ only: ["ms"], filled: true }), browser()]);
});
afterAll(async () => {
  await chromium?.close();
  await network?.stop();
});

const roles = [
  { role: "anybody", email: undefined, starts: ["/"] },
  { role: "an officer", email: "officer@ms.example", starts: ["/office"] },
  { role: "a member", email: "member@ms.example", starts: ["/member"] },
  { role: "a learner", email: "nurse@ms.example", starts: ["/learn"] },
];

test.for(roles)("$role finds no dead end, and no page that is half translated", async ({ email, starts }) => {
  const cookies = email ? await cookiesOf(email) : "";
  const own = starts.map((path) => network.url("ms", path));
  const sites = new Set(["", "region", "ms"].map((code) => new URL(network.url(code)).host));
  const visited = await crawl(
    network,
    sites,
    email ? own : [network.url(""), network.url("region"), ...own],
    cookies,
  );
  expect(visited.length).toBeGreaterThan(30);
  const faults = [
    ...visited.flatMap(faultsOf),
    ...visited.flatMap(({ url, page }) => lostFragments(url, page?.links ?? [], visited)),
    ...(await remnants(visited)),
  ];
  expect([...new Set(faults)]).toEqual([]);
});

async function cookiesOf(email: string): Promise<string> {
  const person = await walker(chromium, network);
  await person.signIn("ms", email);
  const cookies = await person.page.context().cookies(network.url("ms"));
  await person.close();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** What is wrong with one answer by itself. */
function faultsOf({ url, from, status, html, page }: Visited): string[] {
  // Who is not signed in is asked to, with the way there.
  if (status === 401 && page?.links.some((link) => /\/sign-in/.test(link))) return [];
  if (status >= 400) return [`${status} ${url.href} linked from ${from}`];
  if (html === undefined || !page) return [];
  const faults: string[] = [];
  if (!/Demonstration\. |Demostración\. /.test(html)) faults.push(`no demonstration notice on ${url.href}`);
  for (const { text } of page.texts) {
    const key =
      /^[a-z][a-z-]+(\.[a-z][a-z0-9-]+)+$/.test(text) &&
      !/\.(example|localhost|gov|org|com|csv|pdf|ics)$/.test(text);
    if (key || /\{[a-z]+[,}]|\[object |\bundefined\b|\bNaN\b/.test(text)) {
      faults.push(`“${text}” on ${url.href}`);
    }
  }
  return faults;
}

/** Links to a place of a page that is not there. */
function lostFragments(url: URL, links: readonly string[], visited: readonly Visited[]): string[] {
  return links.flatMap((link) => {
    const target = URL.canParse(link, url) ? new URL(link, url) : undefined;
    if (!target || target.hash.length < 2) return [];
    const id = decodeURIComponent(target.hash.slice(1));
    target.hash = "";
    const page = visited.find((one) => one.url.href === target.href)?.page;
    return page && page.ids.size > 0 && !page.ids.has(id) ? [`#${id} is not on ${target.href}`] : [];
  });
}

/** English on Spanish pages: whole messages, and words that stand the same in both languages without saying so. */
async function remnants(visited: readonly Visited[]): Promise<string[]> {
  const [messages, allowed] = await Promise.all([englishMessages(), allowedTexts()]);
  const at = new Map(visited.map((one) => [one.url.href, one.page]));
  return visited.flatMap(({ url, page }) => {
    const twin = spanishOf(url);
    const spanish = twin && at.get(twin.href);
    if (!page || !spanish) return [];
    const english = new Set(page.texts.map(({ text }) => text));
    return spanish.texts
      .filter(
        ({ text, lang }) =>
          lang !== "en" && (messages.has(text) || (english.has(text) && readsAsWords(text))),
      )
      .filter(({ text }) => !allowed.some((one) => one.test(text)))
      .map(({ text }) => `English “${text}” on ${twin.href}`);
  });
}
