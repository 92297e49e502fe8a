import { expect, test } from "vitest";
import { countChecks, countTests, sum } from "./totals.mjs";

const result = (status, fullName) => ({ status, fullName });
const file = (name, status, ...assertionResults) => ({ name, status, assertionResults });
const report = (...testResults) => ({ testResults });

test("passed, failed and skipped tests are counted, and every skipped one is named", () => {
  const content = report(
    file(
      "a.test.ts",
      "failed",
      result("passed", "adds"),
      result("failed", "divides"),
      result("skipped", "waits"),
    ),
    file("b.test.ts", "passed", result("passed", "reads"), result("todo", "writes")),
  );
  expect(countTests("Tests", { code: 1, content })).toEqual({
    passed: 2,
    failed: 1,
    skipped: 2,
    notes: ["FAILED a.test.ts: divides", "SKIPPED a.test.ts: waits", "SKIPPED b.test.ts: writes"],
  });
});

test("a file that does not load is a failure", () => {
  const content = report(file("a.test.ts", "passed", result("passed", "adds")), file("b.test.ts", "failed"));
  expect(countTests("Tests", { code: 1, content })).toMatchObject({ passed: 1, failed: 1 });
});

test("an error outside any test is a failure", () => {
  const content = report(file("a.test.ts", "passed", result("passed", "adds")));
  expect(countTests("Tests", { code: 1, content })).toMatchObject({ passed: 1, failed: 1 });
  expect(countTests("Tests", { code: 0, content })).toMatchObject({ passed: 1, failed: 0 });
});

test("a part that ran nothing, or left no result, is a failure", () => {
  expect(countTests("Journeys", { code: 0, content: report() })).toMatchObject({
    passed: 0,
    failed: 1,
    notes: ["FAILED Journeys: ran no test (code 0)"],
  });
  expect(countTests("Journeys", { code: 137, content: undefined })).toMatchObject({ failed: 1 });
  expect(countChecks({ code: 1, content: undefined })).toMatchObject({ passed: 0, failed: 1 });
});

test("a failed check is counted and named beside the tests", () => {
  const checks = countChecks({ code: 1, content: { passed: 10, failed: ["types"] } });
  expect(checks).toMatchObject({ passed: 10, failed: 1, notes: ["FAILED check: types"] });
  const tests = countTests("Tests", {
    code: 0,
    content: report(file("a", "passed", result("passed", "adds"))),
  });
  expect(sum([checks, tests])).toMatchObject({ passed: 11, failed: 1, skipped: 0 });
});
