import { expect, test } from "vitest";
import { trialPeople } from "./trial-people.ts";

test("without data only the officer can sign in; with data the same officer and two more", () => {
  const [officer, ...others] = trialPeople("ms");
  expect(others.map(({ role }) => role)).toEqual(["member", "licensee"]);
  expect(trialPeople("ms", { empty: true })).toEqual([officer]);
});
