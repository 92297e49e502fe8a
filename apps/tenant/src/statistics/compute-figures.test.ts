import { type Figures, figuresBody } from "@concord/content";
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadProfile } from "../profile/index.ts";
import { computeFigures, restsOn } from "./compute-figures.ts";
import type { Counts } from "./gather-counts.ts";
import type { Precedent } from "./model.ts";

const mississippi = loadProfile("ms");
const computedAt = new Date("2026-11-02T15:00:00Z");

const membership = {
  ...{ active: 1, byLevel: { member: 1 }, bySector: { "72": 1 }, byCounty: {}, employees: 24, counties: 1 },
  ...{ joined: 1, renewed: 0, lapsed: 0, revoked: 0 },
};
const about = fc.record({ people: fc.nat(30), each: fc.integer({ min: 1, max: 6 }) });

/** Counts of a month in which so many people did so many things each. */
const months = fc.record({ trained: about, credited: about, adopted: about }).map(
  ({ trained, credited, adopted }): Counts => ({
    asOf: "2026-10-31",
    membership,
    training: {
      ...{ sessionsHeld: 1, registrations: 0, attendance: trained.people * (trained.each - 1) },
      completions: [
        { trainingId: "t", item: null, title: { en: "T" }, locale: "en", completions: trained.people },
      ],
      people: trained.people,
    },
    credit: {
      certificates: credited.people * credited.each,
      hours: credited.people * credited.each * 1.5,
      people: credited.people,
    },
    toolkits: {
      ...{ adoptions: adopted.people * adopted.each, members: adopted.people },
      ...{ stepsCompleted: 0, policiesMade: 0 },
    },
  }),
);

/** Publishes a month again and again under one threshold. */
function publish(series: readonly Counts[], threshold: number): Precedent[] {
  const profile = { ...mississippi, figures: { threshold } };
  const earlier: Precedent[] = [];
  for (const [at, counts] of series.entries()) {
    const body = computeFigures({ profile, month: "2026-10", counts, computedAt, earlier });
    earlier.push({ revision: at + 1, body, restsOn: restsOn(counts) });
  }
  return earlier;
}

const cells = ["completions", "contactHours", "toolkitAdoptions"] as const;
const shownIn = (body: Figures, name: (typeof cells)[number]) => {
  const cell = body.activity[name];
  return cell.state === "shown" ? cell.value : undefined;
};

test("no figure that is shown rests on fewer people than the state's threshold, nor does a difference", () => {
  fc.assert(
    fc.property(
      fc.array(months, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(11, 20),
      (series, threshold) => {
        const releases = publish(series, threshold);
        for (const name of cells)
          for (const { body, restsOn: people } of releases) {
            const value = shownIn(body, name);
            if (value === undefined || !people) continue;
            expect(people[name] === 0 || people[name] >= threshold).toBe(true);
            for (const other of releases) {
              const before = shownIn(other.body, name);
              if (before === undefined || before === value) continue;
              expect(Math.abs(people[name] - (other.restsOn?.[name] ?? 0))).toBeGreaterThanOrEqual(threshold);
            }
          }
      },
    ),
    { numRuns: 100 },
  );
});

test("four people in four sessions are hidden, however much they did", () => {
  const [first] = fc.sample(months, 1);
  if (!first) throw new Error("no month");
  const counts = { ...first, training: { ...first.training, attendance: 16, completions: [], people: 4 } };
  const [release] = publish([counts], 11);
  expect(release?.body.activity.completions).toEqual({ state: "hidden", rule: "small-count" });
});

test("a state may raise the threshold, and its releases say so", () => {
  const [counts] = fc.sample(months, 1);
  if (!counts) throw new Error("no month");
  const [release] = publish([counts], 20);
  const { protection } = figuresBody.parse(release?.body);
  expect(protection.threshold).toBe(20);
  expect(protection.rule.en).toContain("at least 20");
  expect(protection.rule.es).toContain("al menos 20");
  expect(mississippi.figures.threshold).toBe(11);
});
