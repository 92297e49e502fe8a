import { browser } from "@concord/testing";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readNetworkFile } from "../src/network-file.ts";
import { crawl, type Visited } from "./crawl.ts";
import { faultsOf } from "./crawl-faults.ts";
import { inspectEachKind } from "./inspect-each-kind.ts";
import { startTrialNetwork, type TrialNetwork } from "./trial-network.ts";
import { walker } from "./walker.ts";

const { tenants, region } = readNetworkFile();
const atHome = ["ms", "al"];
const roles = [
  { role: "an officer", person: "officer", start: "/office" },
  { role: "a member", person: "member", start: "/member" },
  { role: "a learner", person: "nurse", start: "/learn" },
];

let network: TrialNetwork;
let chromium: Browser;
/** What each cookie, and nobody's, has seen. */
const seen = new Map<string, readonly Visited[]>();

beforeAll(async () => {
  [network, chromium] = await Promise.all([startTrialNetwork({ filled: "a little" }), browser()]);
});
afterAll(async () => {
  await chromium?.close();
  await network?.stop();
});

test("anybody finds no dead end in the lobby, the region and all states, and no page half translated", async () => {
  const starts = ["", region.code, ...tenants].map((code) => network.url(code));
  const visited = await crawl(network, new Set(starts.map((start) => new URL(start).host)), starts, "");
  seen.set("", visited);
  for (const start of starts) {
    const there = visited.filter(({ url }) => url.host === new URL(start).host);
    expect(there.length, start).toBeGreaterThan(start === network.url("") ? 3 : 10);
  }
  expect(await faultsOf(visited)).toEqual([]);
});

const everyRole = atHome.flatMap((code) => roles.map((one) => ({ code, ...one })));

test.for(everyRole)("$role at $code neither", async ({ code, person, start }) => {
  const cookies = await cookiesOf(code, `${person}@${code}.example`);
  const visited = await crawl(
    network,
    new Set([new URL(network.url(code)).host]),
    [network.url(code, start)],
    cookies,
  );
  if (code === atHome[0]) seen.set(cookies, visited);
  expect(visited.length).toBeGreaterThan(30);
  expect(await faultsOf(visited)).toEqual([]);
});

test("axe finds nothing on a page of each kind, on a phone in Spanish", async () => {
  expect(await inspectEachKind(chromium, seen)).toBeGreaterThan(60);
});

async function cookiesOf(code: string, email: string): Promise<string> {
  const person = await walker(chromium, network);
  await person.signIn(code, email);
  const cookies = await person.page.context().cookies(network.url(code));
  await person.close();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}
