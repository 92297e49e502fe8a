import fc from "fast-check";
import { expect, test } from "vitest";
import { applicationDraft, applicationForm, plain, searchName, sortName, spokenReference } from "./model.ts";
import { containing } from "./store-directory.ts";

test("names sort as a phone book does", () => {
  expect(
    ["The Zebra Inn", "Águila Foods", "acorn"].sort((a, b) => (sortName(a) < sortName(b) ? -1 : 1)),
  ).toEqual(["acorn", "Águila Foods", "The Zebra Inn"]);
});

test("whatever part of a name is typed, in any case and without accents, is found in the searchable name", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), fc.nat(), fc.nat(), (name, from, length) => {
      const whole = searchName(name, "Other name");
      const part = plain(
        plain(name).slice(from % (name.length + 1), (from % (name.length + 1)) + (length % 20)),
      );
      expect(whole).toContain(part);
    }),
  );
});

test("a search word is never a pattern of its own", () => {
  expect(containing("50% off_\\")).toBe("%50\\% off\\_\\\\%");
});

test("a draft keeps the form's fields and nothing else", () => {
  const draft = applicationDraft.parse({ legalName: "A", go: "later", __proto__: { listed: true } });
  expect(draft).toEqual({ legalName: "A" });
  expect(applicationDraft.safeParse({ legalName: "x".repeat(70_000) }).success).toBe(false);
});

test("a location is not published unless somebody asks for it", () => {
  const place = { street: "1 A St", city: "B", region: "ms", postalCode: "39201", countyFips: "28049" };
  const parsed = applicationForm.shape.locations.parse([place]);
  expect(parsed[0]).toMatchObject({ published: false, region: "MS" });
});

test("references hold no letter that is mistaken for another when spoken", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
      expect(spokenReference(Buffer.from(bytes).toString("hex"))).toMatch(
        /^[2-9A-HJKMNP-TV-Z]{3}-[2-9A-HJKMNP-TV-Z]{4}$/,
      );
    }),
  );
});
