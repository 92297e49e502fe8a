import type { Page } from "playwright-core";

/** A file that is chosen from memory. */
export interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export type Typed = Readonly<Record<string, string | boolean | readonly string[] | Upload>>;

/** Types, chooses and ticks by field name, inside one form where the page has several. */
export async function fill(page: Page, typed: Typed, form = "main form"): Promise<void> {
  for (const [name, value] of Object.entries(typed)) {
    const field = page.locator(form).locator(`[name="${name}"]`);
    const kind = await field.first().evaluate((node) => node.getAttribute("type") ?? node.localName);
    if (typeof value === "object" && "buffer" in value) await field.setInputFiles(value);
    else if (kind === "radio" || kind === "checkbox") await tick(page, form, name, kind, value);
    else if (kind === "select") await field.selectOption(String(value));
    else await field.fill(String(value));
  }
}

/** The boxes themselves are drawn by their labels, so a person presses those. */
async function tick(
  page: Page,
  form: string,
  name: string,
  kind: string,
  value: Typed[string],
): Promise<void> {
  const wanted = Array.isArray(value) ? value : [value];
  for (const box of await page.locator(form).locator(`[type="${kind}"][name="${name}"]`).all()) {
    const shall = wanted.includes(true) || wanted.includes((await box.getAttribute("value")) ?? "on");
    if ((await box.isChecked()) === shall || (kind === "radio" && !shall)) continue;
    await page.locator(`label[for="${await box.getAttribute("id")}"]`).click();
  }
}

/** Presses the form's button and waits for the page that answers. */
export async function send(page: Page, typed: Typed = {}, form = "main form"): Promise<void> {
  await fill(page, typed, form);
  await press(page, `${form} button[type="submit"]:not([name])`);
}

/** Clicks what leads to another page, and waits for it. */
export async function press(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForEvent("domcontentloaded"), page.locator(selector).first().click()]);
}

/** What a link downloads: its name and its bytes. */
export async function download(page: Page, selector: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator(selector).first().click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk));
  return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

/** The terms of a page's lists of facts, and what stands beside each. */
export async function factsOn(page: Page): Promise<Map<string, string>> {
  const rows = await page
    .locator("main dl > div")
    .evaluateAll((nodes) =>
      nodes.map((node) =>
        [...node.children].map((child) => child.textContent?.replace(/\s+/g, " ").trim() ?? ""),
      ),
    );
  return new Map(rows.map(([term = "", detail = ""]) => [term, detail]));
}
