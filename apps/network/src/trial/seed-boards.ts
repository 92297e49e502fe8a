import { addDays, type Day } from "@concord/runtime";
import {
  addLicense,
  ensurePerson,
  noteBoard,
  type Profile,
  recordApproval,
  type Training,
} from "@concord/tenant";
import { campaignDay } from "./campaigns.ts";
import { personName } from "./firm-names.ts";
import { at, fill, type History } from "./history.ts";
import { type Chance, chanceFrom } from "./random.ts";
import type { OwnLibrary } from "./seed-library.ts";
import { trialPeople } from "./trial-people.ts";

const underWay = ["contacted", "talking", "submitted", "talking", "declined"] as const;
const nextSteps: Record<(typeof underWay)[number], string> = {
  contacted: "Call again about the packet.",
  talking: "Send the agenda and the objectives.",
  submitted: "Decision at the board’s next meeting.",
  declined: "Ask again with the live session.",
};

/** What boards accept: the longest training of the state's own. */
export function accreditedOf(trainings: readonly Training[]): Training | undefined {
  return trainings.filter(({ kind }) => kind === "training").toSorted((a, b) => b.minutes - a.minutes)[0];
}

/** Two or three boards accept the state's longest training; with others the office is still talking, and some it never called. */
export async function seedBoards(history: History, { trainings }: OwnLibrary, today: Day): Promise<void> {
  const { profile, code } = history.context.tenant;
  const chance = chanceFrom(`boards of ${code}`);
  const first = accreditedOf(trainings);
  const accepting = acceptingOf(chance, profile);
  await fill(history, {
    name: "boards",
    plan: profile.boards.slice(0, profile.boards.length - 1).map((board, place) => ({
      board,
      accepts: place < accepting,
      on: addDays(today, -chance.between(60, 540)),
      stage: underWay[(place + code.length + accepting) % underWay.length] ?? "contacted",
      hours: first ? contactHoursOf(first) : 1,
      number: `SAMPLE-${chance.between(1000, 9899)}`,
    })),
    make: async (unit, { board, accepts, on, stage, hours, number }) => {
      const then = at(unit, on);
      if (!accepts || !first) {
        await noteBoard(then, { boardId: board.id, stage, nextStep: nextSteps[stage] });
        return;
      }
      await recordApproval(then, {
        boardId: board.id,
        activityId: first.id,
        mode: "self-paced",
        locale: "en",
        contactHours: hours,
        approvalNumber: number,
        approvedOn: on,
        expiresOn: addDays(on, 730),
      });
    },
  });
}

/** In quarters, as boards count. */
export function contactHoursOf({ minutes }: Pick<Training, "minutes">): number {
  return Math.max(0.5, Math.round((minutes / 60) * 4) / 4);
}

function acceptingOf(chance: Chance, { boards }: Profile): number {
  return Math.min(chance.between(2, 3), boards.length);
}

export interface Licensee {
  readonly name: string;
  readonly email: string;
  /** When they take the training: most in the season in which licenses are renewed. */
  readonly learnsOn: Day;
}

/** Licensed people of the state, the one whom the lobby signs in among them. */
export async function seedLicensees(history: History, today: Day): Promise<Licensee[]> {
  const { profile, code } = history.context.tenant;
  const chance = chanceFrom(`licensees of ${code}`);
  // Who holds a license of a board that accepts the training takes it rather than others.
  const accepting = acceptingOf(chanceFrom(`boards of ${code}`), profile);
  const professions = profile.boards
    .slice(0, 4)
    .flatMap((board, place) =>
      board.professions.map(
        (profession) =>
          [{ boardId: board.id, profession: profession.id }, place < accepting ? 6 : 1] as const,
      ),
    );
  const known = trialPeople(code).find(({ role }) => role === "licensee");
  const plan = Array.from({ length: chance.between(32, 60) }, (_, at) => {
    const name = at === 0 && known ? known.name : personName(chance);
    const email =
      at === 0 && known
        ? known.email
        : `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}${at}@clinic.example`;
    const held =
      at === 0 ? professions[0]?.[0] : professions.length > 0 ? chance.weighted(professions) : undefined;
    const season = chance.happens(0.7) ? campaignDay(chance, addDays(today, -90), today) : undefined;
    const learnsOn = season ?? addDays(today, -chance.between(6, 420));
    return {
      name,
      email,
      learnsOn,
      held,
      number: `${chance.pick(["R", "P", "L"])}${chance.between(100_000, 899_999)}`,
    };
  });
  await fill(history, {
    name: "licensees",
    plan,
    together: true,
    make: async (unit, { name, email, held, number }) => {
      const then = at(unit, addDays(today, -500));
      const person = await ensurePerson(then, { email, name, locale: "en" });
      if (held) await addLicense(then, { personId: person.id, jurisdiction: code, ...held, number });
    },
  });
  return plan.map(({ name, email, learnsOn }) => ({ name, email, learnsOn }));
}
