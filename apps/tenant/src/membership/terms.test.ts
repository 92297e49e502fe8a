import { addDays } from "@concord/runtime";
import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeRenewal, term } from "./terms.ts";

const basis = { source: "a rule" };
const strict = { openDaysBefore: 90, early: "reject", late: "new-application", basis } as const;

test("a term of 36 months ends the day before its third anniversary", () => {
  expect(term("2026-02-28", 36)).toEqual({ validFrom: "2026-02-28", validUntil: "2029-02-27" });
});

test("a renewal is taken from 90 days before expiry to the last day", () => {
  const judge = (today: string) => judgeRenewal("2026-12-31", strict, today);
  expect(judge("2026-10-01")).toMatchObject({ allowed: false, reason: "too-early", opensOn: "2026-10-02" });
  expect(judge("2026-10-02")).toEqual({ allowed: true, validFrom: "2027-01-01" });
  expect(judge("2026-12-31")).toMatchObject({ allowed: true });
  expect(judge("2027-01-01")).toMatchObject({ allowed: false, reason: "too-late" });
});

test("grace days extend the window", () => {
  const lenient = { ...strict, late: "grace", graceDays: 30 } as const;
  expect(judgeRenewal("2026-12-31", lenient, "2027-01-30")).toMatchObject({ allowed: true });
  expect(judgeRenewal("2026-12-31", lenient, "2027-01-31")).toMatchObject({ reason: "too-late" });
});

test("terms that follow each other leave no gap and no overlap", () => {
  const days = fc.date({ min: new Date("2020-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 120 }), (date, months) => {
      const first = term(date.toISOString().slice(0, 10), months);
      const second = term(addDays(first.validUntil, 1), months);
      expect(addDays(first.validUntil, 1)).toBe(second.validFrom);
      expect(first.validUntil >= first.validFrom).toBe(true);
    }),
  );
});
