import { addMonths, type Day, dayIn } from "@concord/runtime";
import {
  appointOfficer,
  type Context,
  ensurePerson,
  readFill,
  recordFill,
  settleHistory,
} from "@concord/tenant";
import { fill, type History, openHistory } from "./history.ts";
import { listEveryMember } from "./list-every-member.ts";
import { planMembers } from "./plan-members.ts";
import { seedBoards, seedLicensees } from "./seed-boards.ts";
import { seedFigures } from "./seed-figures.ts";
import { seedLearning } from "./seed-learning.ts";
import { seedLibrary } from "./seed-library.ts";
import { seedMembers } from "./seed-members.ts";
import { seedNurse } from "./seed-nurse.ts";
import { seedSessions } from "./seed-sessions.ts";
import { seedToolkits } from "./seed-toolkits.ts";
import { readSharing } from "./sharing.ts";
import { trialPeople } from "./trial-people.ts";

/** Something of everything, and soon made. */
const fewApplications = 50;

/** Fills an instance with trial data. What was filled before, or only in part, is finished, never doubled. */
export async function seedTenant(
  context: Context,
  report: (progress: number) => void,
  { little }: { little: boolean } = { little: false },
): Promise<void> {
  const { code, profile } = context.tenant;
  const today = await firstDay(context);
  const begins = beginning(profile.program.launched, today);
  const sharing = readSharing().of(code);
  const applications = little ? fewApplications : sharing.applications;
  const plan = planMembers(profile, applications, begins, today);
  // Of all steps, memberships are a little less than half.
  let steps = 0;
  const history = await openHistory(context, (made) => {
    steps += made;
    report(Math.min(0.99, steps / (plan.length * 2.2)));
  });
  if (history.done.has("settled")) return;
  const library = await seedLibrary(history, sharing, begins, today);
  await seedMembers(history, plan, today);
  const members = await listEveryMember(history.context, today);
  await seedBoards(history, library, today);
  const licensees = await seedLicensees(history, today);
  await seedSessions(history, { library, members, begins, today });
  await seedLearning(history, { library, members, licensees, today });
  await seedNurse(history, { library, today });
  await seedToolkits(history, { library, members, today });
  await seedFigures(history, begins, today, sharing.monthsLate);
  await settle(history);
}

/** The day of the first run: a run that goes on another day goes on with the same plan. */
async function firstDay(context: Context): Promise<Day> {
  const stage = "first-day";
  const noted = (await readFill(context, {})).get(stage);
  if (noted !== undefined) return `${noted}`.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");
  const today = dayIn(context.tenant.profile.jurisdiction.timeZones.default, context.clock.now());
  await context.tenant.database.transaction((tx) =>
    recordFill({ ...context, db: tx, tx }, { stage, through: Number(today.replaceAll("-", "")) }),
  );
  return today;
}

/** Whom one can sign in as, also where there is no other trial data. */
export async function seedPeople(context: Context): Promise<void> {
  const [officer, , licensee] = trialPeople(context.tenant.code);
  if (officer) await appointOfficer(context, officer);
  if (licensee) await ensurePerson(context, { ...licensee, locale: "en" });
}

function settle(history: History): Promise<void> {
  return fill(history, { name: "settled", plan: ["mail"], make: (unit) => settleHistory(unit) });
}

/** Two years back, or the program's first month where it is younger. */
function beginning(launched: string | undefined, today: Day): Day {
  const days = [addMonths(today, -24), ...(launched ? [`${launched.slice(0, 7)}-01`] : [])];
  return days.toSorted().at(-1) ?? today;
}
