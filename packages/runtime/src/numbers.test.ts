import { expect, test } from "vitest";
import { Messages } from "./messages.ts";
import { writeNumber } from "./numbers.ts";

test("numbers are written alike in every language of the United States", () => {
  for (const locale of ["en", "es"]) {
    expect(writeNumber(2.5, locale)).toBe("2.5");
    expect(writeNumber(1234, locale)).toBe("1,234");
    expect(writeNumber(1234567.891, locale)).toBe("1,234,567.89");
    expect(writeNumber(3, locale, { minimumFractionDigits: 2 })).toBe("3.00");
  }
  expect(writeNumber(0.5, "es", { style: "percent" })).toBe("50%");
});

test("a number inside a message is written as one outside", () => {
  const hours = "{hours, plural, one {# hora} other {# horas}}, {members, number}";
  const messages = new Messages(
    new Map([
      ["en", { hours: "" }],
      ["es", { hours }],
    ]),
  );
  expect(messages.in("es")("hours", { hours: 2.5, members: 1234 })).toBe("2.5 horas, 1,234");
});
