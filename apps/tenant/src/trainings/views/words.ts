import { type Lesson, readText, type Text } from "@concord/content";
import { languageName } from "@concord/ui";
import { messages } from "../messages.ts";

/** A day as people write it; `timeZone` where the value is a moment. */
export function dayText(moment: Date, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone }).format(moment);
}

/** "English and Spanish", each language by the page's own name for it. */
export function languagesText(languages: readonly string[], locale: string): string {
  const names = new Intl.DisplayNames([locale], { type: "language" });
  const listed = languages.map((code) => names.of(code) ?? code);
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(listed);
}

/** A language's name on this page, with a capital where it stands alone. */
export function languageText(code: string, locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: "language" }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** A language chooses itself by its own name. */
export function languageOptions(languages: readonly string[]) {
  return languages.map((value) => ({ value, label: languageName(value) }));
}

/** A text with the language it is in, where that is not the page's. */
export function spoken(text: Text, locale: string): { text: string; lang?: string } {
  const { text: words, language } = readText(text, locale);
  return language === locale ? { text: words } : { text: words, lang: language };
}

export function picturesOf({ blocks }: Pick<Lesson, "blocks">): Lesson["blocks"] {
  return blocks.filter(({ type }) => type === "image");
}

export function minutesText(minutes: number, locale: string): string {
  return messages.in(locale)("training.minutes", { minutes });
}
