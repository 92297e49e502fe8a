import fc from "fast-check";
import { expect, test } from "vitest";
import { flattened, nested } from "./forms.ts";

test("field names with dots become objects and lists, in order", () => {
  expect(nested({ a: "1", "list.1.x": "b", "list.0.x": "a", "list.10.x": "c", many: ["p", "q"] })).toEqual({
    a: "1",
    list: [{ x: "a" }, { x: "b" }, { x: "c" }],
    many: ["p", "q"],
  });
});

test("a name that aims at the prototype stays a plain field", () => {
  const made = nested({ "__proto__.polluted": "yes", "constructor.prototype.polluted": "yes" });
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(Object.keys(made)).toContain("constructor");
});

test("filling a form again and reading it gives what was there", () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  const shape = fc.dictionary(
    word,
    fc.oneof(
      fc.string(),
      fc.array(fc.record({ x: fc.string(), y: fc.string() }), { minLength: 1, maxLength: 3 }),
    ),
  );
  fc.assert(
    fc.property(shape, (value) => {
      expect(nested(flattened(value))).toEqual({ ...value });
    }),
  );
});
