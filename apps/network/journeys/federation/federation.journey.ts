import { afterAll, beforeAll, test } from "vitest";
import * as life from "./item-life.ts";
import { Story } from "./story.ts";
import * as trust from "./trust-life.ts";

let story: Story;

beforeAll(async () => {
  story = await Story.begin();
});
afterAll(() => story?.end());

test("what Mississippi publishes is adopted by Alabama with a contact of its own, and held by Georgia", () =>
  life.publishAndAdopt(story));

test("a revision is read as a difference and taken in part; what is Alabama's own stays", () =>
  life.reviseAndTakeInPart(story));

test("a recall hides it at its peers within five seconds, with the reason", () => life.recall(story));

test("an erasure leaves no byte and no word of it at any holder, and the feed still verifies", () =>
  life.erase(story));

test("with the origin switched off, a newcomer joins and gets its material from the others", () =>
  trust.joinWithoutOrigin(story));

test("a thief who has the origin's key and data recalls what it gave", () => trust.recallByThief(story));

test("the origin notices by itself that others have what it never signed", () => trust.noticeTheft(story));

test("its epoch is closed: the thief's recall is undone, and the origin goes on with a new key", () =>
  trust.undoTheft(story));

test("restored from an old backup, the origin notices by itself and signs nothing", () =>
  trust.noticeRestore(story));

test("its own entries come back from the others, and it goes on after them", async () => {
  await trust.goOnAfterRestore(story);
  await story.goHome();
});
