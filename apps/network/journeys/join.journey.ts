import { browser } from "@concord/testing";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { download, factsOn, fill, press, send } from "./form.ts";
import { tabTo, typeInto } from "./keyboard.ts";
import { madeUpFirm, madeUpName } from "./made-up.ts";
import { flat, readPdf } from "./read-pdf.ts";
import { startTrialNetwork, type TrialNetwork } from "./trial-network.ts";
import { type Walker, walker } from "./walker.ts";

const firm = madeUpFirm();
const shelter = `${madeUpName()} Lane`;
const reason = madeUpName();
const town = `${madeUpName()}ville`;
const policy = { name: "norma.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 a policy") };
const commitments = ["adopt-policy", "train-staff", "name-contact", "post-hotline"];
const reference = /[2-9A-Z]{3}-[2-9A-Z]{4}/;

let network: TrialNetwork;
let chromium: Browser;
let officer: Walker;
let member: Walker;
let code = "";

beforeAll(async () => {
  [network, chromium] = await Promise.all([startTrialNetwork({ only: ["ms"] }), browser()]);
});
afterAll(async () => {
  await chromium?.close();
  await network?.stop();
});

test("a motel applies in Spanish, on a phone, with scripts off, and comes back to it by its link", async () => {
  const applicant = await walker(chromium, network, { width: 390, scripts: false });
  const { page } = applicant;
  await applicant.open("ms", "/es/");
  await applicant.inspect();
  await press(page, 'main a[href="/es/join"]');
  await applicant.inspect();
  await send(page);
  await send(page, { legalName: firm.name, employees: "muchos" });
  expect(await page.locator(".usa-error-message:visible").count()).toBeGreaterThan(0);
  expect(await page.inputValue('[name="legalName"]')).toBe(firm.name);
  await applicant.inspect();
  await send(page, { employees: "24", entityType: "for-profit", sector: "72" });
  await applicant.inspect();
  await fill(page, {
    "locations.0.label": "Casa",
    "locations.0.street": shelter,
    "locations.0.city": town,
    "locations.0.region": "MS",
    "locations.0.postalCode": "39501",
    "locations.0.countyFips": "28047",
  });
  await press(page, 'button[value="later"]');
  const link = (await page.locator("#resume-link").textContent()) ?? "";
  await applicant.close();

  const elsewhere = await walker(chromium, network, { width: 390, scripts: false });
  const again = elsewhere.page;
  await again.goto(link);
  expect(await again.inputValue('[name="legalName"]')).toBe(firm.name);
  await send(again);
  expect(await again.inputValue('[name="locations.0.street"]')).toBe(shelter);
  await press(again, 'button[value="add-location"]');
  await send(again, {
    "locations.1.street": firm.street,
    "locations.1.city": "Biloxi",
    "locations.1.region": "MS",
    "locations.1.postalCode": "39530",
    "locations.1.countyFips": "28047",
    "locations.1.published": true,
  });
  await elsewhere.inspect();
  await send(again, { contactName: firm.contact, contactEmail: firm.email, contactPhone: "228-555-0147" });
  await elsewhere.inspect();
  await send(again, { level: "member", commitments, "files.adopt-policy": policy });
  await elsewhere.inspect();
  await send(again, { listed: true, publicRecordRead: true, signature: firm.contact });
  expect(new URL(again.url()).pathname).toBe("/es/join/status");
  expect(await elsewhere.text()).toMatch(reference);
  await elsewhere.inspect();
  await elsewhere.close();
});

test("an officer reads the application and approves it", async () => {
  officer = await walker(chromium, network);
  const { page } = officer;
  await officer.signIn("ms", "officer@ms.example");
  await officer.open("ms", "/office");
  await officer.inspect();
  await officer.open("ms", "/office/applications");
  await officer.inspect();
  await press(page, `main a:has-text("${firm.name}")`);
  await officer.inspect();
  const said = await officer.text();
  for (const part of [firm.name, firm.contact, firm.email, shelter, firm.street, "norma.pdf"]) {
    expect(said).toContain(part);
  }
  await send(page, {}, "form#approve");
  expect(await officer.text()).toContain("Approved");
  await officer.inspect();
});

test("the letter, in Spanish, is in the mailbox and opens the member's desk", async () => {
  member = await walker(chromium, network, { width: 390 });
  const { page } = member;
  await member.open("ms", `/es/mailbox?to=${encodeURIComponent(firm.email)}`);
  await member.inspect();
  await press(page, `main table a:has-text("${firm.name}")`);
  await member.inspect();
  expect(await page.title()).not.toContain("Trata");
  expect(await member.text()).toContain(`Hemos aprobado la solicitud de ${firm.name}`);
  await member.signIn("ms", firm.email, "/es");
  await member.open("ms", "/es/member");
  expect(await member.text()).toContain(firm.name);
  await member.inspect();
  const letter = await readPdf((await member.fetch('a[href*="/member/letters/"]')).bytes);
  expect(letter.text).toContain(flat(firm.name));
  expect(letter).toMatchObject({ ua: "1", language: "es" });
  expect(letter.headings).toBeGreaterThan(0);
  expect(letter.title).not.toBe("");
});

test("the certificate prints what the verify page confirms, fact by fact", async () => {
  const { page } = member;
  const { name, bytes } = await download(page, 'a[href$=".pdf"][href*="/certificates/"]');
  const pdf = await readPdf(bytes);
  code = /verify\/ ?([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})/.exec(pdf.text)?.[1] ?? "";
  expect(name.toLowerCase()).not.toContain("trafficking");
  expect(pdf.text).toContain(flat(firm.name));
  expect(pdf.text).toMatch(/Demostración/);
  expect(pdf).toMatchObject({ ua: "1", language: "es" });
  expect(pdf.headings).toBeGreaterThan(0);
  expect(pdf.title).not.toBe("");

  const anybody = await walker(chromium, network, { scripts: false });
  await anybody.open("ms", "/es/verify");
  await anybody.inspect();
  await send(anybody.page, { code: code.toLowerCase().replaceAll("-", " ") });
  await anybody.inspect();
  const facts = await factsOn(anybody.page);
  expect(facts.size).toBeGreaterThan(8);
  for (const [term, fact] of facts) expect(pdf.text, term).toContain(flat(fact));
  expect([...facts.values()]).toContain(firm.name);
  expect([...facts.values()]).toContain(code);
  expect(await anybody.text()).toContain("es válido");
  await anybody.close();
});

test("the directory lists the motel, and the place that stays private is nowhere", async () => {
  const anybody = await walker(chromium, network, { scripts: false });
  const { page } = anybody;
  await anybody.open("ms", "/members");
  await anybody.inspect();
  const found = page.locator("main table tr", { hasText: firm.name });
  expect(await found.textContent()).toContain("Biloxi");
  await press(page, `main table a:has-text("${firm.name}")`);
  await anybody.inspect();
  const seen = [await page.content()];
  for (const path of ["/members", "/es/members", "/members.csv", "/api/v1/members"]) {
    const answer = await network.fetch(network.url("ms", path));
    expect(answer.status, path).toBe(200);
    seen.push(await answer.text());
  }
  for (const text of seen) {
    expect(text).toContain(firm.name.replace("&", "").split("  ")[0]);
    expect(text).not.toContain(shelter);
    expect(text).not.toContain(town);
  }
  for (const secret of [shelter, town]) {
    await anybody.open("ms", `/members?q=${encodeURIComponent(secret)}`);
    expect(await anybody.text()).toContain("Nothing was found");
  }
  await anybody.close();
});

test("the audit names the motel, and its chain holds", async () => {
  const { page } = officer;
  await officer.open("ms", "/office/audit");
  await officer.inspect();
  const lines = page.locator("main table tr", { hasText: "membership.approved" });
  expect(await lines.first().evaluate((node) => node.textContent)).toContain(firm.name);
  await officer.open("ms", "/office/audit?check=chain");
  expect(await page.locator(".usa-alert--success").count()).toBe(1);
});

test("a quiet hold takes the motel out of sight, and its certificate is not valid now", async () => {
  const { page } = officer;
  await officer.open("ms", `/office/members?q=${encodeURIComponent(firm.name)}`);
  await officer.inspect();
  await press(page, `main a:has-text("${firm.name}")`);
  await officer.inspect();
  await page.click("details:has(form#hold) > summary");
  await send(page, { note: `Call ${reason} back first` }, "form#hold");
  await officer.inspect();
  const anybody = await walker(chromium, network, { scripts: false });
  await anybody.open("ms", `/verify/${code}`);
  expect(await anybody.text()).toContain("This certificate is not valid now");
  expect(await anybody.text()).not.toContain(reason);
  await anybody.inspect();
  await anybody.open("ms", "/members");
  expect(await anybody.text()).not.toContain(firm.name);
  await anybody.close();
  await member.close();
  await officer.close();
});

test("a business applies with the keyboard alone", async () => {
  const other = madeUpFirm();
  const applicant = await walker(chromium, network);
  const { page } = applicant;
  // Listened for from the start: the browser must know before the key is pressed that somebody answers its dialog.
  page.on("filechooser", (chooser) => void chooser.setFiles(policy));
  const go = async () => {
    await tabTo(page, 'main button[type="submit"]:not([name])');
    await Promise.all([page.waitForEvent("domcontentloaded"), page.keyboard.press("Enter")]);
  };
  await applicant.open("ms", "/");
  await tabTo(page, 'main a[href="/join"]');
  await Promise.all([page.waitForEvent("domcontentloaded"), page.keyboard.press("Enter")]);
  await go();
  await typeInto(page, "legalName", other.name);
  await tabTo(page, '[name="entityType"]');
  await page.keyboard.press("Space");
  await typeInto(page, "sector", "Acc");
  await typeInto(page, "employees", "7");
  await go();
  await typeInto(page, "locations.0.street", other.street);
  await typeInto(page, "locations.0.city", "Biloxi");
  await typeInto(page, "locations.0.postalCode", "39530");
  await typeInto(page, "locations.0.countyFips", "Harr");
  await go();
  await typeInto(page, "contactName", other.contact);
  await typeInto(page, "contactEmail", other.email);
  await typeInto(page, "contactPhone", "228-555-0148");
  await go();
  for (const value of commitments) {
    await tabTo(page, `[name="commitments"][value="${value}"]`);
    await page.keyboard.press("Space");
  }
  await tabTo(page, '[name="files.adopt-policy"]');
  await page.keyboard.press("Enter");
  const chosen = page.locator('[name="files.adopt-policy"]');
  await expect.poll(() => chosen.inputValue(), { timeout: 10_000 }).toContain(policy.name);
  await go();
  await tabTo(page, '[name="publicRecordRead"]');
  await page.keyboard.press("Space");
  await typeInto(page, "signature", other.contact);
  await go();
  expect(new URL(page.url()).pathname).toBe("/join/status");
  await applicant.close();
});
