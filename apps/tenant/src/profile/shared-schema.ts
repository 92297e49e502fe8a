import { z } from "zod";
import { day, httpsUrl, localized, slug } from "./text-schema.ts";

/** A line that helps. Numbers are data with a date, kept in one file for all states. */
export const hotlineSchema = z.strictObject({
  id: slug,
  name: localized,
  purpose: localized,
  phone: z.string().optional(),
  sms: z.string().optional().describe("The number to text"),
  tty: z.string().optional(),
  chatUrl: httpsUrl.optional(),
  hours: localized.optional(),
  languages: localized.optional(),
  operator: z.string().optional(),
  emergency: z.boolean().default(false),
  lastVerified: day
    .optional()
    .describe("When somebody last confirmed it; unset: pages say that nobody did yet"),
  source: z.string().min(1),
});
export type Hotline = z.infer<typeof hotlineSchema>;

export const hotlineFileSchema = z.strictObject({ hotlines: z.array(hotlineSchema).min(1) });

/** A two-digit sector of NAICS 2022; manufacturing, retail and transport span several digits. */
export const sectorSchema = z.strictObject({
  code: z.string().regex(/^\d{2}(-\d{2})?$/, "is not a two-digit sector such as 62 or 31-33"),
  name: localized,
});
export type Sector = z.infer<typeof sectorSchema>;

/** A state, the District of Columbia or a territory, as an address names it. */
export const stateSchema = z.strictObject({
  code: z.string().regex(/^[A-Z]{2}$/, "is not the two letters of a postal address"),
  fips: z.string().regex(/^\d{2}$/, "is not two digits"),
  name: localized,
});
export type State = z.infer<typeof stateSchema>;

export const stateFileSchema = z.strictObject({
  source: z.string().min(1),
  states: z.array(stateSchema).min(1),
});

export const sectorFileSchema = z.strictObject({
  source: z.string().min(1),
  sectors: z.array(sectorSchema).min(1),
});
