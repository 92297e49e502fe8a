import type { ProtectedCell } from "@concord/content";
import fc from "fast-check";
import { expect, test } from "vitest";
import { lastDayOf, monthsBack, periodOf, protect, threshold } from "./model.ts";

const values = fc.array(fc.nat(200), { minLength: 1, maxLength: 8 });

/** Publishes one value after the other as revisions of the same month. */
function releases(series: readonly number[]): ProtectedCell[] {
  const cells: ProtectedCell[] = [];
  for (const value of series) cells.push(protect(value, { earlier: cells }));
  return cells;
}

test("what is shown is 0 or at least the threshold, and is the true value", () => {
  fc.assert(
    fc.property(values, (series) => {
      releases(series).forEach((cell, at) => {
        if (cell.state === "shown") {
          expect(cell.value).toBe(series[at]);
          expect(cell.value === 0 || cell.value >= threshold).toBe(true);
        }
      });
    }),
  );
});

test("a value of 1 to 10 is hidden, and 0 and 11 are not", () => {
  for (let value = 1; value < threshold; value += 1)
    expect(protect(value)).toEqual({ state: "hidden", rule: "small-count" });
  expect(protect(0)).toEqual({ state: "shown", value: 0 });
  expect(protect(11)).toEqual({ state: "shown", value: 11 });
});

test("no two releases of a month differ by 1 to 10", () => {
  fc.assert(
    fc.property(values, (series) => {
      const shown = releases(series).flatMap((cell) => (cell.state === "shown" ? [cell.value] : []));
      for (const one of shown)
        for (const other of shown) {
          const apart = Math.abs(one - other);
          expect(apart === 0 || apart >= threshold).toBe(true);
        }
    }),
  );
});

test("what was hidden stays hidden", () => {
  fc.assert(
    fc.property(values, (series) => {
      const cells = releases(series);
      const first = cells.findIndex((cell) => cell.state === "hidden");
      if (first !== -1) expect(cells.slice(first).every((cell) => cell.state === "hidden")).toBe(true);
    }),
  );
});

test("hours are hidden where they rest on few certificates", () => {
  expect(protect(40, { records: 4 })).toEqual({ state: "hidden", rule: "small-count" });
  expect(protect(40, { records: 20 })).toEqual({ state: "shown", value: 40 });
});

test("a month begins and ends by the program's own clocks", () => {
  expect(periodOf("America/Chicago", "2026-03")).toEqual({
    from: new Date("2026-03-01T06:00:00Z"),
    until: new Date("2026-04-01T05:00:00Z"),
  });
  expect(lastDayOf("2028-02")).toBe("2028-02-29");
  expect(monthsBack("2026-01", 3)).toEqual(["2026-01", "2025-12", "2025-11"]);
});
