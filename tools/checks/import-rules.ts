import { existsSync } from "node:fs";
import { join } from "node:path";
import { allExtensions, cruise, type ICruiseResult, type IViolation } from "dependency-cruiser";
import type { Check } from "./check.ts";
import { importRules } from "./import-directions.ts";

/** The directions of ARCHITECTURE.md, read off the import statements, type imports included. */
export const imports: Check = {
  name: "import directions",
  async run(root) {
    // With a TypeScript that it does not support, dependency-cruiser sees no .ts file and finds no fault.
    const readsTypeScript = allExtensions.some(
      ({ extension, available }) => extension === ".ts" && available,
    );
    if (!readsTypeScript)
      return { faults: ["dependency-cruiser cannot read TypeScript: keep typescript below 7."] };
    const rules = importRules(root);
    const comments = new Map(rules.map(({ name, comment }) => [name, comment]));
    const folders = ["apps", "packages"].filter((folder) => existsSync(join(root, folder)));
    const { output } = await cruise(folders, {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: rules },
      doNotFollow: { path: "node_modules" },
      exclude: { path: "(^|/)(dist|migrations|library)/" },
      tsPreCompilationDeps: true,
      enhancedResolveOptions: {
        exportsFields: ["exports"],
        conditionNames: ["import", "node", "default", "types"],
      },
    });
    if (typeof output === "string") return { faults: [output] };
    return {
      faults: output.summary.violations.map((found) => describe(found, comments)),
      note: seen(output),
    };
  },
};

type Comments = ReadonlyMap<string | undefined, string | undefined>;

function describe({ from, to, rule, cycle }: IViolation, comments: Comments): string {
  const way = cycle ? [from, ...cycle.map((step) => step.name)].join(" → ") : `${from} imports ${to}`;
  return `${way}: ${comments.get(rule.name) ?? rule.name}`;
}

function seen(result: ICruiseResult): string {
  const own = result.modules.filter((module) => !module.source.includes("node_modules"));
  return `${own.length} modules`;
}
