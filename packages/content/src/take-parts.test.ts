import { expect, test } from "vitest";
import { parseBody } from "./parse.ts";
import { changedParts, takeParts } from "./take-parts.ts";
import { sampleJson, sampleTraining } from "./test/sample-training.ts";

const both = (text: string) => ({ en: text, es: `${text} (es)` });

/** A later revision: a new title, a new lesson first, and in the old first lesson a new title and a new block. */
function later() {
  const copy = structuredClone(sampleJson);
  const [first, ...rest] = copy.lessons;
  const block = { id: "added", type: "prose", markdown: both("Look twice.") };
  const changed = { ...first, title: both("Renamed"), blocks: [...(first?.blocks ?? []), block] };
  const added = { id: "before-all", title: both("Before all"), blocks: [block] };
  return parseBody("training", { ...copy, title: both("Anew"), lessons: [added, changed, ...rest] });
}

const [id] = sampleTraining().lessons.map((lesson) => lesson.id);
const all = ["title", "lessons/before-all", `lessons/${id}/title`, `lessons/${id}/blocks/added`];

test("what changed is told by the parts that can be taken one by one", () => {
  const parts = changedParts(sampleTraining(), later(), "en");
  expect(parts.map(({ path }) => path)).toEqual(all);
  const title = parts.find(({ path }) => path === `lessons/${id}/title`);
  expect(title).toMatchObject({
    where: "Lesson “Renamed” › Title",
    changes: [{ language: "en" }, { language: "es" }],
  });
});

test("a part is taken without the others, and none of them leaves the body as it was", () => {
  for (const path of all) {
    const taken = takeParts(sampleTraining(), later(), [path]);
    if (!taken.valid) throw new Error(path);
    expect(changedParts(sampleTraining(), taken.body, "en").map((part) => part.path)).toEqual([path]);
    expect(changedParts(taken.body, later(), "en").map((part) => part.path)).toEqual(
      all.filter((one) => one !== path),
    );
  }
  expect(takeParts(sampleTraining(), later(), [])).toEqual({ valid: true, body: sampleTraining() });
  expect(takeParts(sampleTraining(), later(), all)).toEqual({ valid: true, body: later() });
});

test("what is removed or moved is a part as well", () => {
  const removed = takeParts(later(), sampleTraining(), ["lessons/before-all"]);
  expect(removed).toMatchObject({ valid: true, body: { title: both("Anew") } });
  const body = later();
  const moved = { ...body, lessons: body.lessons.toReversed() };
  expect(changedParts(body, moved, "en").map(({ path }) => path)).toEqual(["lessons"]);
  expect(takeParts(body, moved, ["lessons"])).toEqual({ valid: true, body: moved });
});

test("a language that only some of the parts have is not claimed", () => {
  const copy = structuredClone(sampleJson);
  const languages = ["en", "es", "vi"];
  const title = { ...copy.title, vi: "Tên" };
  const taken = takeParts(sampleTraining(), { ...parseBody("training", copy), languages, title }, ["title"]);
  expect(taken).toMatchObject({ valid: true, body: { title: { vi: "Tên" }, languages: ["en", "es"] } });
});
