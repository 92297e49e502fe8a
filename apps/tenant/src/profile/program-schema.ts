import { z } from "zod";
import { basis, httpsUrl, localized, partialDate, slug } from "./text-schema.ts";

export const programSchema = z.strictObject({
  name: localized.describe("The program's full name"),
  acronym: z.string().min(2).max(10).describe("Not unique: two states may share one"),
  launched: partialDate.optional(),
  description: localized.describe("What the program is, in a short paragraph for the first screen"),
  membershipMeans: localized.describe("What a member promises and what membership is not"),
  lawCitation: z
    .string()
    .optional()
    .describe("The statute or rule that founds the program, where there is one"),
  sources: z
    .array(z.string().min(1))
    .default([])
    .describe("Where what this profile says about the program comes from"),
  partners: z
    .array(z.strictObject({ id: slug, name: z.string().min(1), role: localized }))
    .default([])
    .describe("Organizations outside the office that present, co-host or build material"),
  decal: z.boolean().optional().describe("Whether members get a decal; unset where it is not known"),
});

/** How the office is reached. A contact that is not known stays unset and pages say so. */
export const officeSchema = z.strictObject({
  name: localized,
  email: z.email().describe("Shown to the public, and the sender of all mail"),
  phone: z.string().optional(),
  address: z.array(z.string().min(1)).max(6).optional().describe("Lines of a postal address"),
  hours: localized.optional(),
  website: httpsUrl.optional(),
  signature: localized.describe(
    "The line under a letter; an office, never a person, until the profile is official",
  ),
  demonstration: z.boolean().default(false).describe("These contacts are made up for a demonstration"),
});

export const jurisdictionSchema = z.strictObject({
  name: localized,
  fips: z
    .string()
    .regex(/^\d{2}$/, "is not two digits")
    .describe("Census FIPS code of the state, in quotes"),
  timeZones: z.strictObject({
    default: z.string().refine(isTimeZone, { message: "is not an IANA time zone", params: timeZoneMend() }),
    all: z
      .array(z.string().refine(isTimeZone, { message: "is not an IANA time zone", params: timeZoneMend() }))
      .min(1),
  }),
});

/** Deadlines of the public-records law; unset where nobody confirmed them. */
export const publicRecordsSchema = z.strictObject({
  answerWorkingDays: z.int().positive(),
  atMostWorkingDays: z.int().positive().optional(),
  basis,
});

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function timeZoneMend(): { mend: string } {
  return { mend: "use a name such as America/Chicago" };
}
