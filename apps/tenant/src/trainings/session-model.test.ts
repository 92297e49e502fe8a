import fc from "fast-check";
import { expect, test } from "vitest";
import { sessionCalendar } from "./calendar.ts";
import {
  judgeRegistration,
  type LiveSession,
  momentAt,
  offsetMinutes,
  takesAttendance,
  typedCode,
} from "./session-model.ts";

const session: LiveSession = {
  id: "ses_1",
  kind: "webinar",
  trainingId: null,
  partId: null,
  title: { en: "Hotels", es: "Hoteles" },
  description: null,
  locale: "en",
  startsAt: new Date("2026-11-12T16:00:00Z"),
  endsAt: new Date("2026-11-12T17:00:00Z"),
  mode: "live-online",
  joinUrl: "https://meet.example/1",
  place: null,
  capacity: 2,
  host: null,
  attendanceCode: "7KQ4MX",
  sequence: 3,
  cancelledAt: null,
  createdAt: new Date("2026-10-01T00:00:00Z"),
  updatedAt: new Date("2026-10-02T00:00:00Z"),
};

test("a wall time is read in the program's zone, in winter and in summer", () => {
  expect(momentAt("America/Chicago", "2026-11-12", "10:00").toISOString()).toBe("2026-11-12T16:00:00.000Z");
  expect(momentAt("America/Chicago", "2026-07-01", "10:00").toISOString()).toBe("2026-07-01T15:00:00.000Z");
  expect(momentAt("America/New_York", "2026-07-01", "10:00").toISOString()).toBe("2026-07-01T14:00:00.000Z");
});

test("a skipped hour moves on, a doubled hour is its first", () => {
  expect(momentAt("America/Chicago", "2026-03-08", "02:30").toISOString()).toBe("2026-03-08T08:30:00.000Z");
  expect(momentAt("America/Chicago", "2026-11-01", "01:30").toISOString()).toBe("2026-11-01T06:30:00.000Z");
});

test("outside of skipped hours the moment shows the wall time it was made from", () => {
  const zones = fc.constantFrom("America/Chicago", "America/New_York", "America/Denver", "UTC");
  const day = fc.date({ min: new Date("2024-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(zones, day, fc.integer({ min: 4, max: 23 }), (zone, date, hour) => {
      const [on, time] = [date.toISOString().slice(0, 10), `${String(hour).padStart(2, "0")}:15`];
      const moment = momentAt(zone, on, time);
      const wall = new Date(moment.getTime() + offsetMinutes(zone, moment) * 60_000).toISOString();
      expect(wall).toBe(`${on}T${time}:00.000Z`);
    }),
  );
});

test("registration closes when it is called off, over or full", () => {
  const now = new Date("2026-11-01T00:00:00Z");
  expect(judgeRegistration(session, 1, now)).toEqual({ open: true });
  expect(judgeRegistration(session, 2, now)).toEqual({ open: false, reason: "full" });
  expect(judgeRegistration({ ...session, capacity: null }, 9_999, now)).toEqual({ open: true });
  expect(judgeRegistration(session, 0, session.endsAt)).toEqual({ open: false, reason: "over" });
  expect(judgeRegistration({ ...session, cancelledAt: now }, 0, now)).toEqual({
    open: false,
    reason: "cancelled",
  });
});

test("attendance is taken around the session and never of one called off", () => {
  const at = (iso: string) => takesAttendance(session, new Date(iso));
  expect(at("2026-11-12T15:44:59Z")).toBe(false);
  expect(at("2026-11-12T15:45:00Z")).toBe(true);
  expect(at("2026-11-12T18:00:00Z")).toBe(true);
  expect(at("2026-11-12T18:00:01Z")).toBe(false);
  expect(takesAttendance({ ...session, cancelledAt: new Date(0) }, session.startsAt)).toBe(false);
});

test("a code is read as people type it", () => {
  expect(typedCode.parse(" 7kq-4mx ")).toBe("7KQ4MX");
  expect(typedCode.safeParse("7kq").success).toBe(false);
});

test("the calendar names its zone's changes, its sequence and nothing but the discreet name", () => {
  const { joinUrl: _room, attendanceCode: _code, ...shown } = session;
  const file = (method: "publish" | "cancel", cancelledAt: Date | null) =>
    sessionCalendar(
      [{ ...shown, cancelledAt }],
      {
        name: "Magnolia Learning",
        timeZone: "America/Chicago",
        host: "ms.example",
        now: new Date("2026-11-02T00:00:00Z"),
        url: ({ id }) => `https://ms.example/trainings/sessions/${id}`,
      },
      method,
    );
  const text = file("publish", null);
  expect(text).toContain("UID:ses_1@ms.example");
  expect(text).toContain("SEQUENCE:3");
  expect(text).toContain("DTSTART;TZID=America/Chicago:20261112T100000");
  expect(text).toContain("DTSTAMP:20261002T000000Z");
  expect(text).toContain("SUMMARY:Magnolia Learning");
  expect(text).not.toMatch(/Hotels|meet\.example|7KQ4MX/);
  expect(text).toMatch(
    /BEGIN:DAYLIGHT\r\nDTSTART:20260308T020000\r\nTZOFFSETFROM:-0600\r\nTZOFFSETTO:-0500\r\nTZNAME:CDT/,
  );
  expect(text).toMatch(/BEGIN:STANDARD\r\nDTSTART:20261101T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0600/);
  expect(file("cancel", session.updatedAt)).toMatch(/METHOD:CANCEL[\s\S]*STATUS:CANCELLED/);
});
