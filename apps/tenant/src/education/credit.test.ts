import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { sampleTraining } from "../../test/sample-training.ts";
import { listAudit } from "../audit/index.ts";
import { listMyCertificates } from "../credentials/index.ts";
import type { Actor } from "../identity/index.ts";
import {
  answerQuiz,
  attendSession,
  createTraining,
  enroll,
  finishLesson,
  planSession,
  publishLocally,
} from "../trainings/index.ts";
import { claimCredit } from "./claim.ts";
import { endApproval } from "./end-approval.ts";
import {
  addLicense,
  askCredit,
  listBoards,
  listUnclaimed,
  noteBoard,
  readLicenses,
  recordApproval,
} from "./index.ts";
import { createRoster, readBoardRosters } from "./rosters.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;
let office: ReturnType<typeof tenant.context>;
let trainingId: string;
let approvalId: string;
const nursing = { jurisdiction: "ms", boardId: "nursing", profession: "registered-nurse" } as const;
const decision = {
  boardId: "nursing",
  mode: "self-paced" as const,
  locale: "en",
  contactHours: 1.5,
  approvalNumber: "N-77",
  approvedOn: "2026-01-01",
  citation: "Admin. Code 30-2801",
  citationUrl: "https://rules.example/30-2801",
};

beforeAll(async () => {
  tenant = await tenantHarness();
  office = tenant.context(await tenant.officer());
});
afterAll(() => tenant.close());
beforeEach(async () => {
  tenant.clock.set("2026-11-02T15:00:00Z");
  const training = await createTraining(office, { body: sampleTraining("Credited") });
  trainingId = (await publishLocally(office, { trainingId: training.id })).id;
  approvalId = (await recordApproval(office, { ...decision, activityId: trainingId })).id;
});

let last = 0;
/** Somebody with an account and a nurse's license. */
async function nurse() {
  last += 1;
  const email = `nurse${last}@example.org`;
  const actor = await tenant.person(email, `Nora Nurse ${last}`);
  const personId = actor.personId ?? "";
  await addLicense(tenant.context(actor), { ...nursing, personId, number: `R10${last}` });
  return { actor, email, personId, license: `R10${last}` };
}

async function finish(actor: Actor | undefined, started: Partial<Parameters<typeof enroll>[1]> = {}) {
  const context = actor ? tenant.context(actor) : tenant.public();
  const { enrollment, key } = await enroll(actor ? context : tenant.context(), {
    ...{ trainingId, locale: "en" },
    ...started,
  });
  const who = { enrollmentId: enrollment.id, ...(key ? { key } : {}) };
  for (const lessonId of ["one", "two"]) await finishLesson(context, { ...who, lessonId });
  await answerQuiz(context, { ...who, answers: { q1: ["hotline"] } });
}

const creditsOf = async ({ actor, personId }: { actor: Actor; personId: string }) =>
  (await readLicenses(tenant.context(actor), { personId })).credits;
const waitingFor = async ({ actor, personId }: { actor: Actor; personId: string }) =>
  listUnclaimed(tenant.context(actor), { personId });

test("a typed address earns no credit until its person signs in and says that it was them", async () => {
  const nora = await nurse();
  await finish(undefined, { name: "Somebody", email: nora.email });
  expect(await creditsOf(nora)).toEqual([]);
  const [plain] = await listMyCertificates(tenant.context(nora.actor), { personId: nora.personId });
  expect(JSON.stringify(plain)).not.toContain(nora.license);
  expect(JSON.stringify(await readBoardRosters(office, { boardId: "nursing" }))).not.toContain(nora.license);

  const [waiting] = await waitingFor(nora);
  expect(waiting).toMatchObject({ counts: true, completion: { activity: { id: trainingId } } });
  const completionId = waiting?.completion.id ?? "";
  const other = await nurse();
  await expect(claimCredit(tenant.context(other.actor), { completionId })).rejects.toMatchObject({
    kind: "forbidden",
  });
  await expect(claimCredit(office, { completionId })).rejects.toMatchObject({ kind: "forbidden" });

  const [certificate] = await claimCredit(tenant.context(nora.actor), { completionId });
  expect(certificate?.facts).toMatchObject({
    holder: nora.actor.name,
    completedOn: "2026-11-02",
    credit: { licenseNumber: nora.license, contactHours: 1.5, citation: "Admin. Code 30-2801" },
  });
  expect(await creditsOf(nora)).toMatchObject([{ licenseNumber: nora.license, completedOn: "2026-11-02" }]);
  expect(await waitingFor(nora)).toEqual([]);
  await expect(claimCredit(tenant.context(nora.actor), { completionId })).rejects.toMatchObject({
    code: "education.completion-not-found",
  });
});

test("whoever claims needs a license that counts it", async () => {
  const actor = await tenant.person("pat@example.org", "Pat Plain");
  const pat = { actor, personId: actor.personId ?? "" };
  await finish(undefined, { name: "Pat Plain", email: "pat@example.org" });
  const [waiting] = await waitingFor(pat);
  expect(waiting?.counts).toBe(false);
  await expect(
    claimCredit(tenant.context(actor), { completionId: waiting?.completion.id ?? "" }),
  ).rejects.toMatchObject({ code: "education.no-license-counts" });
  expect(await waitingFor(pat)).toHaveLength(1);
});

async function meeting() {
  const session = await planSession(office, {
    title: { en: "Evening", es: "Velada" },
    locale: "en",
    day: "2026-11-02",
    from: "09:00",
    to: "10:00",
    mode: "in-person",
    place: "Old Capitol, Jackson",
  });
  await recordApproval(office, {
    ...decision,
    activityId: session.id,
    mode: "in-person",
    approvalNumber: "N-78",
  });
  return session;
}

test("an attendance code with a nurse's address earns her nothing; her own attendance does, in person", async () => {
  const session = await meeting();
  const [typed, present] = [await nurse(), await nurse()];
  const code = session.attendanceCode;
  await attendSession(tenant.public(), { code, email: typed.email, name: "Somebody" });
  expect(await creditsOf(typed)).toEqual([]);
  const [waiting] = await waitingFor(typed);
  await attendSession(tenant.context(typed.actor), { code, email: present.email, name: "Somebody" });
  expect(await creditsOf(present)).toEqual([]);

  await claimCredit(tenant.context(typed.actor), { completionId: waiting?.completion.id ?? "" });
  expect(await creditsOf(typed)).toMatchObject([{ mode: "in-person", approvalNumber: "N-78" }]);
  const own = await nurse();
  await attendSession(tenant.context(own.actor), { code, email: own.email, name: "Own" });
  const [certificate] = await listMyCertificates(tenant.context(own.actor), { personId: own.personId });
  expect(certificate?.facts).toMatchObject({ credit: { deliveryFormat: "In person" } });
});

test("a mode that a course cannot have is neither approved nor counted", async () => {
  const session = await meeting();
  const record = (activityId: string, mode: "self-paced" | "in-person") =>
    recordApproval(office, { ...decision, activityId, mode });
  for (const [id, mode] of [
    [trainingId, "in-person"],
    [session.id, "self-paced"],
  ] as const)
    await expect(record(id, mode)).rejects.toMatchObject({
      errors: [{ pointer: "/mode", code: "education.mode-impossible" }],
    });
  const ask = { ...nursing, activityId: session.id, locale: "en" };
  expect(await askCredit(tenant.public(), { ...ask, mode: "in-person" })).toMatchObject({ counts: true });
  expect(await askCredit(tenant.public(), { ...ask, mode: "live-online" })).toEqual({
    counts: false,
    reason: "other-mode",
  });
});

test("a license has its credit for an approval once, and the second certificate says why not", async () => {
  const nora = await nurse();
  await finish(nora.actor);
  tenant.clock.advance(60_000);
  await finish(nora.actor);
  expect(await creditsOf(nora)).toHaveLength(1);
  const [second] = await listMyCertificates(tenant.context(nora.actor), { personId: nora.personId });
  expect(second?.facts).toMatchObject({ earnedBefore: true });
  expect(second?.facts).not.toHaveProperty("credit");
  await finish(undefined, { name: "Nora", email: nora.email });
  const [waiting] = await waitingFor(nora);
  await expect(
    claimCredit(tenant.context(nora.actor), { completionId: waiting?.completion.id ?? "" }),
  ).rejects.toMatchObject({ code: "education.credit-earned" });
});

test("an approval recorded wrongly is ended: what was not reported is taken back and claimed under the right one", async () => {
  const nora = await nurse();
  await finish(nora.actor);
  const end = { approvalId, endsOn: "2026-01-01", reason: "The letter says two hours." };
  await expect(endApproval(tenant.context(nora.actor), end)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(endApproval(office, { ...end, endsOn: "2025-12-31" })).rejects.toMatchObject({
    errors: [{ pointer: "/endsOn", code: "education.ends-before" }],
  });
  expect(await endApproval(office, end)).toMatchObject({ takenBack: 1 });
  await expect(endApproval(office, end)).rejects.toMatchObject({ code: "education.approval-ended" });
  expect(await creditsOf(nora)).toEqual([]);
  const [withdrawn] = await listMyCertificates(tenant.context(nora.actor), { personId: nora.personId });
  expect(withdrawn).toMatchObject({ status: "revoked" });
  expect(JSON.stringify(await listAudit(office, {}))).toContain("The letter says two hours.");

  await recordApproval(office, { ...decision, activityId: trainingId, contactHours: 2 });
  const [waiting] = await waitingFor(nora);
  await claimCredit(tenant.context(nora.actor), { completionId: waiting?.completion.id ?? "" });
  expect(await creditsOf(nora)).toMatchObject([{ contactHours: 2, completedOn: "2026-11-02" }]);
});

test("an end never reaches what a roster reported; from a later day it holds", async () => {
  const nora = await nurse();
  await finish(nora.actor);
  await createRoster(office, { boardId: "nursing" });
  const reason = "The board took it back.";
  await expect(endApproval(office, { approvalId, endsOn: "2026-11-02", reason })).rejects.toMatchObject({
    errors: [{ pointer: "/endsOn", code: "education.reported-since" }],
  });
  await endApproval(office, { approvalId, endsOn: "2026-11-03", reason });
  expect(await creditsOf(nora)).toHaveLength(1);
  const ask = { ...nursing, activityId: trainingId, mode: "self-paced" as const, locale: "en" };
  expect(await askCredit(tenant.public(), ask)).toMatchObject({
    counts: true,
    citationUrl: decision.citationUrl,
  });
  tenant.clock.set("2026-11-03T15:00:00Z");
  expect(await askCredit(tenant.public(), ask)).toEqual({ counts: false, reason: "expired" });
});

test("recording an approval moves the stage and keeps the office's notes", async () => {
  await noteBoard(office, {
    boardId: "dental",
    stage: "talking",
    contact: "Dr. Reyes",
    nextStep: "Call in May",
  });
  await recordApproval(office, { ...decision, boardId: "dental", activityId: trainingId });
  const { boards } = await listBoards(office, {});
  expect(boards.find(({ board }) => board.id === "dental")?.standing).toMatchObject({
    ...{ stage: "approved", contact: "Dr. Reyes", nextStep: "Call in May" },
  });
});
