import type { Visitor } from "@concord/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { sampleTraining } from "../../test/sample-training.ts";
import { answerQuiz, createTraining, enroll, finishLesson, publishLocally } from "../trainings/index.ts";
import { recordApproval } from "./index.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;
let office: Visitor;
let trainingId: string;

beforeAll(async () => {
  tenant = await tenantHarness();
  const officer = tenant.context(await tenant.officer("olive@office.example"));
  const training = await createTraining(officer, { body: sampleTraining("Night shift") });
  trainingId = (await publishLocally(officer, { trainingId: training.id })).id;
  office = tenant.visitor();
  await office.signIn("olive@office.example");
});
afterAll(() => tenant.close());

const ask = (license: string, more = {}) =>
  `/trainings/${trainingId}/credit?${new URLSearchParams({ license, mode: "self-paced", language: "en", ...more })}`;

test("from the board's letter to the learner's answer, certificate and the board's roster", async () => {
  const visitor = tenant.visitor();
  await visitor.open(ask("nursing/practical-nurse"));
  expect(visitor.text).toContain("This board has not approved this course here");

  await office.open("/office/boards");
  expect(office.text).toContain("0 of 9 boards");
  await office.open("/office/boards/nursing");
  const approval = {
    activityId: trainingId,
    mode: "self-paced",
    locale: "en",
    contactHours: "1.5",
    approvalNumber: "N-77",
    approvedOn: "2026-10-01",
    expiresOn: "2026-09-01",
  };
  const action = "/office/boards/nursing/approvals";
  await office.submit(action, approval);
  expect(office.seen.status).toBe(422);
  expect(office.text).toContain("The end cannot be before the approval");
  expect(office.seen.html).toContain('value="N-77"');
  const letter = new File(["%PDF-1.7 approved"], "letter.pdf", { type: "application/pdf" });
  await office.submit(action, { ...approval, expiresOn: "2027-09-30", letter });
  expect(office.seen.status).toBe(200);
  const file = /\/office\/boards\/letters\/apv_[0-9a-f]+/.exec(office.seen.html)?.[0] ?? "";
  expect((await office.open(file)).html).toBe("%PDF-1.7 approved");
  expect((await tenant.visitor().open(file)).status).toBe(401);
  await office.open("/office/boards");
  expect(office.text).toContain("1 of 9 boards");

  await visitor.open(ask("nursing/practical-nurse"));
  expect(visitor.text).toContain("Yes, it counts");
  expect(visitor.text).toContain("1.5 contact hours");
  expect(visitor.text).toContain("Number N-77");
  await visitor.open(ask("nursing/registered-nurse"));
  expect(visitor.text).toContain("What this means for your renewal");
  expect(visitor.text).toContain("The citation has not been recorded yet");
  await visitor.open(ask("nursing/practical-nurse", { language: "es" }));
  expect(visitor.text).toContain("in another language only");
  await visitor.open(`/es${ask("other")}`);
  expect(visitor.text).toContain("Una aprobación vale en un solo estado");

  const nurse = tenant.visitor();
  await nurse.signIn("nora@example.org", "/learn/licenses");
  await nurse.submit("/learn/licenses", { profession: "nursing/practical-nurse", number: "123-45-6789" });
  expect(nurse.seen.status).toBe(422);
  expect(nurse.text).toContain("Social Security number");
  await nurse.submit("/learn/licenses", { profession: "nursing/practical-nurse", number: "L-44210" });
  expect(nurse.text).toContain("L-44210");
  await nurse.open(`/trainings/${trainingId}`);
  await nurse.submit(`/trainings/${trainingId}/start`, { name: "Nora =Nurse", locale: "en" });
  const enrollment = /enr_[0-9a-f]+/.exec(nurse.seen.path)?.[0] ?? "";
  for (const lesson of ["one", "two"]) {
    await nurse.open(`/learn/${enrollment}/lessons/${lesson}`);
    await nurse.submit(`/learn/${enrollment}/lessons/${lesson}`);
  }
  await nurse.submit(`/learn/${enrollment}/quiz`, { q1: "hotline" });
  await nurse.open("/learn");
  expect(nurse.text).toContain("1.5 hours, Mississippi Board of Nursing");
  await nurse.open("/learn/licenses");
  expect(nurse.text).toContain("With the next roster");

  await office.open("/office/boards/nursing/rosters");
  expect(office.text).toContain("1 completion waits");
  await office.submit("/office/boards/nursing/rosters");
  expect(office.text).toContain("Done: The roster is made.");
  const csvPath = /\/office\/boards\/rosters\/ros_[0-9a-f]+\.csv/.exec(office.seen.html)?.[0] ?? "";
  const csv = await office.open(csvPath);
  expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(csv.html).toContain(
    "L-44210,practical-nurse,Nora =Nurse,Night shift,N-77,self-paced,en,1.5,2026-11-02",
  );
  await office.open("/office/boards/nursing/rosters");
  expect(office.text).toContain("Nothing to report");
  await nurse.open("/learn/licenses");
  expect(nurse.text).toContain("In a roster to the board");
});

test("what was finished under somebody's address waits for their word, on their pages in both languages", async () => {
  const anybody = tenant.context();
  const officer = tenant.context(await tenant.officer("olive@office.example"));
  const approval = {
    ...{ boardId: "dental", activityId: trainingId, mode: "self-paced" as const, locale: "en" },
    ...{ contactHours: 1, approvalNumber: "D-9", approvedOn: "2026-10-01", citation: "Rule 41" },
  };
  const { id } = await recordApproval(officer, approval);
  const { enrollment, key = "" } = await enroll(anybody, {
    ...{ trainingId, locale: "en", name: "Somebody", email: "dora@example.org" },
  });
  const who = { enrollmentId: enrollment.id, key };
  for (const lessonId of ["one", "two"]) await finishLesson(anybody, { ...who, lessonId });
  await answerQuiz(anybody, { ...who, answers: { q1: ["hotline"] } });

  const dora = tenant.visitor();
  await dora.signIn("dora@example.org", "/learn/licenses");
  expect(dora.text).toContain("Finished under your e-mail address");
  expect(dora.text).toContain("No license in your list counts it");
  await dora.submit("/learn/licenses", { profession: "dental/dentist", number: "D-100" });
  await dora.open("/learn");
  expect(dora.text).toContain("can give your license credit");
  await dora.open("/es/learn/licenses");
  expect(dora.text).toContain("Fui yo: deseo el crédito");
  const claim = /\/learn\/licenses\/claims\/cmp_[0-9a-f]+/.exec(dora.seen.html)?.[0] ?? "";
  await dora.submit(`/es${claim}`);
  expect(dora.text).not.toContain("Terminado con su correo electrónico");
  await dora.open("/learn");
  expect(dora.text).toContain("1 hour, Mississippi State Board of Dental Examiners");

  // The letter said something else: the office ends what it recorded, and the credit goes with it.
  await office.open("/office/boards/dental");
  expect(office.text).toContain("Rule 41");
  const end = `/office/boards/dental/approvals/${id}/end`;
  await office.open(end);
  await office.submit(end, { endsOn: "2026-09-01", reason: "" });
  expect(office.seen.status).toBe(422);
  expect(office.seen.html).toContain("2026-09-01");
  await office.submit(end, { endsOn: "2026-09-01", reason: "Two hours" });
  expect(office.text).toContain("It cannot end before it began");
  await office.submit(end, { endsOn: "2026-10-01", reason: "The letter says two hours." });
  expect(office.text).toContain("Ended on October 1, 2026");
  expect(office.text).toContain("The letter says two hours.");
  await dora.open("/learn/licenses");
  expect(dora.text).toContain("Finished under your e-mail address");
  await office.open(end.replace("dental", "pharmacy"));
  expect(office.seen.status).toBe(404);
});

test("where things stand with a board is noted and kept", async () => {
  await office.open("/office/boards/pharmacy");
  await office.submit("/office/boards/pharmacy", {
    stage: "submitted",
    contact: "Executive director",
    nextStep: "Call in March",
  });
  expect(office.text).toContain("Done: Where things stand is saved.");
  await office.open("/office/boards");
  expect(office.text).toContain("Submitted");
  expect(office.text).toContain("Call in March");
  await office.open("/office/boards/chess");
  expect(office.seen.status).toBe(404);
});

test("the office's boards are for the office", async () => {
  const visitor = tenant.visitor();
  await visitor.signIn("curious@example.org");
  for (const path of ["/office/boards", "/office/boards/nursing", "/office/boards/nursing/rosters"])
    expect((await visitor.open(path)).status).toBe(403);
});

test("a learner removes a license of theirs and nobody else's", async () => {
  const anna = tenant.visitor();
  await anna.signIn("anna@example.org", "/learn/licenses");
  await anna.submit("/learn/licenses", { profession: "dental/dentist", number: "D-100" });
  const remove = /\/learn\/licenses\/lic_[0-9a-f]+\/remove/.exec(anna.seen.html)?.[0] ?? "";
  await anna.submit(remove);
  expect(anna.text).toContain("No license yet");
});
