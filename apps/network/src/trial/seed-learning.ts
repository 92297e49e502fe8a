import { addDays, type Day } from "@concord/runtime";
import {
  type Actor,
  answerQuiz,
  enroll,
  ensurePerson,
  finishLesson,
  type Member,
  renewEmployerLink,
  type Unit,
} from "@concord/tenant";
import { campaignDay } from "./campaigns.ts";
import { personName } from "./firm-names.ts";
import { at, fill, type History } from "./history.ts";
import type { Offered } from "./library-items.ts";
import { type Chance, chanceFrom } from "./random.ts";
import { accreditedOf, type Licensee } from "./seed-boards.ts";
import type { OwnLibrary } from "./seed-library.ts";

/** A training with what its learners go through. */
interface Course {
  readonly id: string;
  readonly lessons: readonly string[];
  readonly answers?: Record<string, string[]>;
}

/** Who learns what when; the last who began have not finished. */
interface Learner {
  readonly name: string;
  readonly on: Day;
  readonly locale: string;
  readonly course: Course;
  /** How many lessons are done; all of them and the quiz unless given. */
  readonly until?: number;
}

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
    // The one whom the lobby signs in has the training still before them.
    plan: licensees.slice(1),
    make: async (unit, { learnsOn: on, ...licensee }) => {
      const course = courses.find(({ id }) => id === accredited?.id);
      const person = await ensurePerson(unit, { ...licensee, locale: "en" });
      const actor = personActor(person);
      if (course) await learn({ ...unit, actor }, { name: person.name, on, locale: "en", course }, {});
    },
  });
}

async function learn(unit: Unit, learner: Learner, door: { via?: string }): Promise<void> {
  const { name, on, locale, course, until } = learner;
  const moment = at(unit, on);
  const begun = await enroll(moment, { trainingId: course.id, locale, name, ...door });
  const who = { enrollmentId: begun.enrollment.id, ...(begun.key ? { key: begun.key } : {}) };
  for (const lessonId of course.lessons.slice(0, until)) await finishLesson(moment, { ...who, lessonId });
  if (until === undefined && course.answers) await answerQuiz(moment, { ...who, answers: course.answers });
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

function coursesOf({ items, trainings }: OwnLibrary): Course[] {
  return items.flatMap((item) => {
    const training = trainings.find(({ slug }) => slug === item.slug);
    return training && item.kind === "training" ? [courseOf(training.id, item)] : [];
  });
}

function courseOf(id: string, { body }: Extract<Offered, { kind: "training" }>): Course {
  const right = body.quiz?.questions.map((question): [string, string[]] => [
    question.id,
    question.options.filter(({ correct }) => correct).map((option) => option.id),
  ]);
  return {
    id,
    lessons: body.lessons.map((lesson) => lesson.id),
    ...(right ? { answers: Object.fromEntries(right) } : {}),
  };
}

function personActor({ id, email, name }: { id: string; email: string; name: string }): Actor {
  return { kind: "person", id, personId: id, email, name, roles: ["learner"], memberIds: [] };
}
