import { addDays, dayIn } from "@concord/runtime";
import { browser } from "@concord/testing";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { download, factsOn, press, send } from "./form.ts";
import { madeUpFirm, madeUpName } from "./made-up.ts";
import { flat, readPdf } from "./read-pdf.ts";
import { madeUpTraining, takeTraining, writeTraining } from "./teach.ts";
import { startTrialNetwork, type TrialNetwork } from "./trial-network.ts";
import { type Walker, walker } from "./walker.ts";

const training = madeUpTraining();
const nurse = madeUpFirm();
const approval = `BON-${madeUpName().slice(0, 5).toUpperCase()}-7`;
const license = `R${String(Date.now()).slice(-6)}`;
const rule = `Board Rule ${madeUpName()} 30-2801`;
const ruleUrl = "https://rules.example/30-2801";
const today = dayIn("America/Chicago", new Date());
const letter = {
  name: "letter.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.4 we approve"),
};

let network: TrialNetwork;
let chromium: Browser;
let officer: Walker;
let learner: Walker;
let course = "";

beforeAll(async () => {
  [network, chromium] = await Promise.all([startTrialNetwork({ only: ["ms", "al"] }), browser()]);
  officer = await walker(chromium, network);
  await officer.signIn("ms", "officer@ms.example");
});
afterAll(async () => {
  await chromium?.close();
  await network?.stop();
});

test("before the board decides, the answer is no, and says why", async () => {
  course = await writeTraining(officer, "ms", training);
  await ask("ms", `/trainings/${course}`, "nursing/registered-nurse");
});

test("the office records the board's approval with its letter", async () => {
  const { page } = officer;
  await officer.open("ms", "/office/boards");
  await officer.inspect();
  await press(page, 'main a[href="/office/boards/nursing"]');
  await officer.inspect();
  await send(
    page,
    {
      activityId: course,
      mode: "self-paced",
      locale: "en",
      contactHours: "1.5",
      approvalNumber: approval,
      approvedOn: addDays(today, -30),
      expiresOn: addDays(today, 700),
      citation: rule,
      citationUrl: ruleUrl,
      letter,
    },
    "form#approval",
  );
  expect(await officer.text()).toContain(approval);
  await officer.inspect();
});

test("it counts for a nurse in Mississippi, and not in another language, another board or Alabama", async () => {
  const anybody = await walker(chromium, network, { width: 390, scripts: false });
  const { page } = anybody;
  await anybody.open("ms", `/trainings/${course}`);
  await press(page, 'main a[href$="/credit"]');
  await anybody.inspect();
  const question = 'main form[action$="/credit"]';
  await send(page, { license: "nursing/registered-nurse", language: "en" }, question);
  expect(await anybody.text()).toContain("Yes, it counts");
  const facts = [...(await factsOn(page)).values()].join("\n");
  for (const part of ["Mississippi Board of Nursing", "1.5", approval, rule]) expect(facts).toContain(part);
  expect(await page.locator(`main dl a[href="${ruleUrl}"]`).textContent()).toBe(rule);
  expect(await anybody.text()).toContain("five years out of practice");
  await anybody.inspect();
  await send(page, { language: "es" }, question);
  expect(await anybody.text()).toContain("in another language only");
  await send(page, { license: "dental/dentist", language: "en" }, question);
  expect(await anybody.text()).toContain("has not approved this course");
  await send(page, { license: "other" }, question);
  expect(await anybody.text()).toContain("An approval holds in one state only");
  await anybody.inspect();
  await anybody.close();

  await officer.open("ms", "/office/network/published");
  await press(officer.page, `form#${course} button`);
  const neighbor = await walker(chromium, network, { width: 390 });
  await neighbor.signIn("al", "officer@al.example");
  await expect
    .poll(
      async () => {
        await neighbor.open("al", "/office/network");
        await press(neighbor.page, 'main form[action$="/sync"] button');
        await neighbor.open("al", "/office/network/incoming");
        return neighbor.page.locator("main table", { hasText: training.en }).count();
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBe(1);
  await press(neighbor.page, `main table a:has-text("${training.en}")`);
  await press(neighbor.page, 'form#overlay button[type="submit"]');
  await neighbor.open("al", "/trainings");
  await press(neighbor.page, `main a:has-text("${training.en}")`);
  await press(neighbor.page, 'main a[href$="/credit"]');
  const board = await neighbor.page
    .locator('[name="license"] option[value*="/"]')
    .first()
    .getAttribute("value");
  await send(neighbor.page, { license: board ?? "" }, question);
  expect(await neighbor.text()).toContain("No, it does not count");
  expect(await neighbor.text()).toContain("An approval in another state does not carry over");
  await neighbor.inspect();
  await neighbor.close();
});

test("the nurse's certificate carries license, hours and approval", async () => {
  learner = await walker(chromium, network, { width: 390 });
  const { page } = learner;
  await learner.signIn("ms", nurse.email, "/es");
  await learner.open("ms", "/es/learn/licenses");
  await learner.inspect();
  await send(page, { profession: "nursing/registered-nurse", number: license });
  expect(await learner.text()).toContain(license);
  await learner.open("ms", `/trainings/${course}`);
  await takeTraining(learner, nurse.contact, "en");
  await learner.open("ms", "/learn");
  const pdf = await readPdf((await learner.fetch('a[href*="/certificates/"][href$=".pdf"]')).bytes);
  const printed = [
    nurse.contact,
    training.en,
    license,
    approval,
    "1.5",
    rule,
    "Mississippi Board of Nursing",
  ];
  for (const part of printed) {
    expect(pdf.text).toContain(flat(part));
  }
  const code = /verify\/ ?([0-9A-Z-]{14})/.exec(pdf.text)?.[1] ?? "";
  await learner.open("ms", `/verify/${code}`);
  const facts = await factsOn(page);
  for (const part of [license, approval, "1.5", rule]) expect([...facts.values()]).toContain(part);
  for (const [term, fact] of facts) expect(pdf.text, term).toContain(flat(fact));
  await learner.close();
});

test("the roster reports each completion once", async () => {
  const { page } = officer;
  const create = 'main form[action$="/rosters"] button';
  await officer.open("ms", "/office/boards/nursing/rosters");
  await officer.inspect();
  expect(await officer.text()).toContain(license);
  await press(page, create);
  const { name, bytes } = await download(page, 'main a[href$=".csv"]');
  const rows = bytes
    .toString("utf8")
    .split("\r\n")
    .filter((row) => row.includes(license));
  expect(name).toMatch(/\.csv$/);
  expect(rows).toHaveLength(1);
  for (const part of [nurse.contact, approval, "1.5", training.en]) expect(rows[0]).toContain(part);
  expect(await page.locator(create).count()).toBe(0);
  await officer.inspect();

  const second = madeUpFirm();
  const other = await walker(chromium, network);
  await other.signIn("ms", second.email);
  await other.open("ms", "/learn/licenses");
  await send(other.page, { profession: "nursing/registered-nurse", number: `${license}9` });
  await other.open("ms", `/trainings/${course}`);
  await takeTraining(other, second.contact, "en");
  await other.close();
  await page.reload();
  await press(page, create);
  const again = (await download(page, 'main a[href$=".csv"]')).bytes.toString("utf8");
  expect(again).toContain(`${license}9`);
  expect(again.split("\r\n").filter((row) => row.startsWith(`${license},`))).toHaveLength(0);
  await officer.close();
});

/** Asks as anybody does, and hears no with its reason. */
async function ask(code: string, path: string, license: string): Promise<void> {
  const anybody = await walker(chromium, network, { scripts: false });
  await anybody.open(code, `${path}/credit`);
  await send(anybody.page, { license }, 'main form[action$="/credit"]');
  expect(await anybody.text()).toContain("No, it does not count");
  expect(await anybody.text()).toContain("has not approved this course");
  await anybody.close();
}
