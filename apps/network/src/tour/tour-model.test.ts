import { expect, test } from "vitest";
import { type Happening, nextStep, observe, type Part, stepStates, type Tour } from "./tour-model.ts";

const tour: Tour = { startedAt: "2026-11-02T15:00:00.000Z", after: {}, seen: {} };
const at = (minute: number) => `2026-11-02T15:${String(minute).padStart(2, "0")}:00.000Z`;
const did = (part: Part, minute: number, action: string, kind = ""): Happening => ({
  part,
  at: at(minute),
  action,
  kind,
});
const done = (after: Tour) => stepStates(after).flatMap((step) => (step.done ? [step.name] : []));

const whole: readonly Happening[] = [
  did("host", 1, "membership.application-submitted", "application"),
  did("host", 2, "membership.approved", "member"),
  did("host", 3, "notifications.opened", "membership.approval"),
  did("host", 4, "credentials.verified", "certificate"),
  did("adopter", 5, "syndication.opened", "network-item"),
  did("adopter", 6, "syndication.adopted", "network-item"),
  did("host", 7, "network.switched-off"),
  did("adopter", 8, "trainings.opened", "training"),
  did("host", 9, "network.switched-on"),
  did("host", 10, "statistics.published", "release"),
];

test("the whole path ticks every step, in whatever order it is told", () => {
  const names = ["apply", "approve", "verify", "adopt", "alone", "figures"];
  expect(done(observe(tour, whole))).toEqual(names);
  expect(done(observe(tour, whole.toReversed()))).toEqual(names);
});

test("every single happening is needed", () => {
  for (const missing of whole) {
    const states = stepStates(
      observe(
        tour,
        whole.filter((one) => one !== missing),
      ),
    );
    expect(nextStep(states), missing.action).toBeDefined();
  }
});

test("what happened before the tour began does not count", () => {
  const early = { ...did("host", 1, "membership.application-submitted"), at: "2026-11-02T14:59:59.999Z" };
  expect(done(observe(tour, [early]))).toEqual([]);
});

test("the same at another state does not count", () => {
  expect(done(observe(tour, [did("adopter", 1, "membership.application-submitted")]))).toEqual([]);
});

test("some other mail is not the letter", () => {
  const other = whole.map((one) =>
    one.action === "notifications.opened" ? { ...one, kind: "identity.link" } : one,
  );
  expect(done(observe(tour, other))).not.toContain("approve");
});

test("a training opened while the other state still runs proves nothing", () => {
  const early = observe(tour, [
    did("adopter", 6, "trainings.opened"),
    did("host", 7, "network.switched-off"),
  ]);
  expect(early.seen["taught-alone"]).toBeUndefined();
  const late = observe(early, [
    did("host", 9, "network.switched-on"),
    did("adopter", 10, "trainings.opened"),
  ]);
  expect(late.seen["taught-alone"]).toBeUndefined();
});

test("what was seen stays, and keeps its first moment", () => {
  const first = observe(tour, whole);
  const again = observe(first, [did("host", 20, "membership.application-submitted")]);
  expect(again.seen).toEqual(first.seen);
});

test("a step half done says which half", () => {
  const [, approve] = stepStates(observe(tour, whole.slice(0, 2)));
  expect(approve).toMatchObject({ done: false, parts: [{ mark: "approved", done: true }, { done: false }] });
});
