import { browser } from "@concord/testing";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { readNetworkFile } from "../src/network-file.ts";
import { fill, press as pressOn } from "./form.ts";
import { inspectPage } from "./inspect-page.ts";
import { startTrialNetwork, type TrialNetwork } from "./trial-network.ts";
import { type Walker, walker } from "./walker.ts";

/** What the machine may take of the five minutes; the rest is reading and typing. */
const machineSeconds = 150;
/** Of a person who goes the whole way, ticks and links and buttons together. */
const mostPresses = 45;
const { host, adopter } = readNetworkFile().tour;

let network: TrialNetwork;
let chromium: Browser;
/** One person with one browser, who follows nothing but the link of the bar, or does what it says. */
let guest: Walker;
let before = Number.NaN;
let spentMs = 0;
let presses = 0;
let begunAt = 0;

beforeAll(async () => {
  [network, chromium] = await Promise.all([
    startTrialNetwork({ only: [host, adopter], filled: "a little" }),
    browser(),
  ]);
  guest = await walker(chromium, network);
});
afterAll(async () => {
  await chromium?.close();
  await network?.stop();
});
beforeEach(() => {
  begunAt = performance.now();
});
afterEach(() => {
  spentMs += performance.now() - begunAt;
});

/** Looking with axe is no part of the tour. */
async function inspect(): Promise<void> {
  const at = performance.now();
  await guest.inspect();
  begunAt += performance.now() - at;
}

/** The steps that are ticked, as the tour's page says in another window. */
async function ticked(): Promise<string[]> {
  const html = await (await network.fetch(network.url("", "/tour"))).text();
  return [...html.matchAll(/<li id="(\w+)" class="cl-line cl-line--ticked"/g)].map(([, step = ""]) => step);
}

async function press(selector: string): Promise<void> {
  presses += 1;
  await pressOn(guest.page, selector);
}

/** What the bar says now. */
async function bar(): Promise<string> {
  return (await guest.page.locator(".tour-bar").textContent()) ?? "";
}

/** The bar's own link, or where the person is on the tour's page the open step's. */
async function follow(): Promise<void> {
  await press(".tour-bar__go, #now a.usa-button");
}

/** Signs in as the bar's link proposes, by the mail that comes. */
async function signIn(): Promise<void> {
  expect(await guest.page.inputValue('input[name="email"]')).toMatch(/^officer@/);
  await press('main button[type="submit"]');
  await press('main a[href*="/mailbox/mai_"]');
  await press('main a[href*="/sign-in/confirm"]');
  await press('main button[type="submit"]');
}

function path(): string {
  return new URL(guest.page.url()).pathname;
}

test("the lobby begins the tour, and nothing is ticked", async () => {
  await expect.poll(currentStates, { timeout: 90_000, interval: 500 }).toBe(2);
  before = await total();
  begunAt = performance.now();
  await guest.open("");
  await inspect();
  await press('main form[action="/tour/begin"] button');
  await inspect();
  expect(await ticked()).toEqual([]);
});

test("one applies with made-up answers", async () => {
  const { page } = guest;
  await follow();
  expect(path()).toBe("/join");
  await inspect();
  await press('main form[action="/join/made-up"] button');
  await fill(page, { publicRecordRead: true, signature: "Ana Sample" });
  presses += 2;
  await press('main form button[type="submit"]:not([name])');
  expect(await bar()).toContain("Step 2 of 6");
  expect(await ticked()).toEqual(["apply"]);
});

test("it is approved, and its letter read", async () => {
  await follow();
  await signIn();
  expect(path()).toMatch(/^\/office\/applications\/app_/);
  expect(await bar()).toContain("then press “Approve”");
  await inspect();
  await press("form#approve button");
  expect(await bar()).toContain("read the letter");
  expect(await ticked()).toEqual(["apply"]);
  await follow();
  expect(path()).toMatch(/^\/mailbox\/mai_/);
  expect(await ticked()).toEqual(["apply", "approve"]);
});

test("its certificate is verified", async () => {
  await follow();
  expect(path()).toMatch(/^\/verify\//);
  expect(await ticked()).toEqual(["apply", "approve", "verify"]);
});

test("the other state reads what came in and adopts it", async () => {
  const { page } = guest;
  await follow();
  await signIn();
  expect(path()).toMatch(/^\/office\/network\/incoming\/us-/);
  const button = page.locator('form#overlay button[type="submit"]').last();
  expect(await bar()).toContain((await button.textContent()) ?? "-");
  await press('form#overlay button[type="submit"]');
  expect(new URL(page.url()).search).toBe("?done=adopted");
  expect(await ticked()).toContain("adopt");
});

test("with the first state off the other one still teaches, and no training but that one proves it", async () => {
  const { page } = guest;
  await follow();
  await press(`#now form[action="/instances/${host}/stop"] button`);
  expect(await page.locator("#now [role=status]").textContent()).toContain("Mississippi is switched off.");
  await inspect();
  await anotherTraining();
  expect(await ticked()).not.toContain("alone");
  await follow();
  expect(await ticked()).toContain("alone");
});

test("in the place of the state that is off stands a page that says so, and the region shows it as late", async () => {
  // Another window, since a browser notes an answer of 503 as an error of the page.
  const other = await chromium.newPage({ viewport: { width: 390, height: 844 } });
  for (const at of ["/join", "/es/join"]) {
    expect((await other.goto(network.url(host, at)))?.status()).toBe(503);
    expect(await other.locator(".tour-bar__go").getAttribute("href")).toContain("/tour");
    await inspectPage(other);
  }
  await pressOn(other, 'main a[href*="localhost"]');
  expect(await other.locator("#states").textContent()).toContain("Apagado");
  await expect.poll(() => isLate(other), { timeout: 90_000, interval: 500 }).toBe(true);
  expect(await totalOn(other)).toBe(before);
  await other.close();
});

test("on again, it publishes its figures: the region's total rises by exactly one, and it is late no more", async () => {
  const { page } = guest;
  await follow();
  await press(`#now form[action="/instances/${host}/start"] button`);
  await page.locator('#now a[href*="figures"]').waitFor({ timeout: 60_000 });
  await follow();
  expect(path()).toBe("/office/figures");
  await press("form#publish button");
  expect(await bar()).toContain(`it was ${before} when you began`);
  expect(await ticked()).not.toContain("figures");
  await follow();
  expect(await ticked()).toEqual(["apply", "approve", "verify", "adopt", "alone", "figures"]);
  await inspect();
  expect(await untilTotal((now) => now !== before)).toBe(before + 1);
  expect(await bar()).toContain(`had ${before} members when you began and has ${before + 1} now`);
  await expect.poll(() => isLate(page), { timeout: 60_000, interval: 500 }).toBe(false);
  await press(".tour-bar__all");
  await inspect();
  expect(await guest.text()).toContain("You have seen it all");
});

test("nobody presses more than they would", () => {
  process.stdout.write(`  the tour: ${presses} presses\n`);
  expect(presses).toBeLessThan(mostPresses);
});

test("all of it took the machine less than half of the five minutes", () => {
  const seconds = Math.round(spentMs / 1_000);
  process.stdout.write(`  the tour: ${seconds} s without reading and typing\n`);
  expect(seconds).toBeLessThan(machineSeconds);
});

test("it can begin again, with no tick left", async () => {
  await guest.open("", "/tour");
  await press('main form[action="/tour/begin"] button');
  expect(await ticked()).toEqual([]);
  await guest.close();
});

/** Of how many states the region has the newest figures. */
async function currentStates(): Promise<number> {
  await guest.open("region");
  return guest.page.locator("#freshness tbody tr:has(.cc-status--good)").count();
}

/** Whether the region's list of states calls the host late. */
async function isLate(page: Page): Promise<boolean> {
  await page.goto(network.url("region"));
  const row = page.locator("#freshness tbody tr", { hasText: "Mississippi" });
  return /Late/.test((await row.textContent()) ?? "");
}

/** Opens a training that was there before, as somebody else would. */
async function anotherTraining(): Promise<void> {
  const { trainings } = (await (await network.fetch(network.url(adopter, "/api/v1/trainings"))).json()) as {
    trainings: { id: string }[];
  };
  const adopted = await guest.page.locator("#now a.usa-button").getAttribute("href");
  const other = trainings.find(({ id }) => !adopted?.endsWith(id));
  expect((await network.fetch(network.url(adopter, `/trainings/${other?.id}`))).status).toBe(200);
}

async function untilTotal(fits: (total: number) => boolean): Promise<number> {
  let last = Number.NaN;
  const look = async () => {
    last = await total();
    return fits(last);
  };
  await expect.poll(look, { timeout: 60_000, interval: 500 }).toBe(true);
  return last;
}

function total(): Promise<number> {
  return totalOn(guest.page);
}

/** Active members in the last row of the region's table. */
async function totalOn(page: Page): Promise<number> {
  await page.goto(network.url("region"));
  const table = page.locator("main table", { hasText: "Members, rates and employees by state" });
  if ((await table.count()) === 0) return Number.NaN;
  const cell = await table.locator("tbody tr").last().locator("td").first().textContent();
  return Number(cell?.replaceAll(",", ""));
}
