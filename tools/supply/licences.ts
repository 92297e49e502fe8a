import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runPnpm } from "./run-pnpm.ts";
import { satisfies } from "./spdx.ts";

export interface Licensed {
  readonly name: string;
  readonly versions: readonly string[];
  readonly license: string;
}

interface AllowList {
  readonly allowed: Readonly<Record<string, string>>;
  readonly packages: Readonly<Record<string, { readonly licence: string; readonly reason: string }>>;
}

const allowList: AllowList = JSON.parse(readFileSync(join(import.meta.dirname, "licences.json"), "utf8"));

/** What is installed for production, in all packages of the project. */
export async function readLicences(root: string): Promise<Licensed[]> {
  const { output, code } = await runPnpm(root, ["-r", "licenses", "list", "--json", "--prod"]);
  if (code !== 0) throw new Error(`the licences could not be listed: ${output.trim()}`);
  const groups: Record<string, Licensed[]> = JSON.parse(output);
  return Object.values(groups).flat();
}

/** An installed tree that is empty is refused too: it would pass without having been looked at. */
export function judgeLicences(installed: readonly Licensed[]): { counted: number; refused: string[] } {
  const refused = installed.filter((found) => !isAllowed(found)).map(describe);
  if (installed.length === 0) refused.push("no package was found; install first.");
  return { counted: installed.length, refused };
}

function isAllowed({ name, license }: Licensed): boolean {
  if (satisfies(license, (id) => id in allowList.allowed)) return true;
  return Object.entries(allowList.packages).some(
    ([pattern, exception]) => matches(name, pattern) && exception.licence === license,
  );
}

function matches(name: string, pattern: string): boolean {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

function describe({ name, versions, license }: Licensed): string {
  return `${name} ${versions.join(", ")} is under ${license}, which tools/supply/licences.json does not allow.`;
}
