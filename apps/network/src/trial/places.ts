import { readFileSync } from "node:fs";
import { join } from "node:path";
import { homeState, type Profile } from "@concord/tenant";
import { parse } from "yaml";
import { z } from "zod";
import type { Chance } from "./random.ts";

export interface Place {
  readonly city: string;
  readonly region: string;
  readonly countyFips: string;
}

/** Where a state's made-up firms are. */
export interface Places {
  pick(chance: Chance): Place;
  zip(chance: Chance): string;
  /** A number of the range that is set aside for fiction, 555-0100 to 555-0199. */
  phone(chance: Chance): string;
}

const schema = z.record(
  z.string(),
  z.strictObject({
    zips: z.tuple([z.int(), z.int()]),
    areaCodes: z.array(z.int()).min(1),
    towns: z.record(z.string(), z.array(z.string()).min(1)),
  }),
);

/** A state that has no towns in the list has its firms in towns named after its counties. */
export function placesOf(profile: Profile): Places {
  const known = schema.parse(parse(readFileSync(join(import.meta.dirname, "towns.yaml"), "utf8")))[
    profile.code
  ];
  const region = (homeState(profile) ?? profile.states[0])?.code ?? "";
  const towns = known
    ? Object.entries(known.towns).flatMap(([county, names]) => names.map((city) => ({ city, county })))
    : profile.counties.map(({ name }) => ({ city: name, county: name }));
  const weighted = towns.map(({ city, county }, rank) => {
    const found = profile.counties.find(({ name }) => name === county);
    if (!found) throw new Error(`${profile.code} has no county named ${county}`);
    return [{ city, region, countyFips: found.fips }, 1 / (rank + 3)] as const;
  });
  const [first, last] = known?.zips ?? [300, 399];
  return {
    pick: (chance) => chance.weighted(weighted),
    zip: (chance) => `${chance.between(first, last)}${String(chance.between(0, 99)).padStart(2, "0")}`,
    phone: (chance) =>
      `${chance.pick(known?.areaCodes ?? [555])}-555-01${String(chance.between(0, 99)).padStart(2, "0")}`,
  };
}
