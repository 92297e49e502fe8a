import { expect, test } from "vitest";
import { type Happening, newTour, nextMark, nextStep, observe, stepStates, type Tour } from "./tour-model.ts";

const tour = newTour("2026-11-02T15:00:00.000Z", {});
const at = (minute: number) => `2026-11-02T15:${String(minute).padStart(2, "0")}:00.000Z`;
const did = (
  part: Happening["part"],
  minute: number,
  action: string,
  more: Partial<Happening> = {},
): Happening => ({
  ...{ part, at: at(minute), action, kind: "", id: "" },
  ...more,
});
const see = (before: Tour, happenings: readonly Happening[]) => observe(before, happenings, "us-zz");
const done = (after: Tour) => stepStates(after).flatMap((step) => (step.done ? [step.name] : []));

const whole: readonly Happening[] = [
  did("host", 1, "membership.application-submitted", { id: "app_1" }),
  did("host", 2, "membership.approved", { id: "mem_1", about: "app_1" }),
  did("host", 3, "notifications.opened", { kind: "membership.approval", id: "mai_1", about: "mem_1" }),
  did("host", 4, "credentials.verified", { about: "mem_1" }),
  did("adopter", 5, "syndication.opened", { id: "item", about: "us-zz" }),
  did("adopter", 6, "syndication.adopted", { id: "item", about: "us-zz" }),
  did("host", 7, "network.switched-off"),
  did("adopter", 8, "trainings.opened", { id: "trn_1", about: "item" }),
  did("host", 9, "network.switched-on"),
  did("host", 10, "statistics.published"),
  did("region", 11, "region.opened"),
];
const names = ["apply", "approve", "verify", "adopt", "alone", "figures"];
/** The path with some of its happenings changed. */
const instead = (action: string, change: Partial<Happening>) =>
  see(
    tour,
    whole.map((one) => (one.action === action ? { ...one, ...change } : one)),
  );

test("the whole path ticks every step, in whatever order it is told", () => {
  expect(done(see(tour, whole))).toEqual(names);
  expect(done(see(tour, whole.toReversed()))).toEqual(names);
  expect(done(whole.reduce((sofar, one) => see(sofar, [one]), tour))).toEqual(names);
});

test("every single happening is needed", () => {
  for (const missing of whole) {
    const states = stepStates(
      see(
        tour,
        whole.filter((one) => one !== missing),
      ),
    );
    expect(nextStep(states), missing.action).toBeDefined();
  }
});

test("what happened before the tour began does not count", () => {
  const early = { ...did("host", 1, "membership.application-submitted"), at: "2026-11-02T14:59:59.999Z" };
  expect(done(see(tour, [early]))).toEqual([]);
});

test("the same at another state does not count", () => {
  expect(done(see(tour, [did("adopter", 1, "membership.application-submitted")]))).toEqual([]);
});

test("another firm's approval, letter or certificate does not count, nor another mail", () => {
  expect(instead("membership.approved", { about: "app_2" }).seen.approved).toBeUndefined();
  expect(instead("notifications.opened", { about: "mem_2" }).seen["letter-read"]).toBeUndefined();
  expect(instead("notifications.opened", { kind: "identity.link" }).seen["letter-read"]).toBeUndefined();
  expect(instead("credentials.verified", { about: "mem_2" }).seen.verified).toBeUndefined();
  const nobodys = see(
    tour,
    whole.map(({ about: _, ...one }) => one),
  );
  expect(done(nobodys)).toEqual(["apply"]);
});

test("what a third state shared, and another training, do not count", () => {
  expect(done(instead("syndication.opened", { about: "us-yy" }))).not.toContain("adopt");
  expect(done(instead("syndication.adopted", { about: "us-yy" }))).not.toContain("adopt");
  expect(done(instead("trainings.opened", { about: "other" }))).not.toContain("alone");
});

test("a training opened while the other state runs proves nothing, before or after it was off", () => {
  const taught = (minute: number) => instead("trainings.opened", { at: at(minute) }).seen["taught-alone"];
  expect(taught(6)).toBeUndefined();
  expect(taught(8)).toBe(at(8));
  expect(taught(11)).toBeUndefined();
});

test("who switched on too early switches off once more, and goes on", () => {
  const early = see(
    tour,
    whole.filter(({ action }) => action !== "trainings.opened"),
  );
  expect(early.seen["switched-on"]).toBeUndefined();
  const later = see(early, [
    did("host", 11, "network.switched-off"),
    did("adopter", 12, "trainings.opened", { about: "item" }),
    did("host", 13, "network.switched-on"),
    did("host", 14, "statistics.revised"),
    did("region", 15, "region.opened"),
  ]);
  expect(done(later)).toEqual(names);
});

test("what a state did meanwhile counts also where it is told after the other one is back", () => {
  const told = see(
    tour,
    whole.filter(({ part }) => part === "host"),
  );
  expect(done(told)).not.toContain("figures");
  const rest = whole.filter(({ part }) => part === "adopter");
  expect(see(told, rest).seen).toMatchObject({ "taught-alone": at(8), "switched-on": at(9) });
});

test("what was seen stays, and keeps its first moment", () => {
  const first = see(tour, whole);
  const again = see(first, [did("host", 20, "membership.application-submitted", { id: "app_9" })]);
  expect(again.seen).toEqual(first.seen);
});

test("what is waited for comes in the order of the steps, and each thing tells where to go on from it", () => {
  expect(nextMark(tour)).toBe("applied");
  const half = see(tour, [{ ...(whole[0] as Happening), page: "/office/applications/app_1" }]);
  expect(nextMark(half)).toBe("approved");
  expect(half.pages).toEqual({ applied: "/office/applications/app_1" });
  expect(nextMark(see(tour, whole))).toBeUndefined();
});

test("the region counts once the figures were published", () => {
  const early = did("region", 9, "region.opened");
  expect(see(tour, [...whole.slice(0, -1), early]).seen["region-seen"]).toBeUndefined();
});

test("a step half done says which half", () => {
  const [, approve] = stepStates(see(tour, whole.slice(0, 2)));
  expect(approve).toMatchObject({ done: false, parts: [{ mark: "approved", done: true }, { done: false }] });
});
