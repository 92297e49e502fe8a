import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Denominator, Denominators } from "./model.ts";

const number = z.coerce.number().int().positive();
const row = z.object({
  code: z.string().regex(/^[A-Z]{2}$/),
  fips: z.string().regex(/^\d{2}$/),
  name: z.string().min(1),
  population_2020: number,
  establishments_2021: number,
  establishments_naics62_2022: number,
  establishments_naics72_2022: number,
});

const file = join(import.meta.dirname, "../../data/states.csv");

/** Reads the table of denominators. It has no quoted cells. */
export function readDenominators(text = readFileSync(file, "utf8")): Denominators {
  const [header = "", ...lines] = text.trim().split(/\r?\n/);
  const names = header.split(",");
  const all = lines.map((line) => {
    const cells = line.split(",");
    return asDenominator(row.parse(Object.fromEntries(names.map((name, at) => [name, cells[at]]))));
  });
  const byMember = new Map(all.map((one) => [one.member, one]));
  return { all, of: (member) => byMember.get(member) };
}

function asDenominator(state: z.infer<typeof row>): Denominator {
  return {
    member: `us-${state.code.toLowerCase()}`,
    fips: state.fips,
    name: state.name,
    postal: state.code,
    population: state.population_2020,
    establishments: state.establishments_2021,
    sectorEstablishments: {
      "62": state.establishments_naics62_2022,
      "72": state.establishments_naics72_2022,
    },
  };
}
