import { expect, test } from "vitest";
import { addDays, addMonths, dayIn, daysBetween } from "./calendar.ts";

test("a moment belongs to different days in different zones", () => {
  const moment = new Date("2026-03-01T03:00:00Z");
  expect(dayIn("America/Chicago", moment)).toBe("2026-02-28");
  expect(dayIn("UTC", moment)).toBe("2026-03-01");
});

test("months end on a day they have", () => {
  expect(addMonths("2027-01-31", 1)).toBe("2027-02-28");
  expect(addMonths("2028-01-31", 1)).toBe("2028-02-29");
  expect(addMonths("2026-11-15", 14)).toBe("2028-01-15");
});

test("days are added and counted across daylight saving", () => {
  expect(addDays("2026-03-07", 2)).toBe("2026-03-09");
  expect(daysBetween("2026-03-07", "2026-03-09")).toBe(2);
  expect(daysBetween("2026-03-09", "2026-03-07")).toBe(-2);
});
