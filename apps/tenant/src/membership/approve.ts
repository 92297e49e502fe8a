import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand } from "../command.ts";
import type { Unit } from "../context.ts";
import { issueMembershipCertificate } from "../credentials/index.ts";
import { can } from "../identity/index.ts";
import { demandUnrestricted } from "../records/index.ts";
import { admitMember, inviteContact, renewMember } from "./admit-member.ts";
import { memberChecklist } from "./checklist.ts";
import { letterMail } from "./letter-mail.ts";
import { type Application, type ApplicationForm, applicationForm } from "./model.ts";
import { recordEvidence } from "./record-commitment.ts";
import { adoptFiles, filesOf, lockApplication, saveApplication } from "./store-applications.ts";
import { latestRecords } from "./store-commitments.ts";
import { findMember, saveLocations } from "./store-members.ts";
import { todayOf } from "./today.ts";

export const applicationId = z.string().startsWith("app_");

/**
 * Approves an application: the membership, its locations, its certificate, the member's sign-in
 * and the letter come to be in one transaction.
 */
export const approveApplication = defineCommand({
  name: "membership.approve",
  input: z.object({ applicationId }),
  load: (unit, input) => openApplication(unit, input.applicationId),
  authorize: (actor) => can(actor, "membership:approve"),
  async run(unit, _input, before) {
    const form = formOf(before);
    const level = unit.tenant.profile.membership.levels.find(({ id }) => id === form.level);
    if (!level) throw new DomainError("membership.level-gone", "conflict", { level: form.level });
    const former = before.memberId ? await findMember(unit.tx, before.memberId) : undefined;
    const member = before.memberId
      ? await renewMember(unit, before.memberId, before, form, level)
      : await admitMember(unit, before, form, level);
    await saveLocations(
      unit.tx,
      member.id,
      form.locations.map((place) => ({ ...place, id: unit.ids.next("loc") })),
    );
    await adoptFiles(unit.tx, before.id, member.id);
    await recordEvidence(unit, member.id, level, form, await filesOf(unit.tx, before.id));
    const now = unit.clock.now();
    const after: Application = {
      ...before,
      status: "approved",
      memberId: member.id,
      decidedAt: now,
      updatedAt: now,
      officeNote: null,
    };
    await saveApplication(unit.tx, after);
    await inviteContact(unit, member, former);
    const certificate = await issueMembershipCertificate(unit, { member, level });
    const records = await latestRecords(unit.tx, member.id);
    const checklist = memberChecklist(level, records, member, todayOf(unit));
    await letterMail(unit, after, form, "approval", {
      approved: { member, checklist, code: certificate.code },
    });
    return {
      result: { application: after, member, certificate },
      audit: {
        action: "membership.approved",
        subject: { kind: "member", id: member.id },
        before: { status: before.status },
        after: member,
      },
    };
  },
});

/** What was handed in; it was complete then. */
export function formOf(application: Application): ApplicationForm {
  const parsed = applicationForm.safeParse(application.handedIn);
  if (!parsed.success) throw new DomainError("membership.incomplete", "conflict");
  return parsed.data;
}

/** An application that waits for a decision; one that does not is a conflict. */
export async function openApplication(unit: Unit, id: string): Promise<Application> {
  const application = await lockApplication(unit.tx, id);
  if (!application) throw new DomainError("membership.application-not-found", "not-found");
  if (application.status !== "submitted" && application.status !== "needs-information") {
    throw new DomainError("membership.not-open", "conflict", { status: application.status });
  }
  await demandUnrestricted(unit, { kind: "application", id });
  return application;
}
