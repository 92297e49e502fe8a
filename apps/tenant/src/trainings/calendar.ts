import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { PublicSession } from "./list-sessions.ts";
import { offsetMinutes } from "./session-model.ts";
import { timeZoneBlock } from "./time-zone-block.ts";

export interface CalendarOptions {
  /** The profile's discreet name: the only name that a calendar entry shows. */
  readonly name: string;
  readonly timeZone: string;
  readonly host: string;
  readonly now: Date;
  /** Where an entry's own page is. */
  readonly url: (session: PublicSession) => string;
  readonly notice?: string | undefined;
}

/**
 * Sessions as iCalendar (RFC 5545): a stable UID, the session's own SEQUENCE, times in the program's zone with
 * its VTIMEZONE, and STATUS:CANCELLED for what was called off. `cancel` makes it a cancellation (RFC 5546).
 */
export function sessionCalendar(
  sessions: readonly PublicSession[],
  options: CalendarOptions,
  method: "publish" | "cancel" = "publish",
): string {
  const { from, until } = spanOf(sessions, options.now);
  const calendar = ical({
    name: options.name,
    prodId: { company: "Concord", product: "Learning calendar", language: "EN" },
    method: method === "cancel" ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    // Without a zone of the calendar itself: with one, DTSTAMP would lose its Z, which RFC 5545 asks for.
    timezone: { name: null, generator: (zone) => timeZoneBlock(zone, from, until) },
    ttl: 3_600,
  });
  for (const session of sessions) {
    calendar.createEvent({
      id: `${session.id}@${options.host}`,
      sequence: session.sequence,
      stamp: session.updatedAt,
      start: new ZonedDate(session.startsAt),
      end: new ZonedDate(session.endsAt),
      timezone: options.timeZone,
      summary: options.name,
      url: options.url(session),
      ...(session.place ? { location: session.place } : {}),
      description: [options.url(session), options.notice].filter(Boolean).join("\n\n"),
      status: session.cancelledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}

function spanOf(sessions: readonly PublicSession[], now: Date): { from: Date; until: Date } {
  const starts = [now, ...sessions.map(({ startsAt }) => startsAt)].map((moment) => moment.getTime());
  const ends = [now, ...sessions.map(({ endsAt }) => endsAt)].map((moment) => moment.getTime());
  return { from: yearStart(Math.min(...starts), 0), until: yearStart(Math.max(...ends), 1) };
}

function yearStart(moment: number, later: number): Date {
  return new Date(Date.UTC(new Date(moment).getUTCFullYear() + later, 0, 1));
}

/** A moment whose local parts can be read in any zone, whatever zone the server runs in. */
class ZonedDate extends Date {
  /** By these two the calendar library knows a date that can change its zone. */
  readonly internal: Date = this;
  tzComponents(): number[] {
    return [];
  }

  withTimeZone(timeZone?: string | null): ZonedDate {
    return new WallDate(this, offsetMinutes(timeZone ?? "UTC", this));
  }
}

class WallDate extends ZonedDate {
  readonly #wall: Date;

  constructor(moment: Date, minutes: number) {
    super(moment);
    this.#wall = new Date(moment.getTime() + minutes * 60_000);
  }

  override getFullYear(): number {
    return this.#wall.getUTCFullYear();
  }
  override getMonth(): number {
    return this.#wall.getUTCMonth();
  }
  override getDate(): number {
    return this.#wall.getUTCDate();
  }
  override getHours(): number {
    return this.#wall.getUTCHours();
  }
  override getMinutes(): number {
    return this.#wall.getUTCMinutes();
  }
  override getSeconds(): number {
    return this.#wall.getUTCSeconds();
  }
}
