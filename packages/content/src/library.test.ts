import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { textPaths } from "./apply-overlay.ts";
import { blocksToText } from "./blocks-to-text.ts";
import { gradeQuiz } from "./grade-quiz.ts";
import { type LibraryItem, library } from "./library.ts";
import { sha256 } from "./library-files.ts";
import { checkBody } from "./parse.ts";
import { trialHotlines } from "./test/fixtures.ts";
import { gradeLevel } from "./test/reading-grade.ts";

const items = await library();
const trainings = items.filter((item) => item.kind === "training");

/** Terms that are one word in both languages. */
const sameInBoth = new Set(["No"]);

function quizzesOf(item: LibraryItem) {
  if (item.kind === "training") return item.body.quiz ? [item.body.quiz] : [];
  if (item.kind === "series")
    return item.body.parts.flatMap((part) => (part.type === "live" && part.quiz ? [part.quiz] : []));
  return [];
}

test("the library holds five trainings, a series and two toolkits", () => {
  expect(items.map(({ kind }) => kind).sort()).toEqual([
    "series",
    "toolkit",
    "toolkit",
    ...Array.from({ length: 5 }, () => "training"),
  ]);
});

describe.each(items.map((item) => [item.slug, item] as const))("%s", (_slug, item) => {
  const texts = [...textPaths(item.body)];

  test("reads back from JSON as it is", () => {
    const again = checkBody(item.kind, JSON.parse(JSON.stringify(item.body)));
    expect(again).toEqual({ valid: true, body: item.body });
  });

  test("has every text in English and in Spanish, and no text twice", () => {
    expect(item.body.languages).toEqual(["en", "es"]);
    const same = texts.filter(([, { en, es }]) => en === es && !sameInBoth.has(en ?? ""));
    expect(same.map(([path]) => path)).toEqual([]);
  });

  test("names numbers by token only, and only numbers that are known", () => {
    for (const [path, text] of texts)
      for (const value of Object.values(text)) {
        expect(value, path).not.toMatch(/\b911\b|\b233733\b|\d{3}[-. ]\d{4}|1-8\d\d/);
        for (const [, id] of value.matchAll(/\{\{hotline:([a-z]+)/g))
          expect(
            trialHotlines.map((hotline) => hotline.id),
            path,
          ).toContain(id);
        expect(
          value.replaceAll(
            /\{\{(hotline:[a-z]+(\.(phone|text|name))?|program|office|answer:[a-z-]+)\}\}/g,
            "",
          ),
          path,
        ).not.toMatch(/[{}]/);
      }
  });

  test("reads at ninth grade or below in English", () => {
    const options = { locale: "en", hotlines: trialHotlines };
    const text = texts.map(([, { en = "" }]) =>
      blocksToText([{ id: "x", type: "markdown", markdown: { en } }], options),
    );
    expect(gradeLevel(text.join("\n"))).toBeLessThanOrEqual(9);
  });

  test("brings the bytes of its files", () => {
    for (const blob of item.blobs) {
      expect(sha256(blob.bytes)).toBe(blob.sha256);
      expect(blob.bytes.length).toBe(blob.size);
    }
  });

  test("has quizzes that full marks pass and blank answers fail", () => {
    for (const quiz of quizzesOf(item)) {
      const right = quiz.questions.map(({ id, options }) => [
        id,
        options.filter((o) => o.correct).map((o) => o.id),
      ]);
      expect(gradeQuiz(quiz, Object.fromEntries(right))).toMatchObject({ percent: 100, passed: true });
      expect(gradeQuiz(quiz, {})).toMatchObject({ percent: 0, passed: false });
    }
  });
});

test("every training has a quiz of at least five questions and sources", () => {
  for (const { body, slug } of trainings) {
    expect(body.quiz?.questions.length, slug).toBeGreaterThanOrEqual(5);
    expect(body.references.length, slug).toBeGreaterThan(2);
    const minutes = body.lessons.reduce((sum, lesson) => sum + (lesson.minutes ?? 0), 0);
    expect(minutes, slug).toBe(body.minutes);
  }
});

test("a live session's agenda fills its time", () => {
  const live = items.flatMap((item) =>
    item.kind === "series" ? item.body.parts.filter((part) => part.type === "live") : [],
  );
  expect(live).toHaveLength(4);
  for (const part of live)
    expect(
      part.agenda.reduce((sum, { minutes }) => sum + minutes, 0),
      part.id,
    ).toBe(part.minutes);
});

test("series and toolkits name trainings of the library", () => {
  const slugs = new Set<string>(trainings.map(({ slug }) => slug));
  const named = items.flatMap((item) => {
    if (item.kind === "series")
      return item.body.parts.flatMap((part) => (part.type === "training" ? [part.training] : []));
    return item.kind === "toolkit" ? item.body.path.flatMap((step) => step.trainings) : [];
  });
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((slug) => !slugs.has(slug))).toEqual([]);
});

test("a faulty item is named with its slug and its faults", async () => {
  const folder = await mkdtemp(join(tmpdir(), "concord-library-"));
  await mkdir(join(folder, "broken"));
  await writeFile(join(folder, "broken", "training.yaml"), "schema: concord.training/1\nlanguages: [en]\n");
  const failure = library(folder);
  await expect(failure).rejects.toMatchObject({ code: "content.item-invalid", params: { slug: "broken" } });
  await writeFile(join(folder, "broken", "training.yaml"), "title: !blob ../../secret.png\n");
  await expect(library(folder)).rejects.toMatchObject({
    code: "content.yaml-invalid",
    params: { file: "training.yaml" },
  });
  await rm(folder, { recursive: true });
});
