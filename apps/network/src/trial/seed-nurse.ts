import { addDays, type Day, dayIn } from "@concord/runtime";
import {
  ensurePerson,
  listAllTrainings,
  readTraining,
  recordApproval,
  type Training,
  type Unit,
} from "@concord/tenant";
import { type Course, coursesOf, learn, personActor } from "./course.ts";
import { at, fill, type History } from "./history.ts";
import { chanceFrom } from "./random.ts";
import { accreditedOf, contactHoursOf } from "./seed-boards.ts";
import type { OwnLibrary } from "./seed-library.ts";
import { trialPeople } from "./trial-people.ts";

/**
 * What the person with a license whom the lobby signs in has learned: one training finished, with credit. Another
 * that their board counts is begun, so that the visitor can finish it and earn credit; where the state has one
 * training only, that is the first it adopts.
 */
export async function seedNurse(
  history: History,
  { library, today }: { library: OwnLibrary; today: Day },
): Promise<void> {
  const courses = coursesOf(library);
  const first = accreditedOf(library.trainings);
  const done = courses.find(({ id }) => id === first?.id);
  const next = library.trainings.find(({ kind, id }) => kind === "training" && id !== first?.id);
  const begun = courses.find(({ id }) => id === next?.id);
  await fill(history, {
    name: "nurse",
    plan: done ? [done] : [],
    make: async (unit, course) => {
      // After the board's approval, which is at least sixty days old.
      await learnAsNurse(unit, course, addDays(today, -45));
      if (!next || !begun) return;
      const [approvedOn, begunOn] = [addDays(today, -20), addDays(today, -6)];
      await beginWithCreditAhead(unit, { training: next, course: begun, approvedOn, begunOn });
    },
  });
}

/** Where the state has nothing else to begin, the nurse begins what it adopted. */
export async function beginAdopted(unit: Unit): Promise<void> {
  const { trainings } = await listAllTrainings(unit, { kind: "training", limit: 200 });
  if (trainings.filter(({ source }) => source === "own").length > 1) return;
  const training = trainings.findLast(({ source }) => source === "adopted");
  if (!training) return;
  const { body } = await readTraining(unit, { trainingId: training.id });
  if (body.schema !== "concord.training/1") return;
  const course = { id: training.id, lessons: body.lessons.map(({ id }) => id) };
  const now = unit.clock.now();
  const approvedOn = dayIn(unit.tenant.profile.jurisdiction.timeZones.default, now);
  await beginWithCreditAhead(unit, { training, course, approvedOn, begunOn: now });
}

interface Ahead {
  readonly training: Training;
  readonly course: Course;
  readonly approvedOn: Day;
  readonly begunOn: Day | Date;
}

/** The first board counts a training, and the nurse has read its first lesson. */
async function beginWithCreditAhead(
  unit: Unit,
  { training, course, approvedOn, begunOn }: Ahead,
): Promise<void> {
  const { code, profile } = unit.tenant;
  const [board] = profile.boards;
  if (board)
    await recordApproval(at(unit, begunOn instanceof Date ? begunOn : approvedOn), {
      boardId: board.id,
      activityId: training.id,
      mode: "self-paced",
      locale: "en",
      contactHours: contactHoursOf(training),
      approvalNumber: `SAMPLE-${chanceFrom(`next approval of ${code}`).between(1000, 9899)}`,
      approvedOn,
      expiresOn: addDays(approvedOn, 730),
    });
  await learnAsNurse(unit, course, begunOn, 1);
}

async function learnAsNurse(unit: Unit, course: Course, on: Day | Date, until?: number): Promise<void> {
  const nurse = trialPeople(unit.tenant.code).find(({ role }) => role === "licensee");
  if (!nurse) return;
  const person = await ensurePerson(unit, { ...nurse, locale: "en" });
  const learner = { name: person.name, on, locale: "en", course, ...(until === undefined ? {} : { until }) };
  await learn({ ...unit, actor: personActor(person) }, learner, {});
}
