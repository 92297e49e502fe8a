import type { Text } from "./localized.ts";
import { valuesOf } from "./pointers.ts";

/** A number to call or write to. The numbers are a state's data, verified on a date; content only names the id. */
export interface Hotline {
  readonly id: string;
  readonly name: Text | string;
  readonly phone?: string | undefined;
  /** The number that takes text messages. */
  readonly sms?: string | undefined;
}

/** What stands in for tokens: `{{hotline:national}}`, `{{hotline:national.phone}}`, `{{program}}`, `{{office}}`. */
export interface TokenData {
  readonly hotlines: readonly Hotline[];
  readonly program?: string | undefined;
  readonly office?: string | undefined;
}

export type TokenPart = { readonly text: string; readonly href?: string };

const tokenPattern = /\{\{(?:hotline:([a-z0-9-]+)(?:\.(phone|text|name))?|(program|office))\}\}/g;

/** Splits `source` at its tokens; a hotline that the data lacks becomes its id in brackets, never a guess. */
export function expandTokens(source: string, data: TokenData, locale: string): TokenPart[] {
  const out: TokenPart[] = [];
  let end = 0;
  for (const match of source.matchAll(tokenPattern)) {
    if (match.index > end) out.push({ text: source.slice(end, match.index) });
    out.push(...expandOne(match, data, locale));
    end = match.index + match[0].length;
  }
  if (end < source.length) out.push({ text: source.slice(end) });
  return out;
}

export function expandToText(source: string, data: TokenData, locale: string): string {
  return expandTokens(source, data, locale)
    .map(({ text }) => text)
    .join("");
}

/** Tokens anywhere in a body that no reader would see a number for: their hotline, or their form, is not known. */
export function unknownHotlines(
  body: unknown,
  hotlines: readonly Pick<Hotline, "id">[],
): { readonly pointer: string; readonly token: string }[] {
  return [...valuesOf(body)].flatMap(({ pointer, value }) => {
    const tokens = typeof value === "string" ? value.matchAll(/\{\{\s*hotline\b[^{}]*\}\}/gi) : [];
    return [...tokens].flatMap(([token]) => {
      const [, id] = /^\{\{hotline:([a-z0-9-]+)(?:\.(?:phone|text|name))?\}\}$/.exec(token) ?? [];
      return hotlines.some((one) => one.id === id) ? [] : [{ pointer, token }];
    });
  });
}

export function hotlineName(hotline: Hotline, locale: string): string {
  if (typeof hotline.name === "string") return hotline.name;
  return hotline.name[locale] ?? hotline.name.en ?? Object.values(hotline.name)[0] ?? hotline.id;
}

/** A `tel:` link from a number as people write it. */
export function phoneHref(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, "")}`;
}

/** North American numbers with or without separators; short codes and 911 are not told from other figures. */
export function containsPhoneNumber(text: string): boolean {
  return /(?<!\d)(?:\+?1[-. ]?)?(?:\(\d{3}\)\s?|\d{3}[-. ])\d{3}[-. ]\d{4}(?!\d)|(?<!\d)1?\d{10}(?!\d)/.test(
    text,
  );
}

function expandOne(match: RegExpExecArray, data: TokenData, locale: string): TokenPart[] {
  const [token, id, field, name] = match;
  if (name === "program") return [{ text: data.program ?? token }];
  if (name === "office") return [{ text: data.office ?? token }];
  const hotline = data.hotlines.find((one) => one.id === id);
  if (!hotline) return [{ text: `[${id}]` }];
  const label = { text: hotlineName(hotline, locale) };
  if (field === "name") return [label];
  if (field === "text") return [{ text: hotline.sms ?? label.text }];
  if (hotline.phone === undefined) return [label];
  const phone = { text: hotline.phone, href: phoneHref(hotline.phone) };
  return field === "phone" || hotline.phone === label.text
    ? [phone]
    : [label, { text: " (" }, phone, { text: ")" }];
}
