import type { Check } from "./check.ts";
import { faultsOf, runTool } from "./command.ts";

interface Named {
  readonly name: string;
  readonly line?: number;
}
type Row = Readonly<Record<string, unknown>> & { readonly file: string };

const meanings: Readonly<Record<string, string>> = {
  files: "is used by nothing",
  dependencies: "declares a dependency that nothing uses:",
  devDependencies: "declares a dependency that nothing uses:",
  optionalPeerDependencies: "uses a peer that is not installed:",
  unlisted: "imports a package that its package.json does not declare:",
  unresolved: "imports what does not resolve:",
  binaries: "runs a program that no dependency brings:",
  exports: "exports what nothing uses:",
  nsExports: "exports what nothing uses:",
  types: "exports a type that nothing uses:",
  nsTypes: "exports a type that nothing uses:",
  enumMembers: "has a member that nothing uses:",
  namespaceMembers: "has a member that nothing uses:",
  duplicates: "exports the same thing twice:",
  catalog: "pins what nothing declares:",
  cycles: "imports in a circle:",
};

/** Knip: what nothing uses is deleted, and what is used is declared. */
export const unusedCode: Check = {
  name: "unused code",
  async run(root) {
    const finished = await runTool("knip/bin/knip.js", ["--reporter", "json", "--no-progress"], root);
    const at = finished.output.indexOf('{"issues"');
    if (at < 0) return { faults: faultsOf(finished, []) };
    const report: { issues: readonly Row[] } = JSON.parse(finished.output.slice(at).split("\n")[0] ?? "{}");
    return { faults: faultsOf(finished, report.issues.flatMap(faultsOfRow)) };
  },
};

function faultsOfRow(row: Row): string[] {
  return Object.entries(row).flatMap(([kind, found]) => {
    if (kind === "file" || !Array.isArray(found)) return [];
    const meaning = meanings[kind] ?? kind;
    return found.map((item: Named | readonly Named[]) => {
      const names = Array.isArray(item) ? item.map(({ name }) => name).join(", ") : nameOf(item, row.file);
      return `${row.file} ${meaning} ${names}`.trim();
    });
  });
}

const nameOf = (item: Named | readonly Named[], file: string) =>
  "name" in item && item.name !== file ? item.name : "";
