import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Check } from "./check.ts";
import { faultsOf, runTool } from "./command.ts";

/** TypeScript 7 over the whole project; 6 stays installed for the tools that need its API. */
export const typeCheck: Check = {
  name: "types",
  async run(root) {
    // What runs in a browser is checked apart, so that a server never sees the DOM's names.
    const projects = ["tsconfig.json", "tsconfig.browser.json"].filter((file) =>
      existsSync(join(root, file)),
    );
    const runs = await Promise.all(projects.map((project) => compile(root, project)));
    return { faults: [...new Set(runs.flat())] };
  },
};

async function compile(root: string, project: string): Promise<readonly string[]> {
  const finished = await runTool(
    "typescript-7/bin/tsc",
    ["-p", project, "--noEmit", "--pretty", "false"],
    root,
  );
  const lines = finished.output.split("\n").filter((line) => line.trim() !== "");
  return faultsOf(finished, finished.code === 0 ? [] : lines);
}
