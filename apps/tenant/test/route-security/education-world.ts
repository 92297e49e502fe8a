import { listMyCertificates } from "../../src/credentials/index.ts";
import { addLicense, listUnclaimed, recordApproval } from "../../src/education/index.ts";
import { createRoster } from "../../src/education/rosters.ts";
import type { Actor } from "../../src/identity/index.ts";
import { answerQuiz, enroll, finishLesson } from "../../src/trainings/index.ts";
import type { Harness } from "./signed-in.ts";

export const boardId = "nursing";

interface Learned {
  readonly trainingId: string;
  readonly learner: { readonly actor: Actor };
  readonly otherLearner: { readonly actor: Actor };
}

/** A board's approval with its letter, licenses of two people, and a roster with what one of them finished. */
export async function openEducation(tenant: Harness, office: Actor, learned: Learned) {
  const asOffice = tenant.context(office);
  const { sha256 } = await tenant.tenant.blobs.put(new TextEncoder().encode("%PDF approved"));
  const approval = await recordApproval(asOffice, {
    boardId,
    activityId: learned.trainingId,
    mode: "self-paced",
    locale: "en",
    contactHours: 1.5,
    approvalNumber: "N-77",
    approvedOn: "2026-01-01",
    expiresOn: "2026-12-31",
    letter: { sha256, name: "letter.pdf", type: "application/pdf" },
  });
  const byPhone = await recordApproval(asOffice, {
    boardId,
    activityId: learned.trainingId,
    mode: "self-paced",
    locale: "es",
    contactHours: 1,
    approvalNumber: "N-76",
    approvedOn: "2026-01-01",
  });
  const licenseId = await licensed(tenant, learned.learner.actor, "R123456");
  const otherLicenseId = await licensed(tenant, learned.otherLearner.actor, "R654321");
  const nurse = await tenant.person("nora@example.org", "Nora Nurse");
  await licensed(tenant, nurse, "R777777");
  const asNurse = tenant.context(nurse);
  const { enrollment } = await enroll(asNurse, { trainingId: learned.trainingId, locale: "en" });
  const enrollmentId = enrollment.id;
  for (const lessonId of ["one", "two"]) await finishLesson(asNurse, { enrollmentId, lessonId });
  await answerQuiz(asNurse, { enrollmentId, answers: { q1: ["hotline"] } });
  const [certificate] = await listMyCertificates(asNurse, { personId: nurse.personId ?? "" });
  const roster = await createRoster(asOffice, { boardId });
  return {
    ...{ licenseId, otherLicenseId },
    claimId: await waiting(tenant, learned.trainingId, learned.learner.actor),
    otherClaimId: await waiting(tenant, learned.trainingId, learned.otherLearner.actor),
    approvalId: approval.id,
    letterlessId: byPhone.id,
    rosterId: roster.id,
    nurseCertificateId: certificate?.id ?? "",
  };
}

/** What somebody without an account finished under a person's address. */
async function waiting(tenant: Harness, trainingId: string, actor: Actor): Promise<string> {
  const { enrollment, key = "" } = await enroll(tenant.context(), {
    trainingId,
    locale: "en",
    name: "Somebody",
    email: actor.email ?? "",
  });
  const who = { enrollmentId: enrollment.id, key };
  for (const lessonId of ["one", "two"]) await finishLesson(tenant.public(), { ...who, lessonId });
  await answerQuiz(tenant.public(), { ...who, answers: { q1: ["hotline"] } });
  const [found] = await listUnclaimed(tenant.context(actor), { personId: actor.personId ?? "" });
  return found?.completion.id ?? "";
}

async function licensed(tenant: Harness, actor: Actor, number: string): Promise<string> {
  const license = await addLicense(tenant.context(actor), {
    personId: actor.personId ?? "",
    jurisdiction: "ms",
    boardId,
    profession: "registered-nurse",
    number,
  });
  return license.id;
}
