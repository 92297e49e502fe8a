import { relative } from "node:path";

/** `{ code, content }` is a part's exit code and the result file it wrote, if it came that far. */
const nothing = { passed: 0, failed: 0, skipped: 0, notes: [] };

export function countChecks({ code, content }) {
  if (!content) return broken("The checks", code);
  const notes = content.failed.map((name) => `FAILED check: ${name}`);
  return { ...nothing, passed: content.passed, failed: content.failed.length, notes };
}

/** Counts vitest's JSON report. A file that does not load, or an error outside any test, is a failure too. */
export function countTests(title, { code, content }) {
  if (!content) return broken(title, code);
  const files = content.testResults.map((file) => ({ ...file, name: relative(process.cwd(), file.name) }));
  const tests = files.flatMap((file) =>
    file.assertionResults.map((result) => ({ ...result, file: file.name })),
  );
  const having = (...statuses) => tests.filter(({ status }) => statuses.includes(status));
  const failed = having("failed");
  const skipped = having("skipped", "pending", "todo", "disabled");
  const unloaded = files.filter(
    (file) => file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed"),
  );
  const passed = having("passed").length;
  const notes = [
    ...failed.map(({ file, fullName }) => `FAILED ${file}: ${fullName}`),
    ...unloaded.map(({ name }) => `FAILED ${name}: did not load`),
    ...skipped.map(({ file, fullName }) => `SKIPPED ${file}: ${fullName}`),
  ];
  const counted = failed.length + unloaded.length;
  if (passed + counted === 0) return broken(title, code, "ran no test");
  const outside = code !== 0 && counted === 0;
  if (outside) notes.push(`FAILED ${title}: ended with code ${code} though every test passed`);
  return { passed, failed: counted + (outside ? 1 : 0), skipped: skipped.length, notes };
}

function broken(title, code, what = "ended without a result") {
  return { ...nothing, failed: 1, notes: [`FAILED ${title}: ${what} (code ${code})`] };
}

export function sum(parts) {
  return parts.reduce(
    (all, part) => ({
      passed: all.passed + part.passed,
      failed: all.failed + part.failed,
      skipped: all.skipped + part.skipped,
      notes: [...all.notes, ...part.notes],
    }),
    nothing,
  );
}
