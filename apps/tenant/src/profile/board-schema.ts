import { z } from "zod";
import { basis, day, httpsUrl, localized, slug } from "./text-schema.ts";

const profession = z.strictObject({
  id: slug,
  title: localized,
  hours: z.number().positive().optional().describe("Hours required in a cycle; unset: ask the board"),
  cycleMonths: z.int().positive().optional(),
  citation: z.string().optional(),
  note: z
    .strictObject({ text: localized, basis })
    .optional()
    .describe("What decides whether a credit helps a licensee at all"),
});

/** A licensure board. Whether it accepts a training is decided by the board and recorded by the office, never here. */
export const boardSchema = z.strictObject({
  id: slug,
  name: z.string().min(1).describe("The board's own name, not translated"),
  professions: z.array(profession).min(1),
  citation: z.string().optional(),
  retentionYears: z
    .int()
    .min(1)
    .max(20)
    .optional()
    .describe("How long records are kept; unset: ask the board"),
});
export type Board = z.infer<typeof boardSchema>;

/** A law that makes somebody take a training, whatever their board counts. */
export const trainingMandateSchema = z.strictObject({
  id: slug,
  who: localized,
  rule: localized,
  citation: z.string().min(1),
});

/** A sign some workplaces must post. Whatever is unset is shown as `ask the office`. */
export const postingRuleSchema = z.strictObject({
  id: slug,
  whoMustPost: localized.optional(),
  where: localized.optional(),
  minimumSize: z
    .strictObject({ widthInches: z.number().positive(), heightInches: z.number().positive() })
    .optional(),
  signLocales: z.array(z.string()).optional(),
  prescribedSign: z
    .strictObject({ text: localized, url: httpsUrl.optional() })
    .optional()
    .describe("Law prescribes the sign: link the official one, ours is for awareness only"),
  citation: z.string().optional(),
  effective: day.optional(),
  dateChecked: day.optional(),
  signedOffBy: z.string().optional().describe("The role in the office that checked it, not a person's name"),
});
export type PostingRule = z.infer<typeof postingRuleSchema>;
