import { expect, test } from "vitest";
import { compareWords } from "./compare-words.ts";

const texts: [string, string][] = [
  ["Call the hotline today.", "Call the national hotline now."],
  ["", "Something new"],
  ["Something old", ""],
  ["the same", "the same"],
];

test("runs without the added give the old text, without the removed the new one", () => {
  for (const [before, after] of texts) {
    const runs = compareWords(before, after);
    const text = (drop: string) =>
      runs
        .filter((run) => run.kind !== drop)
        .map((run) => run.text)
        .join("");
    expect(text("added")).toBe(before);
    expect(text("removed")).toBe(after);
  }
});

test("only the words that changed are marked", () => {
  expect(compareWords("Call the hotline today.", "Call the national hotline today.")).toEqual([
    { kind: "same", text: "Call the " },
    { kind: "added", text: "national " },
    { kind: "same", text: "hotline today." },
  ]);
});

test("texts over the limit are one replacement", () => {
  expect(compareWords("a b c", "a b d", 2).map((run) => run.kind)).toEqual(["removed", "added"]);
});
