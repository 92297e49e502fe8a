import { addDays, type Day } from "@concord/runtime";
import {
  approveApplication,
  attachFile,
  denyApplication,
  lapseMembership,
  type Member,
  requestInformation,
  startApplication,
  submitApplication,
  type Unit,
} from "@concord/tenant";
import { at, fill, type History } from "./history.ts";
import type { PlannedMember } from "./plan-members.ts";
import { chanceFrom } from "./random.ts";

interface StoredFile {
  readonly sha256: string;
  readonly size: number;
}

/** Makes applications and memberships through the verbs the portal calls, each with its whole life until today. */
export async function seedMembers(
  history: History,
  plan: readonly PlannedMember[],
  today: Day,
): Promise<void> {
  const sample = new TextEncoder().encode("%PDF-1.4\n% A sample document of the demonstration.\n");
  const evidence = await history.context.tenant.blobs.put(sample);
  await fill(history, {
    name: "members",
    plan,
    together: true,
    make: (unit, planned, index) => liveThrough(unit, planned, index, { evidence, today }),
  });
}

interface Times {
  readonly evidence: StoredFile;
  readonly today: Day;
}

async function liveThrough(unit: Unit, planned: PlannedMember, index: number, times: Times): Promise<void> {
  const { form, appliedOn, decision } = planned;
  const applicationId = await apply(at(unit, appliedOn), { form }, planned.files, times.evidence);
  if (!decision) return;
  const deciding = at(unit, decision.on);
  if (decision.kind === "approve") {
    const { member } = await approveApplication(deciding, { applicationId });
    await liveOn(unit, planned, member, index, times);
  } else if (decision.kind === "deny") {
    const reasons = "The organization has no place of business in this state.";
    await denyApplication(deciding, { applicationId, reasons });
  } else {
    const question = "Please tell us in which county your second location lies.";
    await requestInformation(deciding, { applicationId, question });
  }
}

async function apply(
  unit: Unit,
  given: { form: PlannedMember["form"]; memberId?: string },
  files: readonly string[],
  evidence: StoredFile,
): Promise<string> {
  const { application, secret } = await startApplication(unit, given);
  for (const purpose of files) {
    const file = { purpose, fileName: `${purpose}.pdf`, mediaType: "application/pdf", ...evidence };
    await attachFile(unit, { secret, ...file });
  }
  await submitApplication(unit, { secret });
  return application.id;
}

/** Most renew as each term ends; some are due and wait, some let it end. */
async function liveOn(
  unit: Unit,
  planned: PlannedMember,
  first: Member,
  index: number,
  { evidence, today }: Times,
): Promise<void> {
  const chance = chanceFrom(`life of member ${index} in ${unit.tenant.code}`);
  const { openDaysBefore } = unit.tenant.profile.membership.renewal;
  let member = first;
  for (;;) {
    const renewsOn = addDays(member.validUntil, -chance.between(3, openDaysBefore - 5));
    const stays = chance.happens(0.84);
    if (stays && renewsOn < addDays(today, -1)) {
      const form = { ...planned.form, campaignOn: addDays(renewsOn, -chance.between(5, 200)) };
      const applicationId = await apply(
        at(unit, renewsOn),
        { form, memberId: member.id },
        planned.files,
        evidence,
      );
      const decidedOn = addDays(renewsOn, chance.between(1, 3));
      if (decidedOn >= today) return;
      ({ member } = await approveApplication(at(unit, decidedOn), { applicationId }));
      continue;
    }
    if (member.validUntil >= today) return;
    const note = "The term ended without a renewal.";
    await lapseMembership(at(unit, addDays(member.validUntil, 1)), { memberId: member.id, note });
    return;
  }
}
