import { expect, test } from "vitest";
import { type Cell, dueMonth, freshnessOf, regionalCell } from "./model.ts";
import { growthOf, monthsOf } from "./months.ts";

test("a month is due ten days after it ends, over a turn of the year too", () => {
  expect(dueMonth("2026-11-10")).toBe("2026-09");
  expect(dueMonth("2026-11-11")).toBe("2026-10");
  expect(dueMonth("2027-01-10")).toBe("2026-11");
  expect(dueMonth("2027-01-11")).toBe("2026-12");
});

test("a sum is hidden with any hidden cell, and never takes what is missing for zero", () => {
  const shown = (value: number): Cell => ({ is: "shown", value });
  const hidden: Cell = { is: "hidden", rule: "small-count" };
  const missing: Cell = { is: "missing" };
  expect(regionalCell([shown(20), shown(0)])).toEqual({ is: "shown", value: 20, missing: 0 });
  expect(regionalCell([shown(20), missing])).toEqual({ is: "shown", value: 20, missing: 1 });
  expect(regionalCell([shown(20), hidden, missing])).toEqual({
    is: "hidden",
    hidden: 1,
    others: 20,
    missing: 1,
  });
  expect(regionalCell([missing, missing])).toEqual({ is: "missing" });
});

test("a state that published nothing is not late but without figures, whatever else is wrong", () => {
  const contact = { memberStatus: "active", quarantined: true, lastReason: "bad-signature" } as const;
  expect(freshnessOf(undefined, contact, undefined, "2026-10")).toEqual({
    freshness: "none",
    reasons: ["quarantined", "not-verified"],
  });
});

test("months in between are gaps, strangers are left out, and growth compares the same states", () => {
  const rows = [
    { period: "2025-10", member: "us-ms", value: 10 },
    { period: "2025-12", member: "us-ms", value: 12 },
    { period: "2026-10", member: "us-al", value: 5 },
    { period: "2026-10", member: "us-ms", value: 30 },
    { period: "2026-10", member: "us-zz", value: 1000 },
  ];
  const months = monthsOf(rows, ["us-ms", "us-al"]);
  expect(months.periods).toHaveLength(13);
  expect([months.cut, monthsOf(rows, ["us-ms", "us-al"], 12).cut]).toEqual([false, true]);
  expect(months.of.get("us-ms")?.slice(0, 4)).toEqual([10, undefined, 12, undefined]);
  expect(months.totals.at(-1)).toEqual({ period: "2026-10", value: 35, states: 2 });
  expect(growthOf(months, "2026-10")).toEqual({
    ...{ from: "2025-10", to: "2026-10", before: 10, after: 30, states: 1 },
  });
});
