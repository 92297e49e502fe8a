import type { Browser } from "playwright-core";
import { press, send } from "../journeys/form.ts";
import type { TrialNetwork } from "../journeys/trial-network.ts";
import { type Walker, walker } from "../journeys/walker.ts";
import type { Snap } from "./camera.ts";

export interface Stage {
  readonly chromium: Browser;
  readonly network: TrialNetwork;
  /** The state that shares. */
  readonly host: string;
  readonly snap: Snap;
}

const policy = { name: "policy.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 a policy") };
const firm = {
  name: "Sandpiper Harbor Motel LLC",
  contact: "Dana Whitlock",
  email: "dana@sandpiper.example",
};

/** A motel applies, an officer approves it, and both read the letter: every step as a picture. */
export async function joinWalk({ chromium, network, host, snap }: Stage): Promise<void> {
  const applicant = await walker(chromium, network);
  const { page } = applicant;
  await applicant.open(host, "/join");
  await snap(applicant, "join");
  await send(page);
  await snap(applicant, "join-organization");
  await send(page, { legalName: firm.name, entityType: "for-profit", sector: "72", employees: "31" });
  await snap(applicant, "join-locations");
  const county = page.locator('[name="locations.0.countyFips"] option').nth(12);
  await send(page, {
    "locations.0.street": "412 Beach Boulevard",
    "locations.0.city": "Biloxi",
    "locations.0.region": host.toUpperCase(),
    "locations.0.postalCode": "39530",
    "locations.0.countyFips": (await county.getAttribute("value")) ?? "",
    "locations.0.published": true,
  });
  await snap(applicant, "join-contact");
  await send(page, { contactName: firm.contact, contactEmail: firm.email, contactPhone: "228-555-0147" });
  await snap(applicant, "join-commitments");
  const commitments = ["adopt-policy", "train-staff", "name-contact", "post-hotline"];
  await send(page, { level: "member", commitments, "files.adopt-policy": policy });
  await snap(applicant, "join-review");
  await send(page, { listed: true, publicRecordRead: true, signature: firm.contact });
  await snap(applicant, "join-status");

  const officer = await walker(chromium, network);
  await officer.signIn(host, `officer@${host}.example`);
  await officer.open(host, `/office/applications?q=${encodeURIComponent(firm.name)}`);
  await press(officer.page, `main a:has-text("${firm.name}")`);
  await snap(officer, "office-decide");
  await press(officer.page, "form#approve button");
  await officer.close();

  await applicant.open(host, `/mailbox?to=${encodeURIComponent(firm.email)}`);
  await press(page, 'main table a[href*="/mailbox/"]');
  await snap(applicant, "letter");
  await applicant.signIn(host, firm.email);
  await applicant.open(host, "/member");
  await snap(applicant, "desk-new-member");
  await press(page, 'main a[href*="/verify/"]');
  await snap(applicant, "verify-valid");
  await applicant.close();
}

/** Somebody takes a training from its lesson to the certificate. */
export async function learnWalk({ chromium, network, host, snap }: Stage): Promise<void> {
  const learner = await walker(chromium, network);
  const { page } = learner;
  await learner.signIn(host, "sam@learner.example");
  await learner.open(host, "/trainings");
  await press(page, 'main a[href*="/trainings/trn_"]');
  if ((await page.locator('main form [name="locale"]').count()) === 0)
    await press(page, 'main a[href*="/trainings/trn_"]');
  const asksName = (await page.locator('main [name="name"]').count()) > 0;
  await send(page, { ...(asksName ? { name: "Sam Ortega" } : {}), locale: "en" });
  await snap(learner, "player");
  await press(page, "main p > a.usa-button");
  await snap(learner, "lesson");
  while (!/quiz$/.test(new URL(page.url()).pathname))
    await press(page, 'main form[action*="/lessons/"] button');
  await snap(learner, "quiz");
  await learner.close();
}

/** A member's toolkit: the assessment, a policy and a step with its proof. */
export async function toolkitWalk({ chromium, network, host, snap }: Stage): Promise<void> {
  const member = await walker(chromium, network);
  const { page } = member;
  await member.signIn(host, firm.email);
  await member.open(host, "/member/toolkit");
  await snap(member, "toolkit-choose");
  await press(page, "main article button");
  await snap(member, "toolkit-path");
  const home = page.url();
  await press(page, 'main a[href*="/assessment?item="]');
  await snap(member, "toolkit-assessment");
  await answerAll(member);
  await snap(member, "toolkit-assessment-result");
  await page.goto(home);
  await press(page, 'main a[href*="/policy?item="]');
  await snap(member, "toolkit-policy");
  await page.goto(home);
  await press(page, 'main a[href*="/steps/"]');
  await snap(member, "toolkit-step");
  await member.close();
}

/** The tour as somebody sees it who has just begun: its page, and its bar on the pages of the first steps. */
export async function tourWalk({ chromium, network, host, snap }: Stage): Promise<void> {
  const guest = await walker(chromium, network);
  const { page } = guest;
  await guest.open("");
  await press(page, 'main form[action="/tour/begin"] button');
  await snap(guest, "tour-begun");
  await press(page, `main a[href*="//${host}.localhost"][href*="/join"]`);
  await snap(guest, "tour-join");
  await press(page, 'main form[action^="/join/made-up"] button');
  await snap(guest, "tour-made-up");
  await send(page, { publicRecordRead: true });
  await snap(guest, "tour-handed-in");
  await press(page, "a.tour-bar__go");
  await snap(guest, "tour-sign-in");
  await press(page, 'main button[formaction*="at-once"], main form[action*="at-once"] button');
  await snap(guest, "tour-approve");
  await guest.close();
}

async function answerAll({ page }: Walker): Promise<void> {
  const names = await page
    .locator('main [type="radio"]')
    .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute("name") ?? ""))]);
  const scale = await page
    .locator(`main [name="${names[0]}"]`)
    .evaluateAll((all) => all.map((one) => one.getAttribute("value") ?? ""));
  await send(page, Object.fromEntries(names.map((name, at) => [name, scale[at % scale.length] ?? ""])));
}
