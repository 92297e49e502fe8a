import { offsetMinutes } from "./session-model.ts";

const hourMs = 3_600_000;

/**
 * A VTIMEZONE (RFC 5545 section 3.6.5) for the moments from `from` to `until`: one part for the offset that
 * holds at the start, and one for each change after it, read from the time zone data of the runtime.
 */
export function timeZoneBlock(timeZone: string, from: Date, until: Date): string {
  const first = { at: from, before: offsetMinutes(timeZone, from) };
  const parts = [
    partOf(timeZone, first.at, first.before, first.before),
    ...changes(timeZone, from, until).map(({ at, before, after }) => partOf(timeZone, at, before, after)),
  ];
  return ["BEGIN:VTIMEZONE", `TZID:${timeZone}`, ...parts.flat(), "END:VTIMEZONE"].join("\r\n");
}

interface OffsetChange {
  readonly at: Date;
  readonly before: number;
  readonly after: number;
}

function changes(timeZone: string, from: Date, until: Date): OffsetChange[] {
  const found: OffsetChange[] = [];
  const stepMs = 24 * hourMs;
  for (let start = from.getTime(); start < until.getTime(); start += stepMs) {
    const before = offsetMinutes(timeZone, new Date(start));
    const after = offsetMinutes(timeZone, new Date(start + stepMs));
    if (before !== after)
      found.push({ at: firstWith(timeZone, after, start, start + stepMs), before, after });
  }
  return found;
}

/** The first minute between two moments at which an offset holds. */
function firstWith(timeZone: string, offset: number, from: number, to: number): Date {
  let low = Math.floor(from / 60_000);
  let high = Math.ceil(to / 60_000);
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMinutes(timeZone, new Date(middle * 60_000)) === offset) high = middle;
    else low = middle;
  }
  return new Date(high * 60_000);
}

/** DTSTART is the wall time before the change. */
function partOf(timeZone: string, at: Date, before: number, after: number): string[] {
  const kind = after > before || isSummer(timeZone, at, after) ? "DAYLIGHT" : "STANDARD";
  const wall = new Date(at.getTime() + before * 60_000).toISOString().replaceAll(/[-:]|\.\d+Z/g, "");
  return [
    `BEGIN:${kind}`,
    `DTSTART:${wall}`,
    `TZOFFSETFROM:${offsetText(before)}`,
    `TZOFFSETTO:${offsetText(after)}`,
    `TZNAME:${nameOf(timeZone, at)}`,
    `END:${kind}`,
  ];
}

/** Ahead of the smaller of the offsets in January and July. */
function isSummer(timeZone: string, at: Date, offset: number): boolean {
  const year = at.getUTCFullYear();
  const standard = Math.min(
    offsetMinutes(timeZone, new Date(Date.UTC(year, 0, 1))),
    offsetMinutes(timeZone, new Date(Date.UTC(year, 6, 1))),
  );
  return offset > standard;
}

function nameOf(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "short" }).formatToParts(at);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const sign = minutes < 0 ? "-" : "+";
  return `${sign}${String(hours).padStart(2, "0")}${String(rest).padStart(2, "0")}`;
}
