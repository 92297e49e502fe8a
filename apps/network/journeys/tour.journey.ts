import { browser } from "@concord/testing";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { readNetworkFile } from "../src/network-file.ts";
import { handIn } from "./become-member.ts";
import { fill, press } from "./form.ts";
import { inspectPage } from "./inspect-page.ts";
import { madeUpFirm } from "./made-up.ts";
import { startTrialNetwork, type TrialNetwork } from "./trial-network.ts";
import { type Walker, walker } from "./walker.ts";

/** What the machine may take of the five minutes; the rest is reading and typing. */
const machineSeconds = 150;
const firm = madeUpFirm();
const { host, adopter } = readNetworkFile().tour;

let network: TrialNetwork;
let chromium: Browser;
/** One person with one browser, who follows nothing but what the tour links to. */
let guest: Walker;
let before = Number.NaN;
let spentMs = 0;
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

/** The steps that are ticked, as the tour's page says, on which the person now is. */
function ticked(): Promise<string[]> {
  return guest.page
    .locator("main ol > li:has(.cc-status--good)")
    .evaluateAll((nodes) => nodes.map((node) => node.id));
}

/** Follows a step's own link. */
async function follow(step: string, place = 0): Promise<void> {
  await press(guest.page, `main li#${step} .cl-step__acts a >> nth=${place}`);
}

/** Every page of a state leads back. */
async function back(): Promise<void> {
  await press(guest.page, 'footer a:has-text("Back to the tour")');
  expect(new URL(guest.page.url()).pathname).toBe("/tour");
}

/** Signs in as the step's link proposes, by the mail that comes. */
async function signIn(): Promise<void> {
  const { page } = guest;
  expect(await page.inputValue('input[name="email"]')).toMatch(/^officer@/);
  await press(page, 'main button[type="submit"]');
  await press(page, 'main a[href*="/mailbox/mai_"]');
  await press(page, 'main a[href*="/sign-in/confirm"]');
  await press(page, 'main button[type="submit"]');
}

async function search(text: string): Promise<void> {
  await fill(guest.page, { q: text }, "main search form");
  await press(guest.page, "main search button");
  await press(guest.page, `main table a:has-text("${text}")`);
}

test("the lobby begins the tour, and nothing is ticked", async () => {
  await expect.poll(currentStates, { timeout: 90_000, interval: 500 }).toBe(2);
  before = await total();
  begunAt = performance.now();
  await guest.open("");
  await inspect();
  await press(guest.page, 'main form[action="/tour/begin"] button');
  await inspect();
  expect(await ticked()).toEqual([]);
});

test("one applies", async () => {
  await follow("apply");
  await handIn(guest.page, firm);
  await back();
  expect(await ticked()).toEqual(["apply"]);
});

test("it is approved, and its letter read", async () => {
  const { page } = guest;
  expect(await page.locator("li#approve").textContent()).toContain("You act as");
  await follow("approve");
  await signIn();
  expect(new URL(page.url()).pathname).toBe("/office/applications");
  await search(firm.name);
  await press(page, "form#approve button");
  await back();
  expect(await page.locator("li#approve .cl-step__missing").textContent()).toContain("the letter was opened");
  await follow("approve", 1);
  await press(page, `main table a:has-text("${firm.name}")`);
  await back();
  expect(await ticked()).toEqual(["apply", "approve"]);
});

test("its certificate is verified by the code on the officer's page", async () => {
  const { page } = guest;
  await follow("verify");
  expect(new URL(page.url()).pathname).toBe("/office/members");
  await search(firm.name);
  const shown = await page.locator('main a[href*="/verify/"]').first().getAttribute("href");
  const code = shown?.split("/").at(-1) ?? "";
  await back();
  await follow("verify", 1);
  await fill(page, { code: code.toLowerCase() });
  await press(page, "main form button");
  expect(await guest.text()).toContain(firm.name);
  await back();
  expect(await ticked()).toEqual(["apply", "approve", "verify"]);
});

test("the other state reads what came in and adopts it", async () => {
  const { page } = guest;
  await follow("adopt");
  await signIn();
  expect(new URL(page.url()).pathname).toBe("/office/network/incoming");
  await press(page, 'main table a:has-text("Hotels and motels")');
  await press(page, 'form#overlay button[type="submit"]');
  expect(new URL(page.url()).search).toBe("?done=adopted");
  await back();
  expect(await ticked()).toContain("adopt");
});

test("with the first state off the other one still teaches, and no training but that one proves it", async () => {
  const { page } = guest;
  await press(page, `main form[action="/instances/${host}/stop"] button`);
  await inspect();
  await follow("alone");
  await press(page, 'main article:not(:has-text("Hotels and motels")) a[href*="/trainings/"]');
  await back();
  expect(await ticked()).not.toContain("alone");
  await follow("alone");
  await press(page, 'main a:has-text("Hotels and motels")');
  await back();
  expect(await ticked()).toContain("alone");
});

test("in the place of the state that is off stands a page that says so, and the region shows it as late", async () => {
  // Another window, since a browser notes an answer of 503 as an error of the page.
  const other = await chromium.newPage({ viewport: { width: 390, height: 844 } });
  for (const path of ["/join", "/es/join"]) {
    expect((await other.goto(network.url(host, path)))?.status()).toBe(503);
    await inspectPage(other);
  }
  await press(other, 'main a[href*="localhost"]');
  expect(await other.locator("#states").textContent()).toContain("Apagado");
  await other.close();
  await follow("figures");
  await expect.poll(hostIsLate, { timeout: 90_000, interval: 500 }).toBe(true);
  expect(await total()).toBe(before);
});

test("on again, it publishes its figures: the region's total rises by exactly one, and it is late no more", async () => {
  const { page } = guest;
  await guest.open("", "/tour");
  await press(page, `main form[action="/instances/${host}/start"] button`);
  await page.locator('main li#figures a[href*="/office/figures"]').waitFor({ timeout: 60_000 });
  await follow("figures");
  expect(new URL(page.url()).pathname).toBe("/office/figures");
  await press(page, "form#publish button");
  await back();
  expect(await ticked()).toEqual(["apply", "approve", "verify", "adopt", "alone", "figures"]);
  await inspect();
  expect(await guest.text()).toContain("You have seen it all");
  await follow("figures", 1);
  expect(await untilTotal((now) => now !== before)).toBe(before + 1);
  await expect.poll(hostIsLate, { timeout: 60_000, interval: 500 }).toBe(false);
});

test("all of it took the machine less than half of the five minutes", () => {
  const seconds = Math.round(spentMs / 1_000);
  process.stdout.write(`  the tour: ${seconds} s without reading and typing\n`);
  expect(seconds).toBeLessThan(machineSeconds);
});

test("it can begin again, with no tick left", async () => {
  await guest.open("", "/tour");
  await press(guest.page, 'main form[action="/tour/begin"] button');
  expect(await ticked()).toEqual([]);
  await guest.close();
});

/** Of how many states the region has the newest figures. */
async function currentStates(): Promise<number> {
  await guest.open("region");
  return guest.page.locator("#freshness tbody tr:has(.cc-status--good)").count();
}

/** Whether the region's list of states calls the host late. */
async function hostIsLate(): Promise<boolean> {
  await guest.open("region");
  const row = guest.page.locator("#freshness tbody tr", { hasText: "Mississippi" });
  return /Late/.test((await row.textContent()) ?? "");
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

/** Active members in the last row of the region's table. */
async function total(): Promise<number> {
  await guest.open("region");
  const table = guest.page.locator("main table", { hasText: "Members, rates and employees by state" });
  if ((await table.count()) === 0) return Number.NaN;
  const cell = await table.locator("tbody tr").last().locator("td").first().textContent();
  return Number(cell?.replaceAll(",", ""));
}
