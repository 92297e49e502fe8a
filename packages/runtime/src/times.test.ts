import { expect, test } from "vitest";
import { writeDayOf, writeDaysAgo, writeMoment } from "./times.ts";

const mississippi = { locale: "en", timeZone: "America/Chicago" };
const enEspañol = { ...mississippi, locale: "es" };
const georgia = { locale: "en", timeZone: "America/New_York" };

test("a time names its zone as people know it, in Spanish too, and by the season", () => {
  const winter = new Date("2026-11-24T18:05:09Z");
  const summer = new Date("2026-07-04T18:05:00Z");
  expect(writeMoment(winter, mississippi)).toBe("Nov 24, 2026, 12:05 PM CST");
  expect(writeMoment(winter, enEspañol)).toBe("24 nov 2026, 12:05 p.m. CST");
  expect(writeMoment(winter, georgia, "seconds")).toBe("Nov 24, 2026, 1:05:09 PM EST");
  expect(writeMoment(summer, mississippi)).toBe("Jul 4, 2026, 1:05 PM CDT");
});

test("a moment late in the evening belongs to the day that the place still has", () => {
  const evening = new Date("2026-11-25T05:30:00Z");
  expect(writeDayOf(evening, mississippi)).toBe("Nov 24, 2026");
  expect(writeDayOf(evening, georgia)).toBe("Nov 25, 2026");
  expect(writeDayOf(evening, enEspañol)).toBe("24 nov 2026");
});

test("days ago are counted by the calendar of the place, not in spans of 24 hours", () => {
  const now = new Date("2026-11-25T14:00:00Z");
  const ago = (at: string, place = mississippi) => writeDaysAgo(new Date(at), now, place);
  expect(ago("2026-11-25T06:00:00Z")).toBe("today");
  expect(ago("2026-11-25T05:59:00Z")).toBe("yesterday");
  expect(ago("2026-11-25T05:59:00Z", georgia)).toBe("today");
  expect(ago("2026-11-15T13:00:00Z")).toBe("10 days ago");
  expect(ago("2026-11-15T23:00:00Z")).toBe("10 days ago");
  expect(ago("2026-11-15T13:00:00Z", enEspañol)).toBe("hace 10 días");
  expect(ago("2026-11-25T05:59:00Z", enEspañol)).toBe("ayer");
});

test("the days on which clocks change have 23 and 25 hours, and are days like any other", () => {
  const ago = (at: string, now: string) => writeDaysAgo(new Date(at), new Date(now), mississippi);
  // From noon to 11 in the morning of the next day but one: less than 48 hours in spring, 48 in fall.
  expect(ago("2026-03-07T18:00:00Z", "2026-03-09T16:00:00Z")).toBe("2 days ago");
  expect(ago("2026-10-31T17:00:00Z", "2026-11-02T17:00:00Z")).toBe("2 days ago");
  // Fall's night has an hour more: 11:30 in the evening is still the day on which clocks changed.
  expect(ago("2026-11-01T05:30:00Z", "2026-11-02T05:30:00Z")).toBe("today");
});

test("what a clock that runs ahead wrote is today's", () => {
  const now = new Date("2026-11-25T14:00:00Z");
  expect(writeDaysAgo(new Date("2026-11-26T14:00:00Z"), now, mississippi)).toBe("today");
});
