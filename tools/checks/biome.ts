import type { Check } from "./check.ts";
import { faultsOf, runTool } from "./command.ts";

/** Format, lint, function length, and the clocks, ids and environment that must be injected (tools/lint). */
export const biome: Check = {
  name: "format and lint",
  async run(root) {
    const args = ["ci", "--reporter=github", "--max-diagnostics=none", "--diagnostic-level=warn", "."];
    const finished = await runTool("@biomejs/biome/bin/biome", args, root);
    const faults = finished.output
      .split("\n")
      .filter((line) => /^::(error|warning) /.test(line))
      .map((line) => readable(line, root));
    return { faults: faultsOf(finished, faults) };
  },
};

function readable(line: string, root: string): string {
  const found = /title=([^,:]+).*?file=([^,]+),line=(\d+).*?::(.*)$/.exec(line);
  if (!found) return line;
  const [, rule, file, at, message] = found;
  return `${file?.replace(`${root}/`, "")}:${at} ${decodeURIComponent(message ?? "")} (${rule})`;
}
