import { z } from "zod";

/** A text a person reads, by language; English and Spanish always, others where the profile offers them. */
export const localized = z
  .object({ en: z.string().trim().min(1), es: z.string().trim().min(1) })
  .catchall(z.string().trim().min(1))
  .describe("A text in every language the profile offers");
export type Localized = z.infer<typeof localized>;

/** Falls back to English, as everything in the product does. */
export function textIn(text: Localized, locale: string): string {
  return text[locale] ?? text.en;
}

/** What a rule rests on: a source, or an assumption that every page which shows the rule must admit. */
export const basis = z
  .strictObject({
    source: z.string().min(1).optional().describe("Where the rule can be read"),
    assumed: z.literal(true).optional().describe("Not confirmed; chosen so that the demonstration can run"),
    note: localized.optional().describe("What readers are told beside the rule"),
  })
  .refine((value) => (value.source === undefined) !== (value.assumed === undefined), {
    message: "needs either a source or `assumed: true`, not both",
    params: { mend: "name the source, or write `assumed: true` with a note" },
  })
  .refine((value) => !value.assumed || value.note !== undefined, {
    message: "is assumed without a note",
    params: { mend: "add a `note` in every language, for instance `assumed for the demonstration`" },
  });
export type Basis = z.infer<typeof basis>;

/** Lower-case words with hyphens; unique in its list and kept for ever, since records refer to it. */
export const slug = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "is not lower-case words with hyphens");

export const day = z.iso.date().describe("A day, YYYY-MM-DD");

/** A day, or only a month or a year where the day is not known. */
export const partialDate = z
  .string()
  .regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    "is not a date such as 2025, 2025-08 or 2025-08-14",
  );

export const httpsUrl = z.url({ protocol: /^https$/ });
