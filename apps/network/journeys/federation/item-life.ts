import { expect } from "vitest";
import { readFeed } from "../../test/kill/check-sharing.ts";
import { drawPicture } from "../draw-picture.ts";
import { fill, press } from "../form.ts";
import { madeUpFirm, madeUpName } from "../made-up.ts";
import { beginTraining, writeTraining } from "../teach.ts";
import { hrefs, type Walker } from "../walker.ts";
import { adopt, openIncoming, publish, rewrite, takeBack } from "./office.ts";
import { filesHolding, tablesSaying } from "./outside.ts";
import type { Shared, Story } from "./story.ts";

const learner = madeUpFirm();
const phone = "334-555-0182";
const [newPier, wrongNumber, consent] = [madeUpName(), madeUpName(), madeUpName()];
/** How long an item may still be seen at a peer after its origin recalled it. */
const hiddenWithinMs = 5_000;
const soon = { timeout: 60_000, interval: 250 };
const holders = ["ms", "al", "ga"];

/** Mississippi writes and publishes two trainings; Alabama adopts both with a contact of its own, Georgia only holds them. */
export async function publishAndAdopt(story: Story): Promise<void> {
  const [giver, taker] = [await story.officer("ms"), await story.officer("al")];
  for (const shared of [story.doomed, story.lasting]) {
    await write(giver, shared, story);
    await publish(giver, "ms", shared.trainingId);
    await openIncoming(taker, "al", shared.made.en);
    shared.item = new URL(taker.page.url()).pathname.split("/").at(-1) ?? "";
    expect(await taker.text()).toContain(shared.made.word);
    await adopt(taker, phone);
    await expect.poll(() => heldBy(story, "ga", shared), soon).toBe(1);
  }
  await taker.inspect();
  for (const code of holders) expect(await heldBy(story, code, story.doomed), code).toBeGreaterThan(0);
}

async function write(giver: Walker, shared: Shared, { chromium }: Story): Promise<void> {
  shared.trainingId = await writeTraining(giver, "ms", shared.made, await drawPicture(chromium, 412, 233));
  const [drawn = ""] = await hrefs(giver.page.locator("main img"), "src");
  shared.picture = new URL(drawn).pathname.split("/").at(-1) ?? "";
}

/** How many files of a state hold the picture. */
async function heldBy({ states }: Story, code: string, { picture }: Shared): Promise<number> {
  expect(picture).toMatch(/^[0-9a-f]{64}$/);
  return (await filesHolding(states.folderOf(code), picture)).length;
}

/** The origin changes a text and a heading; Alabama takes the text, leaves the heading, and keeps its contact. */
export async function reviseAndTakeInPart(story: Story): Promise<void> {
  const [giver, taker] = [await story.officer("ms"), await story.officer("al")];
  const { made, trainingId, item } = story.doomed;
  await rewrite(giver, "ms", trainingId, {
    "lessons.0.text.en": `At **${made.word}** people look three times.`,
    "lessons.0.text.es": `En **${made.word}** la gente mira tres veces.`,
    "lessons.0.title.en": `On the ${newPier} pier`,
    "lessons.0.title.es": `En el muelle ${newPier}`,
  });
  await publish(giver, "ms", trainingId);
  await openIncoming(taker, "al", made.en, "?status=update-available");
  await taker.inspect();
  const { page } = taker;
  const [removed, added] = [await textsOf(taker, "del"), await textsOf(taker, "ins")];
  for (const [was, is] of [
    ["twice", "three times"],
    [made.word, newPier],
  ] as const) {
    expect(removed).toContain(was);
    expect(added).toContain(is);
  }
  const heading = page.locator('form#apply input[type="checkbox"][value$="/title"]');
  await fill(page, { [(await heading.getAttribute("name")) ?? ""]: false }, "form#apply");
  await press(page, "form#apply button");
  expect(new URL(page.url()).search).toBe("?done=adopted");
  // What was left out is still offered.
  expect(await textsOf(taker, "ins")).toContain(newPier);
  expect(await page.inputValue('[name="contacts.0.phone"]')).toBe(phone);
  await taker.inspect();
  expect(item).toBe(new URL(page.url()).pathname.split("/").at(-1));
}

async function textsOf({ page }: Walker, tag: "del" | "ins"): Promise<string> {
  return (await page.locator(`main ${tag}`).allTextContents()).join(" ");
}

/** Somebody is in the middle of the training when it is recalled; they and Georgia learn of it at once, with the reason. */
export async function recall(story: Story): Promise<void> {
  const { made, item } = story.doomed;
  const person = await story.person({ width: 390 });
  await person.signIn("al", learner.email, "/es");
  await person.open("al", "/es/trainings");
  await press(person.page, `main a:has-text("${made.es}")`);
  const offered = person.page.url();
  await beginTraining(person, learner.contact, "es");
  const lesson = await person.text();
  for (const part of ["tres veces", `En el muelle ${made.word}`, phone]) expect(lesson).toContain(part);
  expect(lesson).not.toContain(newPier);

  const anybody = async () => (await story.states.fetch(offered)).status;
  expect(await anybody()).toBe(200);
  const reason = `The telephone number of ${wrongNumber} is wrong.`;
  const pressedAt = await takeBack(await story.officer("ms"), "ms", item, { op: "recall", reason });
  await expect.poll(anybody, { timeout: 20_000, interval: 50 }).toBe(404);
  const hiddenAfter = performance.now() - pressedAt;
  console.log(`a recall was hidden at the peer after ${Math.round(hiddenAfter)} ms`);
  expect(hiddenAfter).toBeLessThan(hiddenWithinMs);

  await person.page.reload();
  expect(await person.text()).toContain("La oficina que escribió esta capacitación la anuló.");
  await person.inspect();
  await person.open("al", "/es/trainings");
  expect(await person.text()).not.toContain(made.es);
  await person.close();
  for (const code of ["al", "ga"]) await seeReason(story, code, reason);
  await seeApplied(story, "recall");
}

async function seeReason(story: Story, code: string, reason: string): Promise<void> {
  const reader = await story.officer(code);
  await reader.open(code, `/office/network/incoming/${story.doomed.item}`);
  await expect
    .poll(async () => {
      await reader.page.reload();
      return await reader.text();
    }, soon)
    .toContain(reason);
  await reader.inspect();
}

/** The origin's office sees that both others confirmed it, and that nothing is owed any more. */
async function seeApplied(story: Story, op: "recall" | "erase"): Promise<void> {
  const giver = await story.officer("ms");
  const { page } = giver;
  await giver.open("ms", `/office/network/published/${story.doomed.item}`);
  const applied = page.locator("main table tbody tr .cc-status--good");
  await expect
    .poll(async () => {
      await page.reload();
      return await applied.count();
    }, soon)
    .toBe(2);
  await giver.open("ms", "/office/network/problems");
  expect(await page.locator("main table").count(), `${op} is owed`).toBe(0);
}

/** No holder keeps a byte or a word of it, and the feed is still whole everywhere. */
export async function erase(story: Story): Promise<void> {
  const { item, made } = story.doomed;
  for (const code of holders) {
    expect(await heldBy(story, code, story.doomed), code).toBeGreaterThan(0);
    const said = await story.states.look(code, (sql) => tablesSaying(sql, made.word));
    expect(said, code).toContain("peer.bodies");
  }
  const reason = `${consent} took her consent back.`;
  await takeBack(await story.officer("ms"), "ms", item, { op: "erase", reason });
  for (const code of ["al", "ga"]) await seeReason(story, code, reason);
  for (const code of holders) {
    await expect.poll(() => heldBy(story, code, story.doomed), soon).toBe(0);
    for (const word of [made.word, newPier])
      expect(await story.states.look(code, (sql) => tablesSaying(sql, word)), code).toEqual([]);
    expect(await heldBy(story, code, story.lasting), code).toBeGreaterThan(0);
  }
  await seeApplied(story, "erase");
  await seeSameFeed(story, holders);
}

/** Everybody holds the same entries of Mississippi's, which hold by our own check and by the command's. */
export async function seeSameFeed({ states }: Story, codes: readonly string[]): Promise<void> {
  const keys = await states.keysOf("ms");
  const feeds = await Promise.all(
    codes.map((code) => states.look(code, (sql) => readFeed(sql, "us-ms", ...keys))),
  );
  const [first = []] = feeds;
  for (const [at, feed] of feeds.entries()) expect(feed, codes[at]).toEqual(first);
  const statements = first.map(({ signed }) => signed);
  for (const code of codes) {
    const [feed] = await states.look(
      code,
      (sql) => sql`select checkpoint from peer.feeds where code = 'us-ms'`,
    );
    statements.push(feed?.checkpoint);
  }
  for (const signed of statements) await states.verify(signed);
}
