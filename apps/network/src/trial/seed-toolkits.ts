import { isKnownItem, type ToolkitBody } from "@concord/content";
import { addDays, type Day } from "@concord/runtime";
import {
  adoptPolicy,
  chooseToolkit,
  completeStep,
  type Member,
  savePolicy,
  takeAssessment,
  type Unit,
} from "@concord/tenant";
import { campaignDay } from "./campaigns.ts";
import { at, fill, type History } from "./history.ts";
import { type Chance, chanceFrom } from "./random.ts";
import type { OwnLibrary } from "./seed-library.ts";

/** One member's work with a toolkit. */
interface Adoption {
  readonly member: Member;
  readonly on: Day;
  /** How many steps are ticked. */
  readonly steps: number;
  readonly policy: boolean;
  readonly pace: number;
  readonly answers: readonly string[];
}

/** Some members take the workplace toolkit and come further with it, or not. */
export async function seedToolkits(
  history: History,
  given: { library: OwnLibrary; members: readonly Member[]; today: Day },
): Promise<void> {
  const { members, today } = given;
  const [item] = given.library.kits;
  const toolkit = given.library.toolkits.find(({ slug }) => slug === item?.slug);
  if (!item || !toolkit) return;
  const assessment = assessmentOf(item.body);
  const chance = chanceFrom(`toolkits of ${history.context.tenant.code}`);
  const plan = members.filter(() => chance.happens(0.45)).map((member) => planOne(chance, member, today));
  await fill(history, {
    name: "adoptions",
    batch: 10,
    together: true,
    plan,
    make: async (unit, { member, on, steps, policy, pace, answers }) => {
      const { id: adoptionId } = await chooseToolkit(at(unit, on), {
        memberId: member.id,
        toolkitId: toolkit.id,
      });
      const days = toolkit.stepIds
        .slice(0, steps)
        .map((step, index) => ({ step, on: addDays(on, index * pace) }));
      for (const { step, on: doneOn } of days.filter((day) => day.on < today)) {
        await completeStep(at(unit, doneOn), { adoptionId, step, doneOn });
      }
      if (assessment && steps > 0) {
        const given = assessment.questions.map((id, index) => [id, answers[index % answers.length]]);
        const { item } = assessment;
        await takeAssessment(at(unit, on), { adoptionId, item, answers: Object.fromEntries(given) });
      }
      if (policy) await writePolicy(unit, adoptionId, member, on);
    },
  });
}

/** Its first self-assessment, by the names of its questions. */
function assessmentOf({ items }: ToolkitBody): { item: string; questions: string[] } | undefined {
  for (const one of items) {
    if (isKnownItem(one) && one.type === "self-assessment")
      return { item: one.id, questions: one.assessment.questions.map(({ id }) => id) };
  }
  return undefined;
}

async function writePolicy(unit: Unit, adoptionId: string, member: Member, on: Day): Promise<void> {
  const policy = await savePolicy(at(unit, on), {
    adoptionId,
    item: "zero-tolerance",
    locale: "en",
    answers: {
      organization: member.legalName,
      industry: industries[member.sector] ?? "office",
      contractors: member.employees > 40,
      roles: ["public"],
      contact: `${member.contactName}, owner`,
      signer: `${member.contactName}, owner`,
      effective: on,
      training: "yearly",
    },
  });
  if (member.employees % 3 === 0) return;
  const signed = { policyId: policy.id, adoptedBy: member.contactName, position: "Owner", adoptedOn: on };
  await adoptPolicy(at(unit, on), signed);
}

/** By NAICS 2022 sector, as the policy template names industries. */
const industries: Readonly<Record<string, string>> = {
  "72": "lodging",
  "48-49": "transport",
  "62": "health",
  "44-45": "food",
  "23": "building",
  "11": "building",
  "31-33": "building",
};

function planOne(chance: Chance, member: Member, today: Day): Adoption {
  const push = chance.happens(0.55) ? campaignDay(chance, member.joinedOn, today) : undefined;
  const wished = push ?? addDays(member.joinedOn, chance.between(5, 120));
  const on = wished < today ? wished : addDays(today, -1);
  const steps = chance.weighted([
    [0, 5],
    [1, 5],
    [3, 4],
    [6, 2],
    [20, 1],
  ] as const);
  return {
    member,
    on,
    steps,
    policy: steps > 2 && chance.happens(0.6),
    pace: chance.between(3, 15),
    answers: Array.from({ length: 7 }, () => chance.pick(["yes", "partly", "no"])),
  };
}
