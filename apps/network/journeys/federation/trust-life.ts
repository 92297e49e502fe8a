import { expect } from "vitest";
import { officer } from "../../test/trial-place.ts";
import { madeUpName } from "../made-up.ts";
import { seeSameFeed } from "./item-life.ts";
import { adopt, askAll, openIncoming, publish, rewrite, tryToPublish } from "./office.ts";
import { filesHolding } from "./outside.ts";
import type { Story } from "./story.ts";

const soon = { timeout: 60_000, interval: 250 };
const [lie, afterTheft] = [madeUpName(), madeUpName()];
const [unsigned, afterRestore] = [madeUpName(), madeUpName()];

/** Mississippi's server is gone; a new state joins by its stewards and gets what Mississippi gave from the others. */
export async function joinWithoutOrigin(story: Story): Promise<void> {
  const { states, lasting } = story;
  await states.kill("ms");
  story.backup = await states.copyOf("ms", "backup");
  await story.join();
  await states.handOut("al");
  await states.open("zz");
  const newcomer = await story.officer("zz");
  await openIncoming(newcomer, "zz", lasting.made.es);
  await newcomer.inspect();
  await adopt(newcomer, "671-555-0182");
  await newcomer.open("zz", "/office/network/incoming");
  expect(await newcomer.text()).not.toContain(story.doomed.made.word);
  expect(await filesHolding(states.folderOf("zz"), lasting.picture)).not.toEqual([]);
  const [heard] = await states.look(
    "zz",
    (sql) => sql`select last_summary ->> 'source' as source from peer.contacts where code = 'us-ms'`,
  );
  expect(["us-al", "us-ga"]).toContain(heard?.source);
  await seeSameFeed(story, ["al", "ga", "zz"]);
}

/** Somebody has a copy of all that Mississippi had, and recalls in its name what everybody uses. */
export async function recallByThief(story: Story): Promise<void> {
  const { states, lasting } = story;
  const thief = await states.impersonate("ms", await states.copyOf("ms", "stolen"));
  const visitor = thief.visitor();
  await visitor.signIn(officer.email);
  const end = `/office/network/published/${lasting.item}/end`;
  await visitor.open(end);
  await visitor.submit(end, { op: "recall", reason: lie });
  await askAll(await story.officer("zz"), "zz");
  for (const code of ["al", "ga", "zz"]) await seeStatus(story, code, "recalled");
  await seeOffered(story, "al", false);
  await thief.stop();
}

/** The true Mississippi sees by itself that others have what it never signed, and signs nothing. */
export async function noticeTheft(story: Story): Promise<void> {
  const { states } = story;
  const mark = await states.markOf("ms");
  await states.start("ms");
  await seeHalted(story, afterTheft);
  expect(await states.markOf("ms")).toEqual(mark);
}

/** Its epoch is closed before the lie: the item is offered again, as it was, while Mississippi is still away. */
export async function undoTheft(story: Story): Promise<void> {
  const { states, lasting } = story;
  await states.stop("ms");
  // Whoever takes it for a lost database is not given the thief's entries.
  const found = await states.restoreFeed("ms");
  const { seq, head } = await states.markOf("ms");
  expect(found).toMatchObject({ state: "not-ours", seq, head });
  await states.closeEpoch("ms", found, "stolen");
  await states.handOut("al");
  for (const code of ["ga", "zz"]) await askAll(await story.officer(code), code);
  for (const code of ["al", "ga", "zz"]) await seeStatus(story, code, "live");
  for (const code of ["al", "zz"]) await seeOffered(story, code, true);
  const evidence = await states.look(
    "al",
    (sql) => sql`select payload ->> 'op' as op from peer.void_entries`,
  );
  expect(evidence, "what is kept as evidence").toEqual([{ op: "recall" }]);
  const taker = await story.officer("al");
  await taker.open("al", `/office/network/incoming/${lasting.item}`);
  expect(await taker.text()).not.toContain(lie);
  await taker.inspect();

  await goOnWithNewKey(story);
  const giver = await story.officer("ms");
  await publish(giver, "ms", lasting.trainingId);
  await seeUpdate(story, afterTheft);
}

/** Mississippi's database is put back to what it was before the theft: it notices by itself and signs nothing. */
export async function noticeRestore(story: Story): Promise<void> {
  const { states } = story;
  await states.kill("ms");
  const mark = await states.markOf("ms");
  await states.putBack("ms", story.backup);
  await states.start("ms");
  await seeHalted(story, unsigned);
  expect(await states.markOf("ms")).toEqual(mark);
}

/** Its own entries come back from the others, its epoch is closed after them, and it goes on with a new key. */
export async function goOnAfterRestore(story: Story): Promise<void> {
  const { states, lasting } = story;
  await states.stop("ms");
  const found = await states.restoreFeed("ms");
  expect(found.state).toBe("close-epoch");
  await states.closeEpoch("ms", found, "restored");
  await goOnWithNewKey(story);
  const giver = await story.officer("ms");
  // What it had published since the backup is in its own form again.
  await giver.open("ms", `/office/trainings/${lasting.trainingId}/edit`);
  expect(await giver.page.inputValue('[name="lessons.0.text.en"]')).toContain(afterTheft);
  await rewrite(giver, "ms", lasting.trainingId, { "lessons.0.text.en": `Now there is ${afterRestore}.` });
  await publish(giver, "ms", lasting.trainingId);
  await seeUpdate(story, afterRestore);
  const others = ["al", "ga", "zz"];
  for (const code of others) {
    await askAll(await story.officer(code), code);
    expect(await states.look(code, (sql) => sql`select feed, reason from peer.quarantines`), code).toEqual(
      [],
    );
  }
  await seeSameFeed(story, ["ms", ...others]);
}

/** Others hear of the new key before its first use, as the manual of operations has it. */
async function goOnWithNewKey({ states }: Story): Promise<void> {
  await states.renewKey("ms");
  for (const code of ["al", "ms"]) await states.handOut(code);
}

async function seeStatus({ states, lasting }: Story, code: string, status: string): Promise<void> {
  const { item } = lasting;
  const now = () =>
    states.look(code, async (sql) => {
      const [row] = await sql`select status from peer.items where item = ${item}`;
      return row?.status;
    });
  await expect.poll(now, { ...soon, message: `the item at ${code}` }).toBe(status);
}

/** Whether people of a state see it in their catalogue, on a phone. */
async function seeOffered(story: Story, code: string, offered: boolean): Promise<void> {
  const person = await story.person({ width: 390 });
  // Spanish is the newcomer's first language, which has no prefix.
  await person.open(code, code === "zz" ? "/trainings" : "/es/trainings");
  const card = person.page.locator("main article", { hasText: story.lasting.made.es });
  expect(await card.count(), code).toBe(offered ? 1 : 0);
  await person.inspect();
  await person.close();
}

/** Alabama reads what the origin changed. */
async function seeUpdate(story: Story, word: string): Promise<void> {
  const taker = await story.officer("al");
  await taker.open("al", `/office/network/incoming/${story.lasting.item}`);
  await expect
    .poll(async () => {
      await taker.page.reload();
      return (await taker.page.locator("main ins").allTextContents()).join(" ");
    }, soon)
    .toContain(word);
}

/** The office is told in plain words that it signs nothing, and a button that would sign does nothing. */
async function seeHalted(story: Story, word: string): Promise<void> {
  const giver = await story.officer("ms");
  const { trainingId, made } = story.lasting;
  await giver.open("ms", "/office/network/problems");
  await expect
    .poll(async () => {
      await giver.page.reload();
      return await giver.page.locator("main .usa-alert--error").count();
    }, soon)
    .toBe(1);
  expect(await giver.text()).toContain("feed restore");
  await giver.inspect();
  await rewrite(giver, "ms", trainingId, { "lessons.0.text.en": `At **${made.word}** there is ${word}.` });
  await tryToPublish(giver, "ms", trainingId);
  expect(new URL(giver.page.url()).search).toBe("");
  expect(await giver.page.locator("main .usa-alert--error").count()).toBe(1);
}
