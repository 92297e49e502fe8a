import { browser, localSite, Visitor } from "@concord/testing";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apply, approve, motel } from "../test/walk-join.ts";
import { offerTraining, writeTraining } from "../test/write-training.ts";
import { aroundNow } from "./around-now.ts";
import { attach, choose, go, sendByKeys, signInByKeys, tabTo, typeInto } from "./keyboard.ts";
import { madeUpFirm, madeUpName } from "./made-up.ts";
import { startTrialNetwork, type TrialNetwork } from "./trial-network.ts";
import { type Walker, walker } from "./walker.ts";

const host = "ms";
const zone = "America/Chicago";
const word = madeUpName();
const photo = { name: "sign.jpg", mimeType: "image/jpeg", buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1]) };

let network: TrialNetwork;
let chromium: Browser;
/** An officer who works by requests, for what this journey is not about. */
let office: Visitor;
let course = "";
let session = { path: "", code: "" };

beforeAll(async () => {
  const started = startTrialNetwork({ only: [host], filled: "a little" });
  [network, chromium] = await Promise.all([started, browser()]);
  office = new Visitor(localSite, new URL(network.url(host)).origin);
  await office.signIn(`officer@${host}.example`);
  course = await writeTraining(office, { en: `Piers of ${word}`, es: `Muelles de ${word}`, said: word });
  await offerTraining(office, course);
  session = await planSession();
});
afterAll(async () => {
  await chromium?.close();
  await network?.stop();
});

async function planSession() {
  await office.open("/office/sessions/new");
  await office.submit("/office/sessions/new", {
    ...{ "title.en": `The ${word} hour`, "title.es": `La hora ${word}`, "description.en": "Ask" },
    ...{ "description.es": "Pregunte", locale: "en", mode: "live-online", ...aroundNow(zone) },
    joinUrl: "https://meet.example/pier",
  });
  const code = /id="attendance-code"[^>]*>([^<]+)</.exec(office.seen.html)?.[1] ?? "";
  return { path: office.seen.path.replace("/office/sessions", "/trainings/sessions"), code };
}

test("an officer approves an application with the keyboard alone", async () => {
  const firm = motel(madeUpFirm().name);
  await apply(new Visitor(localSite, new URL(network.url(host)).origin), firm);
  const officer = await walker(chromium, network);
  const { page } = officer;
  await signInByKeys(officer, host, `officer@${host}.example`);
  await officer.open(host, "/office/applications");
  await typeInto(page, "q", firm.legalName);
  await Promise.all([page.waitForEvent("domcontentloaded"), page.keyboard.press("Enter")]);
  await go(page, 'main table a[href*="/office/applications/app_"]');
  expect(await officer.text()).toContain(firm.legalName);
  await go(page, 'form#approve button[type="submit"]');
  expect(await officer.text()).toContain("Approved");
  await officer.close();
});

// With scripts off nothing may be missing that the keyboard reaches with them on.
const ways = [
  { way: "with scripts", scripts: true },
  { way: "with scripts off", scripts: false },
];

test.for(ways)("a member fills a policy and ticks a step by keyboard alone, $way", async ({ scripts }) => {
  const firm = motel(madeUpFirm().name);
  await apply(new Visitor(localSite, new URL(network.url(host)).origin), firm);
  await approve(office, firm);
  const member = await walker(chromium, network, { scripts });
  const { page } = member;
  await signInByKeys(member, host, firm.contactEmail);
  await member.open(host, "/member/toolkit");
  await go(page, 'main article button[type="submit"]');
  const home = new URL(page.url()).pathname;
  expect(home).toMatch(/^\/member\/toolkit\/tka_/);
  await go(page, 'main a[href*="/policy"]');
  await answerPolicy(member);
  await sendByKeys(page);
  expect(new URL(page.url()).pathname).toMatch(/\/policy\/pol_/);
  await tabTo(page, 'main a[href*="policy.docx"]');
  await member.open(host, home);
  await go(page, 'main a[href*="/steps/post-signs"]');
  await attach(page, "evidence", photo);
  await sendByKeys(page);
  expect(new URL(page.url()).pathname).toBe(home);
  expect(await member.text()).toContain(photo.name);
  await member.close();
});

test.for(ways)("a learner takes a training and attends by keyboard alone, $way", async ({ scripts }) => {
  const who = madeUpFirm();
  const learner = await walker(chromium, network, { scripts });
  const { page } = learner;
  await signInByKeys(learner, host, who.email);
  await learner.open(host, `/trainings/${course}`);
  await typeInto(page, "name", who.contact);
  await sendByKeys(page);
  await go(page, 'main a[href*="/lessons/"]');
  expect(await learner.text()).toContain(word);
  await sendByKeys(page);
  await choose(page, "question-1", "option-2");
  await sendByKeys(page);
  await go(page, 'main a[href$="/done"]');
  await go(page, 'main a[href$="/learn"]');
  await tabTo(page, 'main a[href*="/certificates/"][href$=".pdf"]');

  await learner.open(host, session.path);
  await fillIfEmpty(learner, "name", who.contact);
  await fillIfEmpty(learner, "email", who.email);
  await sendByKeys(page);
  expect(await learner.text()).toContain(who.email);
  await learner.open(host, "/learn/attend");
  await typeInto(page, "code", session.code);
  await fillIfEmpty(learner, "email", who.email);
  await sendByKeys(page);
  expect(await page.locator(".usa-alert--success").count()).toBe(1);
  await learner.close();
});

/** What is known of who is signed in stands there already. */
async function fillIfEmpty({ page }: Walker, name: string, text: string): Promise<void> {
  if ((await page.locator(`main [name="${name}"]`).inputValue()) === "") await typeInto(page, name, text);
}

/** Every question in the order of the page: the first choice, or words. */
async function answerPolicy({ page }: Walker): Promise<void> {
  const asked = await page.locator('main [name^="answers."]').evaluateAll((fields) =>
    fields.map((field) => ({
      name: field.getAttribute("name") ?? "",
      type: field.getAttribute("type") ?? field.localName,
      value: field.getAttribute("value") ?? "",
    })),
  );
  const done = new Set(["answers.organization"]);
  for (const { name, type, value } of asked) {
    if (done.has(name)) continue;
    done.add(name);
    if (type === "radio") await choose(page, name, value);
    else if (type === "checkbox") {
      await tabTo(page, `[name="${name}"][value="${value}"]`);
      await page.keyboard.press("Space");
    } else if (type === "date") await typeInto(page, name, "01152026");
    else if (type === "tel") await typeInto(page, name, "228-555-0147");
    else if (type === "email") await typeInto(page, name, "owner@pier.example");
    else await typeInto(page, name, "Ana Owner");
  }
}
