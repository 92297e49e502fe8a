import { expect } from "vitest";
import { fill, press } from "../form.ts";
import { offerTraining } from "../teach.ts";
import type { Walker } from "../walker.ts";

const soon = { timeout: 60_000, interval: 500 };

/** Signs what the catalogue offers and gives it to the network; a change of what it has as a major one. */
export async function publish(officer: Walker, code: string, trainingId: string): Promise<void> {
  await tryToPublish(officer, code, trainingId);
  expect(new URL(officer.page.url()).search).toBe("?done=published");
}

/** Presses the button that publishes, whatever comes of it. */
export async function tryToPublish(officer: Walker, code: string, trainingId: string): Promise<void> {
  const { page } = officer;
  const form = `form#${trainingId}`;
  await officer.open(code, "/office/network/published");
  if ((await page.locator(`${form} [name="significance"]`).count()) > 0)
    await fill(page, { significance: "major" }, form);
  await press(page, `${form} button`);
}

/** Changes fields of a training and offers the new revision in the own catalogue. */
export async function rewrite(
  officer: Walker,
  code: string,
  trainingId: string,
  changed: Readonly<Record<string, string>>,
): Promise<void> {
  await officer.open(code, `/office/trainings/${trainingId}/edit`);
  await fill(officer.page, changed);
  await press(officer.page, 'main button[value="save"]');
  await offerTraining(officer);
}

/** Opens what came in under a title as soon as its files are here. Nobody asks for it: the network tells. */
export async function openIncoming(officer: Walker, code: string, title: string, query = ""): Promise<void> {
  const { page } = officer;
  const row = () => page.locator("main table a", { hasText: title }).count();
  await officer.open(code, `/office/network/incoming${query}`);
  await expect
    .poll(async () => {
      await page.reload();
      return await row();
    }, soon)
    .toBe(1);
  await press(page, `main table a:has-text("${title}")`);
}

/** Adopts the open item with one contact of our own. */
export async function adopt(officer: Walker, phone: string): Promise<void> {
  const { page } = officer;
  await page.locator("form#overlay details").first().locator("summary").click();
  await fill(
    page,
    {
      "contacts.0.label.en": "Port desk",
      "contacts.0.label.es": "Mesa del puerto",
      "contacts.0.phone": phone,
    },
    "form#overlay",
  );
  await press(page, 'form#overlay button[type="submit"]');
  expect(new URL(page.url()).search).toBe("?done=adopted");
}

/** Takes an item back for ever. Gives when the button was pressed, by `performance.now()`. */
export async function takeBack(
  officer: Walker,
  code: string,
  item: string,
  said: { readonly op: "recall" | "erase"; readonly reason: string },
): Promise<number> {
  const { page } = officer;
  await officer.open(code, `/office/network/published/${item}/end`);
  await fill(page, said);
  const pressedAt = performance.now();
  await press(page, 'main form button[type="submit"]');
  expect(new URL(page.url()).search).toBe("?done=ended");
  return pressedAt;
}

/** Presses the button that asks every other member now. */
export async function askAll(officer: Walker, code: string): Promise<void> {
  await officer.open(code, "/office/network");
  await press(officer.page, 'main form[action$="/sync"] button');
  expect(new URL(officer.page.url()).search).toBe("?asked=1");
}
