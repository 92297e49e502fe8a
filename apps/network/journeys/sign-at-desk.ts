import type { Browser } from "playwright-core";
import { expect } from "vitest";
import { download, press, send, type Typed } from "./form.ts";
import { type Sites, type Walker, walker } from "./walker.ts";

/** Takes the key that a made-up keeper has left, and signs the document that is open with it. */
export async function signAtDesk(
  keeper: Walker,
  name: string,
  role: "registry" | "root" = "registry",
): Promise<void> {
  const { page } = keeper;
  const document = page.url();
  await keeper.open("region", "/network/desk/trial-keepers");
  const passphrase = (await page.locator("#trial-passphrase").textContent()) ?? "";
  const { bytes } = await download(page, `a[download="${name.toLowerCase()}-${role}.key"]`);
  await page.goto(document);
  await page.setInputFiles("#desk-key", {
    name: `${name}.key`,
    mimeType: "application/octet-stream",
    buffer: bytes,
  });
  await page.fill("#desk-passphrase", passphrase);
  await press(page, "#desk-sign button");
}

interface Ceremony {
  /** What of the desk's page leads to the form. */
  readonly from: string;
  readonly typed?: Typed;
  /** What the draft must say that it changes. */
  readonly says: string;
  readonly role?: "registry" | "root";
}

/**
 * Anna fills a ceremony's form, looks at what it would change and signs; Ben signs on his telephone, in Spanish.
 * A list of members is in force then; a founding document waits for the list that is signed under it.
 */
export async function holdCeremony(
  chromium: Browser,
  sites: Sites,
  { from, typed = {}, says, role = "registry" }: Ceremony,
): Promise<void> {
  const anna = await walker(chromium, sites);
  await openDraft(anna, from, typed);
  expect(await anna.text()).toContain(says);
  await anna.inspect();
  await signAtDesk(anna, "Anna", role);
  expect(await anna.text()).toContain("One more keeper must sign");
  const { pathname } = new URL(anna.page.url());
  await anna.close();

  const ben = await walker(chromium, sites, { width: 390 });
  await ben.open("region", "/es/network/desk");
  await press(ben.page, `main a[href$="${pathname}"]`);
  await ben.inspect();
  await signAtDesk(ben, "Ben", role);
  expect(await ben.text()).toMatch(role === "root" ? /Están todas las firmas/ : /Rige desde/);
  await ben.inspect();
  await ben.close();
}

/** From the desk's page to what a ceremony would change. */
export async function openDraft(keeper: Walker, from: string, typed: Typed): Promise<void> {
  const { page } = keeper;
  await keeper.open("region", "/network/desk");
  await press(page, `main a[href*="${from}"]`);
  await keeper.inspect();
  await send(page, typed);
}
