import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { z } from "zod";
import { projectRoot } from "./tenant-program.ts";

const neighbour = join(projectRoot, "apps/tenant/profiles/ms");
const both = (en: string, es: string) => ({ en, es });
const basis = { assumed: true, note: both("Made up for a test.", "Inventado para una prueba.") };

/** Two levels that no state has: seven months against a sworn paper, and thirty-one after a campaign. */
const levels = [
  {
    id: "seedling",
    title: both("Seedling", "Semilla"),
    summary: both("For those who begin.", "Para quienes empiezan."),
    certificate: {
      title: both("Certificate of first steps", "Certificado de primeros pasos"),
      wording: both("has taken its first steps.", "ha dado sus primeros pasos."),
    },
    term: { months: 7, basis },
    commitments: [
      {
        id: "hang-notice",
        kind: "signs",
        evidence: "none",
        text: both("Hang the notice.", "Colgar el aviso."),
      },
      {
        id: "hold-campaign",
        kind: "campaign",
        evidence: "campaign-date",
        priorMonths: 5,
        text: both("Hold a campaign.", "Realizar una campaña."),
      },
    ],
    basis,
  },
  {
    id: "old-oak-3",
    title: both("Old oak", "Roble viejo"),
    summary: both("For those who stay.", "Para quienes permanecen."),
    certificate: {
      title: both("Certificate of deep roots", "Certificado de raíces profundas"),
      wording: both("has deep roots.", "tiene raíces profundas."),
    },
    term: { months: 31, basis },
    commitments: [
      {
        id: "write-policy",
        kind: "policy",
        evidence: "upload",
        text: both("Write a policy.", "Redactar una norma."),
      },
    ],
    basis,
  },
];

/** The one board it has, which no other state has. */
export const board = {
  id: "harbor-pilots",
  name: "Zephyria Board of Harbor Pilots",
  professions: [{ id: "pilot", title: both("Harbor pilot", "Piloto de puerto") }],
};

/** Writes the profile folder of a state that there is not, in Spanish first, beside no other folder. */
export async function writeEighthState(parent: string): Promise<string> {
  const folder = join(parent, "zz");
  await mkdir(folder, { recursive: true });
  for (const file of ["counties.csv", "emblem.svg"]) await cp(join(neighbour, file), join(folder, file));
  const record = z.record(z.string(), z.unknown());
  const copied = record.parse(parse(await readFile(join(neighbour, "profile.yaml"), "utf8")));
  const profile = {
    ...copied,
    code: "zz",
    discreetName: "Cuaderno Azul",
    jurisdiction: {
      name: both("Zephyria", "Cefiria"),
      fips: "28",
      timeZones: { default: "Pacific/Guam", all: ["Pacific/Guam"] },
    },
    locales: { default: "es", available: ["en", "es"] },
    program: {
      ...record.parse(copied.program),
      name: both("Zephyria Stands Up", "Cefiria se levanta"),
      acronym: "CSL",
    },
    membership: {
      ...record.parse(copied.membership),
      eligibility: { entityTypes: ["for-profit"], basis },
      levels,
      oath: { method: "notary", statement: both("I swear it.", "Lo juro."), basis },
    },
    boards: [board],
  };
  await writeFile(join(folder, "profile.yaml"), stringify(profile));
  return folder;
}
