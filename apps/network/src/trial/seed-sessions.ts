import { addDays, addMonths, type Day } from "@concord/runtime";
import { attendSession, type Member, planSession, registerForSession, type Unit } from "@concord/tenant";
import { at, fill, type History } from "./history.ts";
import { type Chance, chanceFrom } from "./random.ts";
import type { OwnLibrary } from "./seed-library.ts";
import { topics } from "./session-topics.ts";

interface PlannedSession {
  readonly title: Record<string, string>;
  readonly locale: "en" | "es";
  readonly day: Day;
  readonly part?: string;
  readonly guests: readonly Guest[];
}

interface Guest {
  readonly name: string;
  readonly email: string;
  readonly registeredOn: Day;
  readonly comes: boolean;
}

/** A webinar every month, and the four-part series where the state offers it; the next ones can be registered for. */
export async function seedSessions(
  history: History,
  given: { library: OwnLibrary; members: readonly Member[]; begins: Day; today: Day },
): Promise<void> {
  const { today } = given;
  await fill(history, {
    name: "sessions",
    batch: 3,
    together: true,
    plan: planSessions(history.context.tenant.code, given),
    make: (unit, planned) => hold(unit, planned, today),
  });
}

async function hold(unit: Unit, { guests, day, ...planned }: PlannedSession, today: Day): Promise<void> {
  const announcedOn = [addDays(day, -45), addDays(today, -2)].toSorted()[0] ?? today;
  const session = await planSession(at(unit, announcedOn), {
    ...planned,
    day,
    from: "10:00",
    to: "11:00",
    joinUrl: `https://meet.example/${unit.tenant.code}/${day}`,
    capacity: planned.part ? "60" : "",
  });
  // One after the other, as the numbers of free places are counted.
  for (const { name, email, registeredOn, comes } of guests) {
    await registerForSession(at(unit, registeredOn), { sessionId: session.id, name, email });
    if (!comes) continue;
    const arriving = at(unit, new Date(session.startsAt.getTime() + 12 * 60_000));
    await attendSession(arriving, { code: session.attendanceCode, email, name });
  }
}

function planSessions(
  code: string,
  {
    library,
    members,
    begins,
    today,
  }: { library: OwnLibrary; members: readonly Member[]; begins: Day; today: Day },
): PlannedSession[] {
  const chance = chanceFrom(`sessions of ${code}`);
  const planned: PlannedSession[] = [];
  const size = chance.between(10, 17);
  for (let month = 1; month <= 28; month += 1) {
    const day = thursdayOf(addMonths(begins, month));
    if (day > addMonths(today, 3)) break;
    const topic = topics[(month + size) % topics.length];
    if (!topic || chance.happens(0.06)) continue;
    const locale = chance.happens(0.12) ? "es" : "en";
    const guests = guestsOf(chance, members, day, today, size);
    planned.push({ title: { ...topic }, locale, day, guests });
  }
  return [...planned, ...seriesParts(chance, library, members, today)].toSorted((a, b) =>
    a.day.localeCompare(b.day),
  );
}

/** Two rounds of the series: one of last year, and one that is half over. */
function seriesParts(
  chance: Chance,
  { items, trainings }: OwnLibrary,
  members: readonly Member[],
  today: Day,
): PlannedSession[] {
  const item = items.find(({ kind }) => kind === "series");
  const series = trainings.find(({ slug }) => slug === item?.slug);
  if (item?.kind !== "series" || !series) return [];
  return [-11, -1].flatMap((start) =>
    item.body.parts.flatMap((part, index): PlannedSession[] => {
      if (part.type !== "live" || !("title" in part)) return [];
      const day = addDays(thursdayOf(addMonths(today, start + index)), -2);
      const guests = guestsOf(chance, members, day, today, 6);
      return [{ title: part.title, locale: "en", day, part: `${series.id}/${part.id}`, guests }];
    }),
  );
}

/** Fewer come in summer, and more to the first ones; of those who registered, some stay away. */
function guestsOf(chance: Chance, members: readonly Member[], day: Day, today: Day, size: number): Guest[] {
  const summer = ["06", "07", "08"].includes(day.slice(5, 7));
  const many = Math.round(size * (summer ? 0.5 : 1) * (0.6 + chance.next()) * (day > today ? 0.5 : 1));
  const there = members.filter(({ joinedOn }) => joinedOn < addDays(day, -10));
  const start = there.length > 0 ? chance.between(0, there.length - 1) : 0;
  return there.slice(start, start + many).map(({ contactName, contactEmail }) => {
    const planned = addDays(day, -chance.between(1, 25));
    const registeredOn = planned < today ? planned : addDays(today, -1);
    return {
      name: contactName,
      email: contactEmail,
      registeredOn,
      comes: day < today && chance.happens(0.72),
    };
  });
}

/** The second Thursday of the day's month, which no Thanksgiving and no Christmas falls on. */
function thursdayOf(day: Day): Day {
  const eighth = `${day.slice(0, 7)}-08`;
  const weekday = new Date(`${eighth}T12:00:00Z`).getUTCDay();
  return addDays(eighth, (4 - weekday + 7) % 7);
}
