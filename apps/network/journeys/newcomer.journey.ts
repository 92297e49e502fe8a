import { browser } from "@concord/testing";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { officer } from "../test/trial-place.ts";
import { download, factsOn, fill, press, send } from "./form.ts";
import { openNewcomer } from "./open-newcomer.ts";
import { signAtDesk } from "./sign-at-desk.ts";
import { madeUpTraining, writeTraining } from "./teach.ts";
import type { TrialNetwork } from "./trial-network.ts";
import { untilIncoming } from "./until-incoming.ts";
import { type Walker, walker } from "./walker.ts";

const training = madeUpTraining();
const joinPage = "/office/network/join";

let newcomer: Awaited<ReturnType<typeof openNewcomer>>;
let network: TrialNetwork;
let chromium: Browser;
let office: Walker;
/** What is read out on the telephone: by a keeper, and by the office. */
let id = "";
let fingerprint = "";

beforeAll(async () => {
  [newcomer, chromium] = await Promise.all([openNewcomer(), browser()]);
  network = newcomer.network;
});
afterAll(async () => {
  await chromium?.close();
  await newcomer?.stop();
});

const openSeats = (visitor: Walker) =>
  visitor.page.locator("main article", { hasText: "An open seat" }).count();

test("a state that is in no network writes a training and publishes it, and nobody else has it", async () => {
  office = await walker(chromium, network);
  await office.signIn("zz", officer.email);
  const trainingId = await writeTraining(office, "zz", training);
  await office.open("zz", "/office/network/published");
  await press(office.page, `form#${trainingId} button`);
  expect(await office.text()).toContain("It was signed and published");
});

test("the region has an open seat, and a keeper reads the network's id out", async () => {
  const keeper = await walker(chromium, network);
  await keeper.open("region", "/network");
  expect(await openSeats(keeper)).toBe(1);
  id = /[0-9a-f]{64}/.exec(await keeper.text())?.[0] ?? "";
  expect(id).not.toBe("");
  await keeper.close();
});

test("the office types it in, sees who is in the network, and asks to join", async () => {
  const { page } = office;
  await office.open("zz", "/office/network");
  await press(page, 'main a[href$="/network/join"]');
  await office.inspect();
  await send(page, { address: network.url("region"), id: "0".repeat(64) });
  expect(await office.text()).toContain("has another id");
  await office.inspect();
  await fill(page, { id: id.toUpperCase().match(/.{4}/g)?.join(" ") ?? "" });
  await Promise.all([page.waitForEvent("domcontentloaded"), page.press('main [name="id"]', "Enter")]);
  expect(await office.text()).toContain("Its 8 members");
  for (const name of ["Mississippi", "Alabama", "Southeast"]) expect(await office.text()).toContain(name);
  await office.inspect();
  await press(page, 'main button[value="send"]');
  expect(await office.text()).toContain("It waits for the keepers");
  await office.inspect();
  fingerprint = (await factsOn(page)).get("Fingerprint of your key") ?? "";
  expect(fingerprint).toMatch(/^([0-9a-f]{4} ){4}[0-9a-f]{4}$/);
  const { name, bytes } = await download(page, 'main a[download$=".join"]');
  expect(name).toBe("us-zz.join");
  expect(bytes.toString()).not.toContain(officer.email);
});

test("a keeper types what she hears, looks at what it changes, and signs in her browser", async () => {
  const anna = await walker(chromium, network);
  await anna.open("region", "/network/desk");
  await press(anna.page, 'main a[href*="/begin/add"]');
  expect(await anna.text()).not.toContain(fingerprint);
  await send(anna.page, { fingerprint: "aaaa bbbb cccc dddd eeee" });
  expect(await anna.text()).toContain("Do not sign");
  await fill(anna.page, { fingerprint });
  await Promise.all([
    anna.page.waitForEvent("domcontentloaded"),
    anna.page.press('main [name="fingerprint"]', "Enter"),
  ]);
  expect(await anna.text()).toContain("joins as us-zz");
  expect(await anna.text()).toContain(newcomer.origin);
  await signAtDesk(anna, "Anna");
  expect(await anna.text()).toContain("One more keeper must sign");
  await anna.close();
});

test("a keeper elsewhere signs on his telephone in Spanish, and the new list of members is in force", async () => {
  await press(office.page, 'main form[action$="/look"] button');
  expect(await office.text()).toContain("A keeper has signed");
  const ben = await walker(chromium, network, { width: 390 });
  await ben.open("region", "/es/network/desk");
  await press(ben.page, 'main a[href*="/proposals/"]');
  expect(await ben.text()).toContain("us-zz");
  await ben.inspect();
  await signAtDesk(ben, "Ben");
  expect(new URL(ben.page.url()).pathname).toMatch(/^\/es\/network\/desk\/proposals\//);
  await ben.close();
});

test("the office sees that it is a member, with nothing done on its server", async () => {
  const { page } = office;
  await press(page, 'main form[action$="/look"] button');
  await expect
    .poll(
      async () => {
        await office.open("zz", joinPage);
        return office.text();
      },
      { timeout: 60_000, interval: 500 },
    )
    .toContain("Your office is a member of the network");
  expect(await office.text()).toContain("7 other states are in it");
  await office.inspect();
  expect(newcomer.running()).toBe(true);
});

test("the region's page of the network shows it, and one open seat fewer", async () => {
  const anybody = await walker(chromium, network, { width: 390 });
  await anybody.open("region", "/network");
  expect(await anybody.text()).toContain("Zephyria Stands Up");
  expect(await openSeats(anybody)).toBe(0);
  await anybody.open("region", "/es/network");
  expect(await anybody.text()).toContain("us-zz");
  await anybody.close();
});

test("what it had published alone is offered anew, and Alabama adopts it", async () => {
  const { page } = office;
  await office.open("zz", joinPage);
  await press(page, 'main a[href$="/network/published"]');
  expect(await office.text()).toContain(training.en);
  await press(page, 'main form[action$="/publish"] button');
  expect(await office.text()).toContain("It was signed and published");
  await office.inspect();

  const alabama = await walker(chromium, network);
  await alabama.signIn("al", "officer@al.example");
  await untilIncoming(alabama, "al", training.en);
  await press(alabama.page, `main table a:has-text("${training.en}")`);
  expect(await alabama.text()).toContain("Zephyria Stands Up");
  await press(alabama.page, 'form#overlay button[type="submit"]');
  expect(new URL(alabama.page.url()).search).toBe("?done=adopted");
  await alabama.open("al", "/trainings");
  expect(await alabama.text()).toContain(training.en);
  await alabama.close();
});

test("a start later it is still a member, and its server was told of no network", async () => {
  await newcomer.restart();
  await office.open("zz", joinPage);
  expect(await office.text()).toContain("Your office is a member of the network");
  await office.open("zz", "/office/network");
  expect(await office.text()).toContain("Mississippi");
  await office.close();
});
