import { addDays, type Day } from "@concord/runtime";
import { ensurePerson, type Member, renewEmployerLink } from "@concord/tenant";
import { campaignDay } from "./campaigns.ts";
import { type Course, coursesOf, type Learner, learn, personActor } from "./course.ts";
import { personName } from "./firm-names.ts";
import { at, fill, type History } from "./history.ts";
import { type Chance, chanceFrom } from "./random.ts";
import { accreditedOf, type Licensee } from "./seed-boards.ts";
import type { OwnLibrary } from "./seed-library.ts";

/** Staff who came by their employer's link, and licensed people who signed in: more after a launch, fewer in summer. */
export async function seedLearning(
  history: History,
  given: { library: OwnLibrary; members: readonly Member[]; licensees: readonly Licensee[]; today: Day },
): Promise<void> {
  const { library, members, licensees, today } = given;
  const { code } = history.context.tenant;
  const chance = chanceFrom(`learners of ${code}`);
  const courses = coursesOf(library);
  const accredited = accreditedOf(library.trainings);
  if (courses.length === 0) return;
  const employers = members.filter(() => chance.happens(0.3));
  await fill(history, {
    name: "staff",
    batch: 10,
    together: true,
    plan: employers.map((member) => ({ member, staff: staffOf(chance, member, courses, today) })),
    make: async (unit, { member, staff }) => {
      const linked = at(unit, addDays(member.joinedOn, 2));
      const { token } = await renewEmployerLink(linked, { memberId: member.id });
      for (const learner of staff) await learn(unit, learner, { via: token });
    },
  });
  await fill(history, {
    name: "licensed",
    together: true,
    // What the one whom the lobby signs in learned is a stage of its own.
    plan: licensees.slice(1),
    make: async (unit, { learnsOn: on, ...licensee }) => {
      const course = courses.find(({ id }) => id === accredited?.id);
      const person = await ensurePerson(unit, { ...licensee, locale: "en" });
      const actor = personActor(person);
      if (course) await learn({ ...unit, actor }, { name: person.name, on, locale: "en", course }, {});
    },
  });
}

function staffOf(chance: Chance, member: Member, courses: readonly Course[], today: Day): Learner[] {
  const many = Math.min(
    member.employees,
    chance.weighted([
      [1, 4],
      [2, 5],
      [4, 4],
      [7, 2],
      [12, 1],
    ] as const),
  );
  const span = Math.max(1, Math.round((Date.parse(today) - Date.parse(member.joinedOn)) / 86_400_000) - 3);
  const push = chance.happens(0.4) ? campaignDay(chance, member.joinedOn, today) : undefined;
  const began = push ?? addDays(member.joinedOn, 3 + Math.floor(span * chance.next() ** 1.4));
  return Array.from({ length: many }, () => {
    const course = chance.happens(0.75) ? courses[0] : chance.pick(courses);
    const on = addDays(began, chance.between(0, push ? 5 : 20));
    const late = on >= today ? addDays(today, -1) : on;
    return {
      name: personName(chance),
      on: late,
      locale: chance.happens(0.18) ? "es" : "en",
      course: course ?? chance.pick(courses),
      ...(chance.happens(0.17) ? { until: chance.between(0, 1) } : {}),
    };
  });
}
