import type { Text } from "@concord/content";
import type { Day } from "@concord/runtime";
import { z } from "zod";

export type SessionKind = "webinar" | "series-part";

/** How a session is held; a board approves one of them. */
export const sessionModes = ["live-online", "in-person"] as const;
export type SessionMode = (typeof sessionModes)[number];

export interface LiveSession {
  readonly id: string;
  readonly kind: SessionKind;
  /** The series it is a part of, and which part. */
  readonly trainingId: string | null;
  readonly partId: string | null;
  readonly title: Text;
  readonly description: Text | null;
  /** The language it is held in. */
  readonly locale: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly mode: SessionMode;
  /** Known to whoever registered, never to the public; null where people meet in person alone. */
  readonly joinUrl: string | null;
  /** Where people meet in person. */
  readonly place: string | null;
  readonly capacity: number | null;
  /** Who holds it, where it is not the office alone. */
  readonly host: string | null;
  /** The host shows it during the session. */
  readonly attendanceCode: string;
  /** iCalendar's SEQUENCE: rises with every change. */
  readonly sequence: number;
  readonly cancelledAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface Registration {
  readonly id: string;
  readonly sessionId: string;
  readonly personId: string | null;
  readonly memberId: string | null;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly keySha256: string;
  readonly registeredAt: Date;
  readonly cancelledAt: Date | null;
  readonly attendedAt: Date | null;
}

export interface MyRegistration {
  readonly registration: Registration;
  readonly session: LiveSession;
}

export const sessionId = z.string().startsWith("ses_", "trainings.session-not-found");

const minuteMs = 60_000;

/** From a quarter of an hour before the start to an hour after the end. */
export function takesAttendance(session: LiveSession, now: Date): boolean {
  if (session.cancelledAt) return false;
  const moment = now.getTime();
  return (
    moment >= session.startsAt.getTime() - 15 * minuteMs && moment <= session.endsAt.getTime() + 60 * minuteMs
  );
}

export type RegistrationVerdict =
  | { readonly open: true }
  | { readonly open: false; readonly reason: "cancelled" | "over" | "full" };

/** Whether one more person may register now. */
export function judgeRegistration(session: LiveSession, registered: number, now: Date): RegistrationVerdict {
  if (session.cancelledAt) return { open: false, reason: "cancelled" };
  if (session.endsAt <= now) return { open: false, reason: "over" };
  if (session.capacity !== null && registered >= session.capacity) return { open: false, reason: "full" };
  return { open: true };
}

export function minutesOfSession(session: LiveSession): number {
  return Math.max(1, Math.round((session.endsAt.getTime() - session.startsAt.getTime()) / minuteMs));
}

/** Letters and digits that are not mistaken for each other when spoken. */
const spoken = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** An attendance code such as `7KQ4MX`, from random bytes. */
export function attendanceCode(random: Uint8Array): string {
  return [...random.slice(0, 6)].map((byte) => spoken[byte % spoken.length] ?? "2").join("");
}

/** As people type it: lower case, with spaces or hyphens. */
export const typedCode = z
  .string()
  .transform((typed) => typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, ""))
  .pipe(z.string().min(1, "field.required").length(6, "trainings.code-wrong"));

/** The minutes by which a zone is ahead of UTC at a moment. */
export function offsetMinutes(timeZone: string, moment: Date): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(moment);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const wall = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return Math.round((wall - Math.floor(moment.getTime() / 1000) * 1000) / minuteMs);
}

/**
 * The moment at which a zone's clocks show a day and time (`HH:MM`). A time that clocks skip in spring is the
 * one an hour later; of a time they show twice in autumn it is the first.
 */
export function momentAt(timeZone: string, day: Day, time: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const before = offsetMinutes(timeZone, new Date(wall - 86_400_000));
  const after = offsetMinutes(timeZone, new Date(wall + 86_400_000));
  const candidates = [before, after].map((offset) => new Date(wall - offset * minuteMs));
  const exact = candidates.find(
    (moment) => moment.getTime() + offsetMinutes(timeZone, moment) * minuteMs === wall,
  );
  return exact ?? candidates[0] ?? new Date(wall);
}
