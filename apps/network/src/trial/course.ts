import type { Day } from "@concord/runtime";
import { type Actor, answerQuiz, enroll, finishLesson, type Unit } from "@concord/tenant";
import { at } from "./history.ts";
import type { Offered } from "./library-items.ts";
import type { OwnLibrary } from "./seed-library.ts";

/** A training with what its learners go through. */
export interface Course {
  readonly id: string;
  readonly lessons: readonly string[];
  readonly answers?: Record<string, string[]>;
}

/** Who learns what when; the last who began have not finished. */
export interface Learner {
  readonly name: string;
  readonly on: Day | Date;
  readonly locale: string;
  readonly course: Course;
  /** How many lessons are done; all of them and the quiz unless given. */
  readonly until?: number;
}

/** Begins, reads lessons and passes the quiz, all on the learner's day. */
export async function learn(unit: Unit, learner: Learner, door: { via?: string }): Promise<void> {
  const { name, on, locale, course, until } = learner;
  const moment = at(unit, on);
  const begun = await enroll(moment, { trainingId: course.id, locale, name, ...door });
  const who = { enrollmentId: begun.enrollment.id, ...(begun.key ? { key: begun.key } : {}) };
  for (const lessonId of course.lessons.slice(0, until)) await finishLesson(moment, { ...who, lessonId });
  if (until === undefined && course.answers) await answerQuiz(moment, { ...who, answers: course.answers });
}

/** What a state's learners go through, in the order in which it offers it. */
export function coursesOf({ items, trainings }: OwnLibrary): Course[] {
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

export function personActor({ id, email, name }: { id: string; email: string; name: string }): Actor {
  return { kind: "person", id, personId: id, email, name, roles: ["learner"], memberIds: [] };
}
