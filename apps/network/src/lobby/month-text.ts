/** `2022-10-05` or `2022-10` as a month in words. */
export function monthText(day: string, locale: string): string {
  const at = new Date(`${day.slice(0, 7)}-15T12:00:00Z`);
  return new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(at);
}
