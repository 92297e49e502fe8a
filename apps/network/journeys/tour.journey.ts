import { browser } from "@concord/testing";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { becomeMember } from "./become-member.ts";
import { fill, press } from "./form.ts";
import { madeUpFirm } from "./made-up.ts";
import { startTrialNetwork, type TrialNetwork } from "./trial-network.ts";
import { hrefs, type Walker, walker } from "./walker.ts";

const firm = madeUpFirm();

let network: TrialNetwork;
let chromium: Browser;
let guest: Walker;
let officer: Walker;

beforeAll(async () => {
  [network, chromium] = await Promise.all([
    startTrialNetwork({ only: ["ms", "al"], filled: true }),
    browser(),
  ]);
  guest = await walker(chromium, network, { scripts: false });
  officer = await walker(chromium, network);
});
afterAll(async () => {
  await chromium?.close();
  await network?.stop();
});

/** The steps that are ticked, as the page says. */
async function ticked(): Promise<string[]> {
  await guest.open("", "/tour");
  return guest.page
    .locator("main ol > li:has(.cc-status--good)")
    .evaluateAll((nodes) => nodes.map((node) => node.id));
}

/** Follows a step's own link, as a person who has read nothing would. */
async function follow(who: Walker, step: string, place = 0): Promise<Page> {
  await who.open("", "/tour");
  await press(who.page, `main li#${step} li:nth-child(${place + 1}) a`);
  return who.page;
}

test("the lobby begins the tour, and nothing is ticked", async () => {
  await guest.open("");
  await guest.inspect();
  await press(guest.page, 'main form[action="/tour/begin"] button');
  await guest.inspect();
  expect(await ticked()).toEqual([]);
});

test("one applies, is approved, and the letter is read", async () => {
  await officer.signIn("ms", "officer@ms.example");
  const page = await follow(guest, "apply");
  expect(new URL(page.url()).pathname).toBe("/join");
  const applicant = await walker(chromium, network);
  await becomeMember(applicant, officer, "ms", firm);
  expect(await ticked()).toEqual(["apply"]);
  await follow(guest, "approve", 1);
  await press(guest.page, `main table a:has-text("${firm.name}")`);
  expect(await ticked()).toEqual(["apply", "approve"]);
  await applicant.close();
});

test("the certificate is verified by the code on the officer's page", async () => {
  await officer.open("ms", `/office/members?q=${encodeURIComponent(firm.name)}`);
  await press(officer.page, `main a:has-text("${firm.name}")`);
  const [shown = ""] = await hrefs(officer.page.locator('main a[href*="/verify/"]'));
  const code = new URL(shown).pathname.split("/").at(-1) ?? "";
  const page = await follow(guest, "verify", 1);
  await fill(page, { code: code.toLowerCase() });
  await press(page, "main form button");
  expect(await guest.text()).toContain(firm.name);
  expect(await ticked()).toEqual(["apply", "approve", "verify"]);
});

test("the other state reads what came in and adopts it", async () => {
  await officer.signIn("al", "officer@al.example");
  const { page } = officer;
  await officer.open("al", "/office/network/incoming?status=new");
  await press(page, 'main table a:has-text("Hotels and motels")');
  await press(page, 'form#overlay button[type="submit"]');
  expect(new URL(page.url()).search).toBe("?done=adopted");
  expect(await ticked()).toContain("adopt");
});

test("with the first state off the other one still teaches", async () => {
  await guest.open("", "/tour");
  await press(guest.page, 'main form[action="/instances/ms/stop"] button');
  await guest.inspect();
  expect(await ticked()).not.toContain("alone");
  await follow(guest, "alone");
  await press(guest.page, 'main a:has-text("Hotels and motels")');
  expect(await ticked()).toContain("alone");
  await guest.open("");
  expect(await guest.text()).toContain("Switched off");
});

test("on again, it publishes its figures, and the tour is done", async () => {
  await guest.open("", "/tour");
  await press(guest.page, 'main form[action="/instances/ms/start"] button');
  await expect
    .poll(async () => (await network.fetch(network.url("ms", "/readyz"))).status, { timeout: 60_000 })
    .toBe(200);
  await officer.open("ms", "/office/figures");
  await press(officer.page, "form#publish button");
  expect(await ticked()).toEqual(["apply", "approve", "verify", "adopt", "alone", "figures"]);
  await guest.inspect();
  expect(await guest.text()).toContain("You have seen it all");
});

test("it can begin again, with no tick left", async () => {
  await press(guest.page, 'main form[action="/tour/begin"] button');
  expect(await ticked()).toEqual([]);
  await guest.close();
  await officer.close();
});
