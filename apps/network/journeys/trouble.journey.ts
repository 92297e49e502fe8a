import { browser } from "@concord/testing";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { press } from "./form.ts";
import { shared, startTroubledNetwork } from "./make-trouble.ts";
import type { OpenNetwork } from "./open-network.ts";
import { type Walker, walker } from "./walker.ts";

let network: OpenNetwork;
let chromium: Browser;
let officer: Walker;

beforeAll(async () => {
  [network, chromium] = await Promise.all([startTroubledNetwork(), browser()]);
  officer = await walker(chromium, network);
  await officer.signIn("ms", "officer@ms.example");
}, 240_000);
afterAll(async () => {
  await chromium?.close();
  await network?.stop();
});

/** The rows of the page's first table, each with the text of its cells. */
async function rows(): Promise<string[]> {
  const found = await officer.page.locator("main table").first().locator("tbody tr").allInnerTexts();
  return found.map((text) => text.replaceAll(/\s+/g, " "));
}

async function open(path: string): Promise<void> {
  await officer.open("ms", `/office/network${path}`);
  await officer.inspect();
}

test("the first page says at its top what needs somebody, most urgent first, and how each state stands", async () => {
  await open("");
  const needs = await officer.page.locator("main .usa-alert li").allInnerTexts();
  expect(needs).toEqual([
    `Not confirmed by Kentucky Businesses Against Trafficking: you recalled “${shared.night.en}”`,
    "Not confirmed by Kentucky Businesses Against Trafficking: you had an item erased",
    "Georgia Businesses Against Trafficking contradicts itself and was set aside",
    expect.stringMatching(
      /^Kentucky Businesses Against Trafficking has not answered since .*: telephone it$/,
    ),
    "The list of members runs out in 10 days",
    "1 item waits for your decision",
  ]);
  const states = await rows();
  expect(states[1]).toMatch(/^Kentucky/);
  expect(states[0]).toMatch(/^Georgia.*Set aside.*since .*nothing new from it takes effect/);
  const standing = (name: string) => states.find((row) => row.startsWith(name));
  expect(standing("Kentucky")).toMatch(
    /Does not answer since .*telephone its office.*keeps working.*Website of Kentucky/,
  );
  expect(standing("West Virginia")).toMatch(/Does not answer.*It has never answered.*Never Not known/);
  expect(standing("Texas")).toMatch(/Catching up.*You need do nothing.*1 file/);
  expect(standing("Alabama")).toContain("Up to date");
});

test("the problems say who has not applied what, whom to call, why a state was set aside and what goes on", async () => {
  await press(officer.page, 'main .usa-alert a[href$="/problems#owed"]');
  await officer.inspect();
  const [kentucky, ...others] = await rows();
  expect(others).toEqual([]);
  expect(kentucky).toMatch(
    /^Kentucky.*You recalled “Night shifts on the coast”.*You had an item erased \(training\).*Late: telephone it/,
  );
  expect(kentucky).toContain("Website of Kentucky Businesses Against Trafficking");
  const georgia = officer.page.locator("main section#us-ga");
  const steps = await georgia.locator("ol li").allInnerTexts();
  expect(steps[0]).toContain("Telephone the office of Georgia");
  expect(steps[1]).toContain("Tell the network’s steward");
  expect(await georgia.textContent()).toContain("stays in your catalog and works");
  // The evidence: two statements that Georgia's own key signed.
  await georgia.locator("details").first().locator("summary").click();
  expect(await georgia.locator("code").count()).toBe(2);
  const refused = await officer.page.locator("main table").last().textContent();
  expect(refused).toMatch(/Tennessee[\s\S]*In the clinic’s waiting room[\s\S]*itself took back before/);
});

test("every other page of the network reads well on a phone and in Spanish", async () => {
  for (const path of ["/incoming", "/adopted", "/published", "/rules", "/members"]) await open(path);
  await open("/published");
  const row = `main tr:has-text("${shared.night.en}")`;
  await press(officer.page, `${row} a[href*="/published/"]:not([href$="/end"])`);
  await officer.inspect();
  const holders = await rows();
  expect(holders[0]).toMatch(/^Kentucky.*Still has revision 1/);
  expect(holders.filter((one) => one.includes("Applied what you took back"))).toHaveLength(5);
});

test("the tabs of the network stand on one line of a wide screen, in both languages", async () => {
  for (const prefix of ["", "/es"]) {
    await officer.open("ms", `${prefix}/office/network`);
    const tops = await officer.page
      .locator("main .cc-tabs li")
      .evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect().top));
    expect(new Set(tops).size, prefix).toBe(1);
  }
});

test("an update is read as a difference while all of this goes on", async () => {
  await open("/incoming?status=update-available");
  await press(officer.page, `main table a:has-text("${shared.trucks.en}")`);
  await officer.inspect();
  expect(await officer.page.locator("main ins").allTextContents()).toContainEqual(
    expect.stringContaining("note the plate"),
  );
  await officer.close();
});
