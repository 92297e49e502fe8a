import { z } from "zod";
import { boardSchema, postingRuleSchema, trainingMandateSchema } from "./board-schema.ts";
import { brandSchema } from "./brand-schema.ts";
import { membershipSchema } from "./membership-schema.ts";
import { jurisdictionSchema, officeSchema, programSchema, publicRecordsSchema } from "./program-schema.ts";
import { hotlineSchema, type Sector, type State } from "./shared-schema.ts";

/** No profile may publish smaller counts about people. */
const lowestThreshold = 11;

const locale = z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, "is not a language code such as en or es");

/** Everything `profile.yaml` may hold. What is not listed here is refused. */
export const profileFileSchema = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z][a-z0-9]{1,11}$/, "is not a short lower-case code")
    .describe("The folder's name; keys everything, since program names and acronyms are not unique"),
  official: z
    .boolean()
    .default(false)
    .describe("True only for the office's own site: it ends the demonstration notice"),
  discreetName: z
    .string()
    .min(2)
    .max(40)
    .describe(
      "Says nothing about trafficking: for the From line, subjects, learner pages, calendars, file names",
    ),
  jurisdiction: jurisdictionSchema,
  locales: z.strictObject({ default: locale, available: z.array(locale).min(1) }),
  program: programSchema,
  office: officeSchema,
  brand: brandSchema,
  membership: membershipSchema,
  publicRecords: publicRecordsSchema.optional(),
  boards: z.array(boardSchema).default([]),
  trainingMandates: z.array(trainingMandateSchema).default([]).describe("Laws that require a training"),
  posting: z
    .strictObject({ rules: z.array(postingRuleSchema) })
    .optional()
    .describe("Unset: pages say `ask the office` until staff enter the rule and its citation"),
  hotlines: z.array(hotlineSchema).default([]).describe("Local lines, shown after those all states share"),
  sectors: z
    .union([z.literal("all"), z.array(z.string()).min(1)])
    .default("all")
    .describe("NAICS 2022 sectors offered on forms"),
  figures: z
    .strictObject({
      threshold: z
        .int()
        .min(lowestThreshold)
        .max(1_000)
        .describe("A count about people is published as 0 or at least this, and rests on as many people"),
    })
    .default({ threshold: lowestThreshold }),
  addressConfidentialityProgram: z
    .boolean()
    .optional()
    .describe("Whether the state gives substitute addresses that agencies must accept; unset: not known"),
});
export type ProfileFile = z.infer<typeof profileFileSchema>;

export interface County {
  /** Five digits: state and county. */
  readonly fips: string;
  /** Without the word "County". */
  readonly name: string;
}

export const letterKinds = [
  "approval",
  "denial",
  "more-information",
  "renewal-reminder",
  "revocation",
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** A letter with `{{placeholders}}`; the body is paragraphs parted by an empty line. */
export interface Letter {
  readonly subject: string;
  readonly body: string;
}

/** One state's program, read from its folder and checked whole. */
export interface Profile extends Omit<ProfileFile, "sectors"> {
  readonly emblemSvg: string;
  readonly counties: readonly County[];
  readonly sectors: readonly Sector[];
  /** What an address may name as its state: all of them, not only the program's own. */
  readonly states: readonly State[];
  /** By kind, then by language. */
  readonly letters: Readonly<Record<LetterKind, Readonly<Record<string, Letter>>>>;
}

/** The program's own state as addresses name it; undefined for a place that has no postal code. */
export function homeState({ states, jurisdiction }: Profile): State | undefined {
  return states.find(({ fips }) => fips === jurisdiction.fips);
}
