import type { Day } from "@concord/runtime";
import { messages } from "./document-messages.ts";
import type { Language } from "./press.ts";

const regions: Readonly<Record<Language, string>> = { en: "en-US", es: "es-US" };

/** "March 4, 2026" or "4 de marzo de 2026". Throws a RangeError on what is no date. */
export function writeDay(day: Day, language: Language): string {
  const format = new Intl.DateTimeFormat(regions[language], { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** "a, b and c", in the language's way. */
export function writeList(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(regions[language], { type: "conjunction" }).format(items);
}

/** "Page {page} of {pages}", whose numbers only the typesetter knows. */
export function pageNumbers(language: Language): string {
  return messages.in(language)("page", { page: "{page}", pages: "{pages}" });
}
