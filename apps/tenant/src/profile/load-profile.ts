import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { z } from "zod";
import { readCounties } from "./counties.ts";
import { crossFaults } from "./cross-checks.ts";
import { emblemFaults } from "./emblem.ts";
import { type Fault, ProfileError } from "./faults.ts";
import { readLetters } from "./letters.ts";
import { readHotlines, readSectors, readStates } from "./read-shared.ts";
import { checkYaml, readYaml, withLine, type YamlFile } from "./read-yaml.ts";
import { type Profile, type ProfileFile, profileFileSchema } from "./schema.ts";

/** Where the product's own profiles are, with the hotlines, sectors, states and letters that all share. */
export const profilesFolder = join(import.meta.dirname, "../../profiles");

/** A profile's folder, from its code or from a path. */
function profileFolder(profile: string): string {
  return /^[a-z][a-z0-9]*$/.test(profile) ? join(profilesFolder, profile) : profile;
}

/**
 * Reads one state's program, by its code or from a folder's path, and checks it whole.
 * Throws ProfileError with every fault at once: file, path, line, and how to mend it.
 */
export function loadProfile(profile: string, shared: string = profilesFolder): Profile {
  const folder = profileFolder(profile);
  const faults: Fault[] = [];
  const yaml = readYaml(join(folder, "profile.yaml"), "profile.yaml", faults);
  if (yaml) checkYaml(yaml, profileFileSchema, faults);
  const known = yaml ? readableSections(yaml) : {};
  if (yaml) {
    for (const found of crossFaults(known, yaml.data, basename(resolve(folder)))) {
      faults.push({ file: yaml.file, ...withLine(yaml, found.path), ...found });
    }
  }
  const locales = known.locales?.available ?? ["en", "es"];
  const names = known.program ? [known.program.acronym, ...Object.values(known.program.name)] : [];
  const rest = {
    emblemSvg: readEmblem(folder, faults),
    counties: readCounties(readText(folder, "counties.csv", faults), fipsOf(yaml?.data), faults),
    sectors: readSectors(shared, known.sectors ?? "all", faults),
    states: readStates(shared, faults),
    letters: readLetters(join(folder, "letters"), join(shared, "letters"), { locales, names }, faults),
  };
  const hotlines = [...readHotlines(shared, faults), ...(known.hotlines ?? [])];
  const file = yaml && profileFileSchema.safeParse(yaml.data).data;
  if (!file || faults.length > 0) throw new ProfileError(folder, faults);
  return { ...file, ...rest, hotlines };
}

/** The codes of the product's own profiles, in order. */
export function profileCodes(folder: string = profilesFolder): string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "profile.yaml")))
    .sort();
}

/** Each section that can be read on its own, so that one fault does not hide those of the others. */
function readableSections(yaml: YamlFile): Partial<ProfileFile> {
  const data = z.record(z.string(), z.unknown()).safeParse(yaml.data).data ?? {};
  const sections = Object.entries(profileFileSchema.shape).filter(([key]) => data[key] !== undefined);
  const readable = sections.filter(([key, schema]) => schema.safeParse(data[key]).success);
  const kept = Object.fromEntries(readable.map(([key]) => [key, data[key]]));
  return profileFileSchema.partial().safeParse(kept).data ?? {};
}

/** Read apart from its section, so that a fault there does not excuse the counties. */
function fipsOf(data: unknown): string | undefined {
  return z.object({ jurisdiction: z.object({ fips: z.string() }) }).safeParse(data).data?.jurisdiction.fips;
}

function readEmblem(folder: string, faults: Fault[]): string {
  const svg = readText(folder, "emblem.svg", faults);
  if (svg) faults.push(...emblemFaults(svg));
  return svg;
}

function readText(folder: string, file: string, faults: Fault[]): string {
  const path = join(folder, file);
  if (existsSync(path)) return readFileSync(path, "utf8");
  faults.push({
    file,
    path: "",
    problem: "is missing",
    mend: `add ${file}; a neighbouring profile shows how`,
  });
  return "";
}
