import { afterAll, beforeAll, expect, test } from "vitest";
import { applyByForm, business } from "../../test/apply.ts";
import { tenantHarness } from "../../test/harness.ts";
import { sampleTraining } from "../../test/sample-training.ts";
import type { Context } from "../context.ts";
import { approveApplication } from "../membership/index.ts";
import { listApplications } from "../membership/review.ts";
import {
  answerQuiz,
  attendSession,
  countTraining,
  createTraining,
  enroll,
  finishLesson,
  planSession,
  publishLocally,
  renewEmployerLink,
} from "./index.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;
let officer: Context;
let via: string;

beforeAll(async () => {
  tenant = await tenantHarness();
  officer = tenant.context(await tenant.officer());
  await applyByForm(tenant.visitor(), business());
  const { applications } = await listApplications(tenant.context(), { statuses: ["submitted"] });
  const [first] = applications;
  const { member } = await approveApplication(tenant.context(), { applicationId: first?.id ?? "" });
  via = (await renewEmployerLink(tenant.context(), { memberId: member.id })).token;
});
afterAll(() => tenant.close());

async function offered(title: string): Promise<string> {
  const { id } = await createTraining(officer, { body: sampleTraining(title) });
  await publishLocally(officer, { trainingId: id });
  return id;
}

async function learn(context: Context, trainingId: string, door: { via?: string; name?: string } = {}) {
  const { enrollment, key } = await enroll(context, { trainingId, locale: "en", ...door });
  const who = { enrollmentId: enrollment.id, ...(key ? { key } : {}) };
  for (const lessonId of ["one", "two"]) await finishLesson(context, { ...who, lessonId });
  await answerQuiz(context, { ...who, answers: { q1: ["hotline"] } });
}

async function counted() {
  const { completions, attendance, people } = await countTraining(tenant.tenant.database.db, {
    from: new Date("2026-11-01T00:00:00Z"),
    until: new Date("2026-12-01T00:00:00Z"),
  });
  return { events: completions.reduce((sum, row) => sum + row.completions, attendance), people };
}

test("people are known by account, by e-mail or by name, and never counted too high", async () => {
  const known = tenant.context(await tenant.person("kim@example.org", "Kim Known"));
  for (const title of ["A", "B", "C"]) {
    const trainingId = await offered(title);
    await learn(known, trainingId);
    for (const name of ["Ann  Anonymous", "ann anonymous", " Kim known"])
      await learn(tenant.public(), trainingId, { via, name });
  }
  expect(await counted()).toEqual({ events: 12, people: 2 });
  const plan = { title: { en: "S", es: "S" }, locale: "en", day: "2026-11-02", from: "09:00", to: "10:00" };
  const session = await planSession(officer, { ...plan, joinUrl: "https://meet.example/s" });
  for (const email of ["kim@example.org", "Kim@example.org", "new@example.org"])
    await attendSession(tenant.public(), { code: session.attendanceCode, email, name: "Somebody" });
  expect(await counted()).toEqual({ events: 14, people: 3 });
});
