import { join } from "node:path";
import type { z } from "zod";
import type { Fault } from "./faults.ts";
import { checkYaml, readYaml } from "./read-yaml.ts";
import {
  type Hotline,
  hotlineFileSchema,
  type Sector,
  type State,
  sectorFileSchema,
  stateFileSchema,
} from "./shared-schema.ts";

/** Hotlines that all profiles share: one place, changed once. */
export function readHotlines(shared: string, faults: Fault[]): readonly Hotline[] {
  return readChecked(shared, "hotlines.yaml", hotlineFileSchema, faults)?.hotlines ?? [];
}

/** The sectors a profile offers: all of NAICS 2022, or those it names. */
export function readSectors(
  shared: string,
  wanted: "all" | readonly string[],
  faults: Fault[],
): readonly Sector[] {
  const all = readChecked(shared, "sectors.yaml", sectorFileSchema, faults)?.sectors ?? [];
  if (wanted === "all") return all;
  for (const [at, code] of wanted.entries()) {
    if (all.length === 0 || all.some((sector) => sector.code === code)) continue;
    const mend = `use some of ${all.map((sector) => sector.code).join(", ")}`;
    faults.push({ file: "profile.yaml", path: `/sectors/${at}`, problem: `${code} is not a sector`, mend });
  }
  return all.filter((sector) => wanted.includes(sector.code));
}

/** What an address may name as its state. */
export function readStates(shared: string, faults: Fault[]): readonly State[] {
  return readChecked(shared, "states.yaml", stateFileSchema, faults)?.states ?? [];
}

function readChecked<Schema extends z.ZodType>(
  shared: string,
  name: string,
  schema: Schema,
  faults: Fault[],
): z.infer<Schema> | undefined {
  const yaml = readYaml(join(shared, name), `../${name}`, faults);
  if (!yaml) return undefined;
  checkYaml(yaml, schema, faults);
  return schema.safeParse(yaml.data).data;
}
