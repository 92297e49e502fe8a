import { type RenderOptions, readText, type Text, wordsIn } from "@concord/content";
import { writeNumber } from "@concord/runtime";
import type { Tenant } from "../../context.ts";
import { tokensOf } from "../../profile/index.ts";

/** How authored text is shown on this site's pages. */
export function renderOptionsOf(tenant: Tenant, locale: string): RenderOptions {
  return { ...tokensOf(tenant.profile, locale), locale, assetUrl: (sha256) => `/toolkits/files/${sha256}` };
}

/** Authored text; one that lacks the page's language says which one it is in. */
export function Said({ value, options }: { value: Text; options: RenderOptions }) {
  const { language } = readText(value, options.locale);
  const text = wordsIn(value, options);
  return <span lang={language === options.locale ? undefined : language}>{text}</span>;
}

/** A day as people write it. */
export function dayText(day: string, locale: string): string {
  const moment = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(moment);
}

/** The day of a moment where the program is. */
export function momentText(moment: Date, locale: string, { profile }: Tenant): string {
  const timeZone = profile.jurisdiction.timeZones.default;
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone }).format(moment);
}

/** A language's name inside a sentence of the page. */
export function languageText(code: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: "language" }).of(code) ?? code;
}

/** Whole percent, as the language writes it. */
export function percentText(percent: number, locale: string): string {
  return writeNumber(percent / 100, locale, { style: "percent" });
}

export function languagesText(codes: readonly string[], locale: string): string {
  const names = codes.map((code) => languageText(code, locale));
  const text = new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
