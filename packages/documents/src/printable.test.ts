import { expect, test } from "vitest";
import { familyCoverage } from "./coverage.ts";
import { readFonts } from "./fonts.ts";
import { printable, printableJson } from "./printable.ts";

const families = readFonts().map(familyCoverage);

test("what the short way lets through is drawn by every text face", () => {
  const [text] = families;
  const through = Array.from({ length: 0xff }, (_, point) => String.fromCodePoint(point + 1))
    .concat([..."–—‘’“”…"])
    .filter((character) => printable(character, []) === character && character !== "\n");
  expect(through.length).toBeGreaterThan(190);
  expect(through.filter((character) => !text?.(character.codePointAt(0) ?? 0))).toEqual([]);
});

test("names of the world stay as they are, what no font draws becomes a replacement mark", () => {
  for (const text of ["Núñez & Søn", "Жанна", "שָׁלוֹם", "مرحبا", "👩‍👩‍👧 🇲🇽 ❤️", "Łukasz 🙂"])
    expect(printable(text, families)).toBe(text.normalize("NFC"));
  expect(printable("中 A", families)).toBe("� A");
  expect(printable("A\u20DD", [(point) => point === 0x41])).toBe("A");
});

test("controls, lone surrogates and overrides of direction are gone; line feeds stay", () => {
  expect(printable("a\u0000b\u202Ec\r\nd\te\uD800", families)).toBe("abc\nd e�");
});

test("strings are cleaned wherever they stand, and what is undefined is null", () => {
  expect(printableJson({ a: ["x\u0007", { b: undefined }], n: 1, t: true }, families)).toEqual({
    a: ["x", { b: null }],
    n: 1,
    t: true,
  });
});
