import { readText, textIn } from "@concord/content";
import { asWrittenHere, type Locale, writeMoment, writeNumber } from "@concord/runtime";
import { sources } from "../denominators/index.ts";
import { regionZone } from "../portal/locale.ts";
import { messages } from "./messages.ts";
import type { LateReason, Standing } from "./model.ts";

/** Figures and names as a language writes them. */
export interface Words {
  number(value: number): string;
  /** Two decimals: rates are small. */
  rate(value: number): string;
  /** "October 2026" of `2026-10`. */
  month(period: string): string;
  /** "Oct 2026", for the ends of an axis. */
  shortMonth(period: string): string;
  /** "October 31, 2026" of `2026-10-31`. */
  day(day: string): string;
  /** "Oct 31, 2026", for a table. */
  shortDay(day: string): string;
  /** "Aug 31 – Oct 31, 2026". */
  shortDays(from: string, to: string): string;
  moment(at: Date): string;
  place(standing: Standing): string;
  places(standings: readonly Standing[]): string;
  /** Why it is late, each reason a sentence. */
  reasons(standing: Standing): string[];
}

export function wordsIn(locale: Locale): Words {
  const t = messages.in(locale);
  const here = asWrittenHere(locale);
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(here, { timeZone: "UTC", ...options });
  const [long, short, full] = [
    dates({ month: "long", year: "numeric" }),
    dates({ month: "short", year: "numeric" }),
    dates({ dateStyle: "long" }),
  ];
  const list = new Intl.ListFormat(here, { type: "conjunction" });
  const noon = (day: string) => new Date(`${day}T12:00:00Z`);
  const medium = dates({ dateStyle: "medium" });
  const day = (value: string) => full.format(noon(value));
  const whole = (text: string) => text.replaceAll(" ", "\u00a0");
  const shortDay = (value: string) => whole(medium.format(noon(value)));
  const moment = (at: Date) => writeMoment(at, { locale, timeZone: regionZone });
  const month = (period: string) => long.format(noon(`${period}-15`));
  const place = (standing: Standing) => placeName(standing, locale);
  return {
    ...{ day, shortDay, month, moment, place },
    number: (value) => writeNumber(value, locale),
    rate: (value) => writeNumber(value, locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    shortDays: (from, to) => medium.formatRange(noon(from), noon(to)),
    shortMonth: (period) => whole(short.format(noon(`${period}-15`))),
    places: (standings) => list.format(standings.map(place)),
    reasons: ({ reasons, contact, release }) =>
      reasons.map((reason: LateReason) =>
        t(`late.${reason}`, {
          heard: contact.lastHeardAt ? moment(contact.lastHeardAt) : t("never"),
          month: release ? month(release.period) : t("none-yet"),
        }),
      ),
  };
}

/** As the state writes its own name; before its first release, as the Census does. */
export function placeName({ release, denominator, program }: Standing, locale: Locale): string {
  return release ? textIn(release.body.jurisdiction.name, locale) : (denominator?.name ?? program);
}

/** As the state names its program; before its first release, as the registry does, which names all in English. */
export function programName(
  { release, program }: Standing,
  locale: Locale,
): { text: string; language: Locale } {
  return release ? readText(release.body.program, locale) : { text: program, language: "en" };
}

/** How this state's counting of members differs from the common definition, in its own words. */
export function differenceOf({ release }: Standing, locale: Locale): string | undefined {
  const difference = release?.body.metrics.members?.difference;
  return difference && textIn(difference, locale);
}

/** What rates are divided by, and of what year. */
export function rateSource(locale: Locale): string {
  const { series, year } = sources.establishments;
  return messages.in(locale)("rate.source", { series, year: String(year) });
}
