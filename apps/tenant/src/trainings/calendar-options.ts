import type { Context } from "../context.ts";
import { demonstrationNotice } from "../profile/index.ts";
import type { CalendarOptions } from "./calendar.ts";

/** What every calendar file of an instance has in common: its discreet name, zone, host and notice. */
export function calendarOptions(context: Context, url: CalendarOptions["url"]): CalendarOptions {
  const { tenant, clock, locale } = context;
  const { profile, origin } = tenant;
  return {
    name: profile.discreetName,
    timeZone: profile.jurisdiction.timeZones.default,
    host: new URL(origin).hostname,
    now: clock.now(),
    url,
    notice: demonstrationNotice(profile, locale),
  };
}
