import type { Check, Outcome } from "./check.ts";

export interface Summary {
  readonly passed: number;
  readonly failed: readonly string[];
}

/** Runs every check, even after one failed, and prints all faults at once. */
export async function runChecks(
  root: string,
  checks: readonly Check[],
  print: (line: string) => void,
): Promise<Summary> {
  const results = await Promise.all(checks.map((check) => runCheck(check, root)));
  for (const { name, faults, note } of results) {
    const heading = faults.length > 0 ? `FAIL  ${name}: ${faults.length}` : `ok    ${name}`;
    print(note ? `${heading} (${note})` : heading);
    for (const fault of faults) print(`        ${fault.replaceAll("\n", "\n        ")}`);
  }
  const failed = results.filter(({ faults }) => faults.length > 0).map(({ name }) => name);
  print(failed.length > 0 ? `${failed.length} of ${results.length} checks failed.` : "All checks passed.");
  return { passed: results.length - failed.length, failed };
}

async function runCheck({ name, run }: Check, root: string): Promise<Outcome & { name: string }> {
  try {
    return { name, ...(await run(root)) };
  } catch (error) {
    return { name, faults: [`could not run: ${error instanceof Error ? error.message : error}`] };
  }
}
