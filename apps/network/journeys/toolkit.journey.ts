import { browser } from "@concord/testing";
import { strFromU8, unzipSync } from "fflate";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { becomeMember } from "./become-member.ts";
import { fill, press, send } from "./form.ts";
import { madeUpFirm } from "./made-up.ts";
import { readPdf } from "./read-pdf.ts";
import { startTrialNetwork, type TrialNetwork } from "./trial-network.ts";
import { type Walker, walker } from "./walker.ts";

const firm = madeUpFirm();

let network: TrialNetwork;
let chromium: Browser;
let member: Walker;
/** The member's path through the toolkit. */
let home = "";

beforeAll(async () => {
  [network, chromium] = await Promise.all([startTrialNetwork({ only: ["ms"], filled: true }), browser()]);
  const officer = await walker(chromium, network);
  await officer.signIn("ms", "officer@ms.example");
  member = await walker(chromium, network, { width: 390 });
  await becomeMember(member, officer, "ms", firm);
  await officer.close();
});
afterAll(async () => {
  await chromium?.close();
  await network?.stop();
});

test("anybody reads a toolkit, and the poster says that it is not the sign that law prescribes", async () => {
  const anybody = await walker(chromium, network, { scripts: false });
  await anybody.open("ms", "/toolkits");
  await anybody.inspect();
  await press(anybody.page, "main article a");
  await anybody.inspect();
  await anybody.open("ms", "/toolkits/posters");
  await anybody.inspect();
  const pdf = await readPdf((await anybody.fetch('main a[href*=".pdf"]')).bytes);
  expect(pdf.ua).toBe("1");
  expect(pdf.text).toContain("1-888-373-7888");
  await anybody.close();
});

test("a member chooses a toolkit and answers the self-assessment in Spanish on a phone", async () => {
  const { page } = member;
  await member.signIn("ms", firm.email, "/es");
  await member.open("ms", "/es/member/toolkit");
  await member.inspect();
  await press(
    page,
    'main article:has-text("policy") button, main article:has-text("trabajo") button, main article button',
  );
  home = new URL(page.url()).pathname;
  expect(home).toMatch(/^\/es\/member\/toolkit\/tka_/);
  await member.inspect();
  await press(page, 'main a[href*="/assessment?item="]');
  await member.inspect();
  await send(page);
  expect(await page.locator(".usa-error-message:visible").count()).toBeGreaterThan(0);
  const questions = await page
    .locator('main [type="radio"]')
    .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute("name") ?? ""))]);
  expect(questions.length).toBeGreaterThan(3);
  const scale = await page
    .locator(`main [name="${questions[0]}"]`)
    .evaluateAll((all) => all.map((one) => one.getAttribute("value") ?? ""));
  await send(page, Object.fromEntries(questions.map((name, at) => [name, scale[at % scale.length] ?? ""])));
  expect(page.url()).toMatch(/assessment\/asm_/);
  await member.inspect();
});

test("the member fills a policy, and both files name the firm in the state's brand", async () => {
  const { page } = member;
  await member.open("ms", home);
  await press(page, 'main a[href*="/policy?item="]');
  await member.inspect();
  expect(await page.inputValue('[name="answers.organization"]')).toBe(firm.name);
  await fill(page, await policyAnswers());
  await send(page, { locale: "en" });
  expect(page.url()).toMatch(/policy\/pol_/);
  await member.inspect();
  const word = await member.fetch('main a[href*="policy.docx?lang=en"]');
  const text = strFromU8(unzipSync(word.bytes)["word/document.xml"] ?? new Uint8Array());
  const pdf = await readPdf((await member.fetch('main a[href*="policy.pdf?lang=es"]')).bytes);
  for (const said of [text.replaceAll("&amp;", "&"), pdf.text]) {
    expect(said).toContain(firm.name);
    expect(said).toContain("1-888-373-7888");
  }
  expect(text).toContain("Mississippi Businesses Against Trafficking");
  expect(pdf.text).toContain("Empresas de Misisipi contra la Trata de Personas");
  expect(pdf).toMatchObject({ ua: "1", language: "es" });
  expect(word.name).not.toMatch(/trafficking/i);
});

test("the member ticks a step of the path with its proof", async () => {
  const { page } = member;
  await member.open("ms", home);
  await press(page, 'main a[href*="/steps/post-signs"]');
  await member.inspect();
  const evidence = {
    name: "letrero.jpg",
    mimeType: "image/jpeg",
    buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
  };
  await send(page, { evidence }, "main form:has([type=file])");
  expect(new URL(page.url()).pathname).toBe(home);
  expect(await member.text()).toContain("letrero.jpg");
  await member.inspect();
  const kept = await member.fetch('main a[href*="/evidence/post-signs"]');
  expect(Buffer.from(kept.bytes).equals(evidence.buffer)).toBe(true);
  await member.close();
});

/** Every needed answer of the template on the page: the first choice, or words. */
async function policyAnswers(): Promise<Record<string, string | readonly string[]>> {
  const { page } = member;
  const asked = await page.locator('main [name^="answers."]').evaluateAll((fields) =>
    fields.map((field) => ({
      name: field.getAttribute("name") ?? "",
      type: field.getAttribute("type") ?? field.localName,
      value: field.getAttribute("value") ?? "",
    })),
  );
  const answers: Record<string, string | readonly string[]> = {};
  for (const { name, type, value } of asked) {
    if (name in answers || name === "answers.organization") continue;
    if (type === "checkbox") answers[name] = [value];
    else if (type === "radio") answers[name] = value;
    else if (type === "date") answers[name] = "2026-01-15";
    else if (type === "tel") answers[name] = "228-555-0147";
    else if (type === "email") answers[name] = firm.email;
    else answers[name] = firm.contact;
  }
  return answers;
}
