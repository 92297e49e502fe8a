import { dayIn, daysBetween } from "./calendar.ts";
import type { Locale } from "./messages.ts";
import { asWrittenHere } from "./numbers.ts";

/** How times are written for a reader: in a language, by the clock of a state. A page's `Site` is one. */
export interface Place {
  readonly locale: Locale;
  /** An IANA name. */
  readonly timeZone: string;
}

/** "Nov 24, 2026, 12:05 PM CST", "24 nov 2026, 12:05 p.m. CST": with the zone, since who reads may live in another. */
export function writeMoment(at: Date, place: Place, detail: Detail = "minutes"): string {
  return formatOf(place, detail).format(at);
}

/** "Nov 24, 2026": the day that it was in the place at that moment. */
export function writeDayOf(at: Date, place: Place): string {
  return formatOf(place, "day").format(at);
}

/** "today", "yesterday", "10 days ago": by the calendar of the place, whatever the hour. */
export function writeDaysAgo(at: Date, now: Date, { locale, timeZone }: Place): string {
  const days = Math.max(0, daysBetween(dayIn(timeZone, at), dayIn(timeZone, now)));
  return new Intl.RelativeTimeFormat(asWrittenHere(locale).toString(), { numeric: "auto" }).format(
    -days,
    "day",
  );
}

type Detail = "minutes" | "seconds";

const day = { year: "numeric", month: "short", day: "numeric" } as const;
const minutes = { ...day, hour: "numeric", minute: "2-digit", timeZoneName: "short" } as const;
const details = { day, minutes, seconds: { ...minutes, second: "2-digit" } } as const;

function formatOf({ locale, timeZone }: Place, detail: keyof typeof details): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${detail}`;
  let format = formats.get(key);
  if (!format) {
    // As written here: elsewhere Spanish has no name for our zones and says GMT-6.
    format = new Intl.DateTimeFormat(asWrittenHere(locale), { ...details[detail], timeZone });
    formats.set(key, format);
  }
  return format;
}

/** Kept as in the calendar. */
const formats = new Map<string, Intl.DateTimeFormat>();
