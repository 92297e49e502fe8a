import type { Locale } from "./messages.ts";

/** A language as it is written in the United States, where decimals have a point in Spanish too. */
export function asWrittenHere(locale: Locale): Intl.Locale {
  return new Intl.Locale(locale, { region: "US" });
}

/** Hours and counts, the same on pages, in mails and in documents: 2.5 and 1,234. */
export function writeNumber(
  value: number,
  locale: Locale,
  options: Intl.NumberFormatOptions = hundredths,
): string {
  if (options !== hundredths) return new Intl.NumberFormat(asWrittenHere(locale), options).format(value);
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(asWrittenHere(locale), hundredths);
    formats.set(locale, format);
  }
  return format.format(value);
}

const hundredths: Intl.NumberFormatOptions = { maximumFractionDigits: 2 };

/** By language, kept as in the calendar. */
const formats = new Map<Locale, Intl.NumberFormat>();
