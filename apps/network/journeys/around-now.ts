import { dayIn } from "@concord/runtime";

const half = 30 * 60_000;

const quarter = 15 * 60_000;

/**
 * Half an hour before and after now, on one day of a zone, as the form of a session asks for it. In a day's last
 * quarter of an hour it is the first session of the next day, whose code is taken from then on.
 */
export function aroundNow(zone: string): { day: string; from: string; to: string } {
  const time = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
  const now = Date.now();
  const day = dayIn(zone, new Date(now));
  const soon = dayIn(zone, new Date(now + quarter));
  if (soon !== day) return { day: soon, from: "00:00", to: "01:00" };
  const on = (moment: number, otherwise: string) =>
    dayIn(zone, new Date(moment)) === day ? time.format(moment) : otherwise;
  return { day, from: on(now - half, "00:00"), to: on(now + half, "23:59") };
}
