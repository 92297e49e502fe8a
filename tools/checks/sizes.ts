import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Check } from "./check.ts";
import { isExempt, isSource, isTest, listFiles } from "./files.ts";

const limits = { source: 300, test: 400, median: 70, p90: 200 };

export const fileSizes: Check = {
  name: "file sizes",
  async run(root) {
    const files = listFiles(root)
      .filter((path) => isSource(path) && !isExempt(path))
      .map((path) => ({ path, lines: countLines(join(root, path)) }));
    const faults = files.flatMap(({ path, lines }) => {
      const limit = isTest(path) ? limits.test : limits.source;
      return lines > limit
        ? [`${path} has ${lines} lines; ${limit} are allowed. Split it by what it does.`]
        : [];
    });
    const sizes = files.filter(({ path }) => !isTest(path)).map(({ lines }) => lines);
    const median = percentile(sizes, 0.5);
    const p90 = percentile(sizes, 0.9);
    if (median > limits.median)
      faults.push(`The median source file has ${median} lines, over ${limits.median}.`);
    if (p90 > limits.p90) faults.push(`One source file in ten has ${p90} lines or more, over ${limits.p90}.`);
    return { faults, note: `${sizes.length} source files, median ${median} lines, p90 ${p90}` };
  },
};

function countLines(path: string): number {
  const text = readFileSync(path, "utf8");
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}

/** The smallest value that at least this share of all values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
