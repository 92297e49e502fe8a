import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { browser } from "@concord/testing";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawPicture } from "./draw-picture.ts";
import { fill, press } from "./form.ts";
import { madeUpFirm } from "./made-up.ts";
import { flat, readPdf } from "./read-pdf.ts";
import { madeUpTraining, offerTraining, takeTraining, writeTraining } from "./teach.ts";
import { killTenant } from "./tenant-processes.ts";
import { startTrialNetwork, type TrialNetwork } from "./trial-network.ts";
import { untilIncoming } from "./until-incoming.ts";
import { hrefs, type Walker, walker } from "./walker.ts";

const training = madeUpTraining();
const learner = madeUpFirm();
const width = 412;
const localPhone = "334-555-0182";

let network: TrialNetwork;
let chromium: Browser;
let giver: Walker;
let taker: Walker;
/** What Mississippi served as the lesson's picture. */
let picture = "";

beforeAll(async () => {
  [network, chromium] = await Promise.all([
    startTrialNetwork({ only: ["ms", "al"], processes: true }),
    browser(),
  ]);
});
afterAll(async () => {
  await chromium?.close();
  await network?.stop();
});

test("Mississippi writes a training with a picture and publishes it", async () => {
  giver = await walker(chromium, network);
  await giver.signIn("ms", "officer@ms.example");
  const id = await writeTraining(giver, "ms", training, await drawPicture(chromium, width, 233));
  const { page } = giver;
  const [drawn = ""] = await hrefs(page.locator("main img"), "src");
  picture = new URL(drawn).pathname.split("/").at(-1) ?? "";
  expect(picture).toMatch(/^[0-9a-f]{64}$/);
  await giver.open("ms", "/office/network/published");
  await giver.inspect();
  await press(page, `form#${id} button`);
  expect(await giver.text()).toContain("It was signed and published");
  await giver.inspect();
  await giver.open("ms", `/trainings/${id}`);
  expect(await giver.text()).toContain(training.en);
  await giver.inspect();
});

test("Alabama reads it and adopts it with a contact of its own", async () => {
  taker = await walker(chromium, network);
  const { page } = taker;
  await taker.signIn("al", "officer@al.example");
  await untilIncoming(taker, "al", training.en);
  await taker.inspect();
  await press(page, `main table a:has-text("${training.en}")`);
  await taker.inspect();
  expect(await taker.text()).toContain(training.word);
  expect(await taker.text()).toContain("Mississippi");
  await page.locator("form#overlay details").first().locator("summary").click();
  await fill(
    page,
    {
      "contacts.0.label.en": "Port desk in Mobile",
      "contacts.0.label.es": "Mesa del puerto de Mobile",
      "contacts.0.phone": localPhone,
    },
    "form#overlay",
  );
  await press(page, 'form#overlay button[type="submit"]');
  expect(new URL(page.url()).search).toBe("?done=adopted");
  await taker.inspect();
  await taker.open("al", "/office/network/adopted");
  expect(await taker.text()).toContain(training.en);
  await taker.inspect();
});

test("a revision is read as a difference, and applying it keeps what is Alabama's own", async () => {
  const { page } = giver;
  await giver.open("ms", "/office/trainings");
  await giver.inspect();
  await press(page, `main table a:has-text("${training.en}")`);
  await press(page, 'main a[href$="/edit"]');
  await fill(page, { "lessons.0.text.en": `At **${training.word}** people look three times.` });
  await press(page, 'main button[value="save"]');
  await offerTraining(giver);
  await giver.open("ms", "/office/network/published");
  await fill(page, { significance: "major" });
  await press(page, 'main form[action$="/publish"] button');

  await untilIncoming(taker, "al", training.en, "?status=update-available");
  await press(taker.page, `main table a:has-text("${training.en}")`);
  await taker.inspect();
  const removed = await taker.page.locator("main del").allTextContents();
  const added = await taker.page.locator("main ins").allTextContents();
  expect(removed.join(" ")).toContain("twice");
  expect(added.join(" ")).toContain("three times");
  await press(taker.page, "form#apply button");
  await taker.page
    .locator("form#overlay details")
    .first()
    .evaluate((node) => node.setAttribute("open", ""));
  expect(await taker.page.inputValue('[name="contacts.0.phone"]')).toBe(localPhone);
});

test("Alabama's catalogue shows it as Alabama's, with attribution, in both languages", async () => {
  const anybody = await walker(chromium, network, { width: 390, scripts: false });
  for (const [prefix, title, brand] of [
    ["", training.en, "Alabama Combats Trafficking"],
    ["/es", training.es, "Alabama"],
  ] as const) {
    await anybody.open("al", `${prefix}/trainings`);
    const card = anybody.page.locator("main article", { hasText: title });
    expect(flat((await card.textContent()) ?? "")).toMatch(/Mississippi|Misisipi/);
    expect(await anybody.page.locator(".cc-brand").textContent()).toContain(brand);
  }
  await anybody.inspect();
  await anybody.close();
});

test("with Mississippi killed and its folder deleted, a learner in Alabama finishes it", async () => {
  await giver.close();
  await killTenant(network, "ms");
  const folder = join(network.folder, "tenants", "ms");
  expect(existsSync(folder)).toBe(true);
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });

  const person = await walker(chromium, network, { width: 390 });
  const { page } = person;
  await person.signIn("al", learner.email, "/es");
  await person.open("al", "/es/trainings");
  await press(page, `main a:has-text("${training.es}")`);
  await takeTraining(person, learner.contact, "es", async () => {
    expect(await person.text()).toContain(training.word);
    expect(await person.text()).toContain(localPhone);
    const image = page.locator("main img");
    await image.scrollIntoViewIfNeeded();
    const seen = () => page.evaluate<number>("document.querySelector('main img').naturalWidth");
    await expect.poll(seen, { timeout: 20_000 }).toBe(width);
    const [source = ""] = await hrefs(image, "src");
    const bytes = new Uint8Array(await (await network.fetch(source)).arrayBuffer());
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(picture);
  });
  await press(page, 'main a[href$="/learn"]');
  await person.inspect();
  const pdf = await readPdf((await person.fetch('a[href*="/certificates/"][href$=".pdf"]')).bytes);
  for (const part of [learner.contact, training.es, "Mississippi"]) expect(pdf.text).toContain(part);
  expect(pdf).toMatchObject({ ua: "1", language: "es" });
  const code = /verify\/ ?([0-9A-Z-]{14})/.exec(pdf.text)?.[1] ?? "";
  await person.open("al", `/es/verify/${code}`);
  expect(await person.text()).toContain(training.es);
  await person.inspect();
  await person.close();
  await taker.open("al", "/office/network");
  await taker.inspect();
  await taker.close();
});
