import { z } from "zod";
import { containsPhoneNumber } from "./hotline.ts";

/** A language as BCP 47 writes it: `en`, `es`, `pt-BR`, `zh-Hant`. */
export const locale = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/);

export type Text = Readonly<Record<string, string>>;

function text(maximum: number) {
  return z
    .record(locale, z.string().trim().min(1).max(maximum))
    .refine((value) => Object.keys(value).length > 0, { message: "text-missing" })
    .refine((value) => !Object.values(value).some(containsPhoneNumber), { message: "phone-number-as-text" });
}

/** One line or paragraph of plain text, by language. Markup in it is shown as typed. */
export const localizedText = text(2_000);

/** Markdown by language, rendered without raw HTML (see `markdown.ts`). */
export const localizedMarkdown = text(20_000);

/** Names a part within its list, so that changes and local texts find it again in a later revision. */
export const partId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(64);

/** The languages a body really exists in: every text of it must have them all. */
export const languages = z.array(locale).min(1).max(40).refine(unique, { message: "language-twice" });

/** A list whose parts have ids, each once. */
export function parts<T extends z.ZodType<{ readonly id: string }>>(part: T, maximum = 200) {
  return z
    .array(part)
    .max(maximum)
    .refine((list) => unique(list.map(({ id }) => id)), { message: "id-twice" });
}

/** The text in `wanted`, else in the first language it has; `language` says which, for the `lang` attribute. */
export function readText(value: Text, wanted: string): { readonly text: string; readonly language: string } {
  const exact = value[wanted];
  if (exact !== undefined) return { text: exact, language: wanted };
  const [language, first] = Object.entries(value)[0] ?? [wanted, ""];
  return { text: value.en ?? first, language: value.en === undefined ? language : "en" };
}

export function textIn(value: Text, wanted: string): string {
  return readText(value, wanted).text;
}

function unique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
