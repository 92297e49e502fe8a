import fc from "fast-check";
import { expect, test } from "vitest";
import { textFaults } from "./text-faults.ts";

test("what Postgres cannot keep is pointed at, in values and in keys", () => {
  const form = { name: "a\0b", "a/b": ["fine", "half \ud83d"], ok: "whole 😀", n: 7, none: null };
  expect(textFaults({ form, "\0": 1 })).toEqual(
    expect.arrayContaining([
      { pointer: "/form/name", code: "field.characters" },
      { pointer: "/form/a~1b/1", code: "field.characters" },
      { pointer: "", code: "field.characters" },
    ]),
  );
  expect(textFaults({ form, "\0": 1 })).toHaveLength(3);
});

test("nesting without end is refused, and read without recursion", () => {
  let deep: unknown = "x";
  for (let level = 0; level < 200_000; level++) deep = [deep];
  expect(textFaults(deep)).toEqual([{ pointer: "", code: "field.too-deep" }]);
});

test("any JSON of whole characters passes", () => {
  const text = fc.string({ unit: "grapheme" }).filter((one) => !one.includes("\0"));
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { maxDepth: 8 },
      text,
      fc.double(),
      fc.array(tie("json")),
      fc.dictionary(text, tie("json")),
    ),
  }));
  fc.assert(
    fc.property(json, (value) => {
      expect(textFaults(value)).toEqual([]);
    }),
  );
});
