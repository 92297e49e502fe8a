import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Upload } from "./form.ts";
import type { Walker } from "./walker.ts";

/** Runs in the page: whether the wanted control has the focus, and whether one can see that it has. */
const whereFocusIs = `(wanted) => {
  const active = document.activeElement;
  if (!active || !active.matches(wanted)) return "elsewhere";
  const label = active.id ? document.querySelector('label[for="' + active.id + '"]') : null;
  const shows = (node, part) => node !== null && getComputedStyle(node, part).outlineStyle !== "none";
  return shows(active) || shows(label, "::before") ? "shown" : "hidden";
}`;

/** Presses Tab until the control has the focus, which must show; a control that Tab never reaches fails. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate<"elsewhere" | "hidden" | "shown">(
      `(${whereFocusIs})(${JSON.stringify(selector)})`,
    );
    if (focused === "hidden") throw new Error(`the focus on ${selector} cannot be seen`);
    if (focused === "shown") return;
  }
  throw new Error(`${selector} cannot be reached with Tab on ${page.url()}`);
}

/** Reaches a field by Tab and types into it; in a list, the first letters choose. */
export async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, `[name="${name}"]`);
  await page.keyboard.type(text);
}

/** Reaches a link or a button by Tab, presses it, and waits for the page that answers. */
export async function go(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await Promise.all([page.waitForEvent("domcontentloaded"), page.keyboard.press("Enter")]);
}

/** Sends the open page's form. */
export function sendByKeys(page: Page): Promise<void> {
  return go(page, 'main form button[type="submit"]:not([name])');
}

/** Chooses one of a group of radio buttons: Tab leads to the group, the arrows through it. */
export async function choose(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, `[type="radio"][name="${name}"]`);
  const wanted = page.locator(`[name="${name}"][value="${value}"]`);
  if ((await page.locator(`[name="${name}"]:checked`).count()) === 0) await page.keyboard.press("Space");
  for (let presses = 0; presses < 30; presses++) {
    if (await wanted.isChecked()) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`${value} of ${name} cannot be reached with the arrows`);
}

/** Opens the file dialog by key; whoever opened the page answers it with the file, as the system's own dialog would be. */
export async function attach(page: Page, name: string, file: Upload): Promise<void> {
  page.once("filechooser", (chooser) => void chooser.setFiles(file));
  await tabTo(page, `[name="${name}"]`);
  await page.keyboard.press("Enter");
  const chosen = page.locator(`[name="${name}"]`);
  await expect.poll(() => chosen.inputValue(), { timeout: 10_000 }).toContain(file.name);
}

/** Asks for the link, opens it in the trial's mailbox, and confirms. */
export async function signInByKeys(person: Walker, code: string, email: string): Promise<void> {
  const { page } = person;
  await person.open(code, "/sign-in");
  await typeInto(page, "email", email);
  await sendByKeys(page);
  await go(page, 'main a[href*="/mailbox/mai_"]');
  await go(page, 'main a[href*="/sign-in/confirm"]');
  await sendByKeys(page);
  expect(new URL(page.url()).pathname).not.toContain("sign-in");
}
