import fc from "fast-check";
import { expect, test } from "vitest";
import { gradeQuiz } from "./grade-quiz.ts";
import { quiz } from "./quiz.ts";

const text = { en: "x" };
const option = (id: string, correct: boolean) => ({ id, text, correct });
const single = (id: string) => ({
  id,
  type: "single",
  prompt: text,
  explanation: text,
  options: [option("a", true), option("b", false)],
});
const multiple = {
  ...single("m"),
  type: "multiple",
  options: [option("a", true), option("b", true), option("c", false)],
};
const sample = quiz.parse({ passMark: 75, questions: [single("q1"), single("q2"), single("q3"), multiple] });

test("three of four pass at 75 percent, two do not", () => {
  expect(gradeQuiz(sample, { q1: ["a"], q2: ["a"], q3: ["a"], m: ["a"] })).toMatchObject({
    correct: 3,
    percent: 75,
    passed: true,
  });
  expect(gradeQuiz(sample, { q1: ["a"], q2: ["a"], q3: ["b"], m: ["a", "b", "c"] })).toMatchObject({
    percent: 50,
    passed: false,
  });
});

test("a mark between whole percents is shown rounded down and decided exactly", () => {
  const thirds = quiz.parse({ passMark: 67, questions: [single("q1"), single("q2"), single("q3")] });
  expect(gradeQuiz(thirds, { q1: ["a"], q2: ["a"] })).toMatchObject({ percent: 66, passed: false });
});

test("every answer at once is wrong, a repeated one counts once, names of the prototype are no answers", () => {
  expect(
    gradeQuiz(sample, { q1: ["a", "b"], q2: ["a", "a"] }).questions.map(({ correct }) => correct),
  ).toEqual([false, true, false, false]);
  const odd = quiz.parse({ passMark: 1, questions: [{ ...single("constructor") }] });
  expect(gradeQuiz(odd, {})).toMatchObject({ correct: 0, passed: false });
});

test("any answers give a mark within bounds, and more right ones never a lower mark", () => {
  const chosen = fc.dictionary(
    fc.constantFrom("q1", "q2", "q3", "m", "zz"),
    fc.array(fc.constantFrom("a", "b", "c", "?")),
  );
  fc.assert(
    fc.property(chosen, (answers) => {
      const before = gradeQuiz(sample, answers);
      const after = gradeQuiz(sample, { ...answers, q1: ["a"] });
      expect(before.percent).toBeGreaterThanOrEqual(0);
      expect(after.percent).toBeLessThanOrEqual(100);
      expect(after.percent).toBeGreaterThanOrEqual(before.percent);
    }),
  );
});

test("a question without a right answer, or with two in a single choice, is refused", () => {
  const none = { ...single("q"), options: [option("a", false), option("b", false)] };
  const two = { ...single("q"), options: [option("a", true), option("b", true)] };
  for (const bad of [none, two])
    expect(quiz.safeParse({ passMark: 50, questions: [bad] }).success).toBe(false);
});
