import { browser } from "@concord/testing";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aroundNow } from "./around-now.ts";
import { press, send } from "./form.ts";
import { madeUpFirm, madeUpName } from "./made-up.ts";
import { readPdf } from "./read-pdf.ts";
import { startTrialNetwork, type TrialNetwork } from "./trial-network.ts";
import { type Walker, walker } from "./walker.ts";

const zone = "America/Chicago";
const word = madeUpName();
const guest = madeUpFirm();
const room = `https://meet.example/${word.toLowerCase()}`;

let network: TrialNetwork;
let chromium: Browser;
let officer: Walker;

beforeAll(async () => {
  [network, chromium] = await Promise.all([startTrialNetwork({ only: ["ms"], filled: true }), browser()]);
  officer = await walker(chromium, network);
  await officer.signIn("ms", "officer@ms.example");
});
afterAll(async () => {
  await chromium?.close();
  await network?.stop();
});

test("a monthly webinar is planned, met and certified", async () => {
  const title = `The ${word} hour`;
  const planned = await plan(title, `La hora ${word}`);
  await attend(title, planned);
});

test("a part of the four-part series likewise", async () => {
  const title = `Second evening with ${word}`;
  await officer.open("ms", "/office/sessions/new");
  const part = await officer.page
    .locator('[name="part"] option[value^="trn_"]')
    .first()
    .getAttribute("value");
  expect(part).not.toBeNull();
  const planned = await plan(title, `Segunda noche con ${word}`, part ?? "");
  const [series = ""] = (part ?? "").split("/");
  const anybody = await walker(chromium, network, { width: 390, scripts: false });
  await anybody.open("ms", `/es/trainings/${series}`);
  expect(await anybody.text()).toContain(`Segunda noche con ${word}`);
  await anybody.inspect();
  await anybody.close();
  await attend(title, planned);
  await officer.close();
});

interface Planned {
  readonly path: string;
  readonly code: string;
}

async function plan(en: string, es: string, part = ""): Promise<Planned> {
  const { page } = officer;
  await officer.open("ms", "/office/sessions");
  await officer.inspect();
  await press(page, 'main a[href="/office/sessions/new"]');
  await officer.inspect();
  const { day, from, to } = aroundNow(zone);
  await send(page, {
    "title.en": en,
    "title.es": es,
    "description.en": "Questions are welcome",
    "description.es": "Traiga sus preguntas",
    ...(part ? { part } : {}),
    locale: "es",
    day,
    from,
    to,
    joinUrl: room,
  });
  await officer.inspect();
  const code = await page.locator("#attendance-code").textContent();
  return {
    path: new URL(page.url()).pathname.replace("/office/sessions", "/trainings/sessions"),
    code: code ?? "",
  };
}

/** A person registers on a phone in Spanish, puts it into a calendar, gives the code and gets a certificate. */
async function attend(title: string, planned: Planned): Promise<void> {
  const person = await walker(chromium, network, { width: 390 });
  const { page } = person;
  await person.open("ms", "/trainings");
  await press(page, `main a[href="${planned.path}"]`);
  expect(await person.text()).not.toContain(room);
  await person.inspect();
  const calendar = new TextDecoder().decode((await person.fetch('main a[href$=".ics"]')).bytes);
  expect(unfolded(calendar)).toMatch(
    /^BEGIN:VCALENDAR[\s\S]*BEGIN:VTIMEZONE[\s\S]*UID:ses_[\s\S]*SEQUENCE:0/m,
  );
  expect(unfolded(calendar)).not.toMatch(/trafficking|trata/i);
  await person.open("ms", `/es${planned.path}`);
  await send(page, { name: guest.contact, email: guest.email });
  expect(await person.text()).toContain(guest.email);
  await person.inspect();
  await person.open("ms", `/es/mailbox?to=${encodeURIComponent(guest.email)}`);
  await press(page, 'main table a[href*="/mailbox/"]');
  await press(page, 'main a[href*="/trainings/registrations/"]');
  expect(await page.locator(`main a[href="${room}"]`).count()).toBe(1);
  await person.inspect();
  const own = new TextDecoder().decode((await person.fetch('main a[href$=".ics"]')).bytes);
  expect(unfolded(own)).toContain(room);

  await person.open("ms", "/es/learn/attend");
  await person.inspect();
  await send(page, { code: "222222", email: guest.email });
  expect(await page.locator(".usa-error-message:visible").count()).toBe(1);
  await send(page, { code: planned.code.toLowerCase(), email: guest.email });
  expect(await page.locator(".usa-alert--success").count()).toBe(1);
  await person.inspect();
  await person.signIn("ms", guest.email, "/es");
  await person.open("ms", "/es/learn");
  await person.inspect();
  const spanish = title.startsWith("The") ? `La hora ${word}` : `Segunda noche con ${word}`;
  const pdf = await readPdf(
    (await person.fetch(`main tr:has-text("${spanish}") a[href*="/certificates/"]`)).bytes,
  );
  expect(pdf.text).toContain(guest.contact);
  expect(pdf.text).toContain(spanish);
  expect(pdf).toMatchObject({ ua: "1", language: "es" });
  await person.close();
  await officer.page.reload();
  expect(await officer.text()).toContain(guest.contact);
}

/** Lines of a calendar are folded at 75 bytes (RFC 5545 section 3.1). */
function unfolded(calendar: string): string {
  return calendar.replace(/\r?\n[ \t]/g, "");
}
