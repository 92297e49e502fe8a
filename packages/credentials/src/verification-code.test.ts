import fc from "fast-check";
import { expect, test } from "vitest";
import { newVerificationCode, normalizeVerificationCode } from "./verification-code.ts";

const codes = fc.uint8Array({ minLength: 7, maxLength: 16 }).map(newVerificationCode);
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** Where the letters of XXXX-XXXX-XXXX stand. */
const places = [0, 1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 13];

test("a code is three groups of four letters that cannot be confused", () => {
  fc.assert(fc.property(codes, (code) => /^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/.test(code)));
});

test("a code is found again however it was typed", () => {
  const typed = fc.tuple(codes, fc.boolean(), fc.constantFrom("", " ", "-", " – "));
  fc.assert(
    fc.property(typed, ([code, lower, separator]) => {
      const spoken = code.replaceAll("-", separator).replaceAll("0", "O").replace("1", "l").replace("1", "I");
      expect(normalizeVerificationCode(lower ? ` ${spoken.toLowerCase()} ` : spoken)).toBe(code);
    }),
  );
});

test("one wrong letter is always noticed", () => {
  fc.assert(
    fc.property(codes, fc.constantFrom(...places), fc.constantFrom(...alphabet), (code, place, letter) => {
      fc.pre(code[place] !== letter);
      expect(
        normalizeVerificationCode(code.slice(0, place) + letter + code.slice(place + 1)),
      ).toBeUndefined();
    }),
  );
});

test("two letters that changed places are always noticed", () => {
  fc.assert(
    fc.property(codes, fc.constantFrom(...places), fc.constantFrom(...places), (code, one, other) => {
      fc.pre(code[one] !== code[other]);
      const letters = [...code];
      [letters[one], letters[other]] = [letters[other] ?? "", letters[one] ?? ""];
      expect(normalizeVerificationCode(letters.join(""))).toBeUndefined();
    }),
  );
});

test("what is no code is refused, and so is too little randomness", () => {
  for (const text of ["", "7KQ4", "UUUU-UUUU-UUUU", "7KQ4-M2XD-9HTC-0", "ñandú"])
    expect(normalizeVerificationCode(text)).toBeUndefined();
  expect(() => newVerificationCode(new Uint8Array(6))).toThrow(RangeError);
});
