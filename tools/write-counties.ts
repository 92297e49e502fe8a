import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * Writes a profile's counties.csv from us-atlas, which carries the Census Bureau's cartographic boundary files.
 * Usage: node tools/write-counties.ts <profile folder> <two-digit FIPS code of the state>
 */
const [folder, state] = process.argv.slice(2);
if (!folder || !/^\d{2}$/.test(state ?? "")) {
  console.error("usage: node tools/write-counties.ts <profile folder> <two-digit FIPS code of the state>");
  process.exit(2);
}

interface Atlas {
  readonly objects: {
    readonly counties: { readonly geometries: readonly { id: string; properties: { name: string } }[] };
  };
}

// The atlas is a dependency of the package that draws the maps, so that names and shapes are of one edition.
const requireFromMaps = createRequire(join(import.meta.dirname, "../packages/ui/package.json"));
const edition: { version: string } = requireFromMaps("us-atlas/package.json");
const atlas: Atlas = JSON.parse(readFileSync(requireFromMaps.resolve("us-atlas/counties-10m.json"), "utf8"));

const rows = atlas.objects.counties.geometries
  .filter(({ id }) => id.startsWith(state ?? ""))
  .sort((one, other) => one.id.localeCompare(other.id))
  .map(({ id, properties }) => `${id},${properties.name}`);

const header = [
  `# Source: US Census Bureau, cartographic boundary files, as us-atlas ${edition.version} (counties-10m) has them.`,
  "# Written by tools/write-counties.ts.",
  "fips,name",
];
writeFileSync(join(folder, "counties.csv"), `${[...header, ...rows].join("\n")}\n`);
console.log(`${rows.length} counties in ${folder}`);
