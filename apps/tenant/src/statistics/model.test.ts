import fc from "fast-check";
import { expect, test } from "vitest";
import { type EarlierCell, lastDayOf, monthsBack, periodOf, protect } from "./model.ts";

/** One thing that somebody did, worth so many hours. */
interface Deed {
  readonly id: number;
  readonly who: number;
  readonly hours: number;
}

const deeds = fc.uniqueArray(
  fc.record({ id: fc.nat(400), who: fc.nat(40), hours: fc.constantFrom(1, 1, 1, 3, 0.5) }),
  { maxLength: 60, selector: ({ id }) => id },
);
/** What the records of a month say each time it is published: rows come, go and stay. */
const revisions = fc
  .array(fc.record({ more: deeds, kept: fc.constantFrom(1, 1, 0.9, 0.2) }), { minLength: 1, maxLength: 6 })
  .map((steps) => {
    let rows: readonly Deed[] = [];
    return steps.map(({ more, kept }) => {
      const left = rows.filter((_, at) => at % 10 < kept * 10);
      rows = [...left, ...more.filter(({ id }) => !left.some((one) => one.id === id))];
      return rows;
    });
  });
const thresholds = fc.constantFrom(11, 11, 15, 25);

const peopleOf = (rows: readonly Deed[]) => new Set(rows.map(({ who }) => who)).size;

/** Publishes the month again and again; what is shown each time, with the records behind it. */
function publish(months: readonly (readonly Deed[])[], threshold: number) {
  const earlier: EarlierCell[] = [];
  return months.map((rows) => {
    const value = rows.reduce((sum, { hours }) => sum + hours, 0);
    const people = peopleOf(rows);
    const cell = protect({ value, people }, { threshold, earlier });
    earlier.push({ cell, people });
    return { rows, value, cell };
  });
}

/** The records of one of two sets only. */
function differenceOf(one: readonly Deed[], other: readonly Deed[]): Deed[] {
  const without = (from: readonly Deed[], rows: readonly Deed[]) =>
    from.filter(({ id, who }) => !rows.some((row) => row.id === id && row.who === who));
  return [...without(one, other), ...without(other, one)];
}

test("what is shown is true, and 0 or at least the threshold in number and in people", () => {
  fc.assert(
    fc.property(revisions, thresholds, (months, threshold) => {
      for (const { rows, value, cell } of publish(months, threshold)) {
        if (cell.state === "hidden") continue;
        expect(cell.value).toBe(value);
        for (const count of [value, peopleOf(rows)]) expect(count === 0 || count >= threshold).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test("no difference between two releases of a month rests on 1 to 10 people", () => {
  fc.assert(
    fc.property(revisions, thresholds, (months, threshold) => {
      const shown = publish(months, threshold).filter(({ cell }) => cell.state === "shown");
      for (const one of shown)
        for (const other of shown) {
          if (one.value === other.value) continue;
          expect(Math.abs(one.value - other.value)).toBeGreaterThanOrEqual(threshold);
          expect(peopleOf(differenceOf(one.rows, other.rows))).toBeGreaterThanOrEqual(threshold);
        }
    }),
    { numRuns: 500 },
  );
});

test("what was hidden stays hidden", () => {
  fc.assert(
    fc.property(revisions, thresholds, (months, threshold) => {
      const cells = publish(months, threshold).map(({ cell }) => cell.state);
      const first = cells.indexOf("hidden");
      if (first !== -1) expect(new Set(cells.slice(first))).toEqual(new Set(["hidden"]));
    }),
  );
});

const smallCount = { state: "hidden", rule: "small-count" };
const smallDifference = { state: "hidden", rule: "small-difference" };
const shown = (value: number) => ({ state: "shown", value }) as const;

test("1 to 10 is hidden and so is what rests on 1 to 10 people; 0 and 11 are not", () => {
  for (let few = 1; few < 11; few += 1) {
    expect(protect({ value: few, people: few }, { threshold: 11 })).toEqual(smallCount);
    expect(protect({ value: 40, people: few }, { threshold: 11 })).toEqual(smallCount);
  }
  expect(protect({ value: 0, people: 0 }, { threshold: 11 })).toEqual(shown(0));
  expect(protect({ value: 11, people: 11 }, { threshold: 11 })).toEqual(shown(11));
  expect(protect({ value: 11, people: 11 }, { threshold: 12 })).toEqual(smallCount);
});

test("a revision is hidden where few people made the difference, or nobody kept how many", () => {
  const after = (value: number, people: number, before: number | undefined) =>
    protect({ value, people }, { threshold: 11, earlier: [{ cell: shown(60), people: before }] });
  expect(after(72, 24, 20)).toEqual(smallDifference);
  expect(after(72, 20, 20)).toEqual(smallDifference);
  expect(after(72, 40, undefined)).toEqual(smallDifference);
  expect(after(60, 24, 20)).toEqual(shown(60));
  expect(after(60, 24, undefined)).toEqual(shown(60));
  expect(after(72, 31, 20)).toEqual(shown(72));
});

test("a month begins and ends by the program's own clocks", () => {
  expect(periodOf("America/Chicago", "2026-03")).toEqual({
    from: new Date("2026-03-01T06:00:00Z"),
    until: new Date("2026-04-01T05:00:00Z"),
  });
  expect(lastDayOf("2028-02")).toBe("2028-02-29");
  expect(monthsBack("2026-01", 3)).toEqual(["2026-01", "2025-12", "2025-11"]);
});
