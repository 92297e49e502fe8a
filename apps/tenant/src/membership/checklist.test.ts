import { addDays, addMonths } from "@concord/runtime";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Commitment } from "../profile/index.ts";
import { checklist } from "./checklist.ts";

const text = { en: "Train", es: "Capacitar" };
const yearly: Commitment = { id: "train", kind: "training", evidence: "none", everyMonths: 12, text };
const once: Commitment = { id: "policy", kind: "policy", evidence: "upload", text };
const membership = { validFrom: "2026-03-01", validUntil: "2029-02-28" };

function one(commitment: Commitment, doneOn: string | undefined, today: string) {
  const kept = new Map(doneOn === undefined ? [] : [[commitment.id, doneOn]]);
  return checklist([commitment], kept, membership, today)[0];
}

test("what recurs falls due a period after it was kept, or after the membership began", () => {
  expect(one(yearly, undefined, "2026-06-01")).toMatchObject({
    done: false,
    due: "2027-03-01",
    overdue: false,
  });
  expect(one(yearly, undefined, "2027-03-02")).toMatchObject({ done: false, overdue: true });
  expect(one(yearly, "2026-09-15", "2027-09-14")).toMatchObject({ done: true, due: "2027-09-15" });
  expect(one(yearly, "2026-09-15", "2027-09-15")).toMatchObject({ done: false, overdue: false });
});

test("a renewed term gives a duty that was never kept its own period, and the running one still asks for it", () => {
  const renewed = { validFrom: "2029-03-01", validUntil: "2032-02-29" };
  const entry = (today: string) => checklist([yearly], new Map(), renewed, today)[0];
  expect(entry("2029-02-01")).toMatchObject({ done: false, due: "2029-02-28", overdue: false });
  expect(entry("2029-03-02")).toMatchObject({ done: false, due: "2030-03-01", overdue: false });
  expect(entry("2030-03-02")).toMatchObject({ overdue: true });
});

test("nothing is due after the last day of the membership", () => {
  const year = { validFrom: "2026-11-30", validUntil: "2027-11-29" };
  const entry = (doneOn: string[], today: string) =>
    checklist([yearly], new Map(doneOn.map((day) => [yearly.id, day])), year, today)[0];
  expect(entry([], "2026-11-30")).toMatchObject({ done: false, due: "2027-11-29", overdue: false });
  expect(entry([], "2027-11-30")).toMatchObject({ done: false, overdue: true });
  const kept = entry(["2026-12-15"], "2027-11-29");
  expect(kept).toMatchObject({ done: true, overdue: false });
  expect(kept?.due).toBeUndefined();
});

test("what does not recur is due by the end of the term and then stays done", () => {
  expect(one(once, undefined, "2026-06-01")).toMatchObject({ done: false, due: "2029-02-28" });
  const kept = one(once, "2026-03-01", "2035-01-01");
  expect(kept).toMatchObject({ done: true, overdue: false });
  expect(kept?.due).toBeUndefined();
});

test("a commitment is never both done and overdue, and keeping it today settles it", () => {
  const days = fc.integer({ min: -2_000, max: 2_000 }).map((offset) => addDays("2026-03-01", offset));
  fc.assert(
    fc.property(
      days,
      fc.option(days, { nil: undefined }),
      fc.integer({ min: 1, max: 60 }),
      (today, doneOn, months) => {
        const commitment = { ...yearly, everyMonths: months };
        const entry = one(commitment, doneOn, today);
        expect(entry?.done && entry.overdue).toBe(false);
        expect((entry?.due ?? "") <= membership.validUntil).toBe(true);
        if (doneOn !== undefined && addMonths(doneOn, months) <= membership.validUntil)
          expect(entry?.due).toBe(addMonths(doneOn, months));
        expect(one(commitment, today, today)).toMatchObject({ done: true, overdue: false });
      },
    ),
  );
});
