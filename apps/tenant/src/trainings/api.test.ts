import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { sampleTraining } from "../../test/sample-training.ts";
import { listAudit } from "../audit/index.ts";
import { listMyCertificates } from "../credentials/index.ts";
import { createApiToken } from "../identity/tokens.ts";
import {
  answerQuiz,
  attendSession,
  cancelSession,
  countTraining,
  createTraining,
  editTraining,
  enroll,
  finishLesson,
  markPublished,
  offerAdopted,
  planSession,
  publishLocally,
  readOwnTraining,
  withdrawAdopted,
} from "./index.ts";
import { readEnrollment } from "./learn.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;

beforeAll(async () => {
  tenant = await tenantHarness();
});
afterAll(() => tenant.close());

const api = (path: string, init: RequestInit = {}) =>
  tenant.instance.fetch(
    new Request(`http://tenant.localhost${path}`, {
      ...init,
      headers: { host: "tenant.localhost", ...(init.headers as object) },
    }),
  );
const json = async (path: string, init?: RequestInit) => (await api(path, init)).json();
const officer = async () => tenant.context(await tenant.officer());

async function offered(title: string) {
  const training = await createTraining(await officer(), { body: sampleTraining(title) });
  return publishLocally(await officer(), { trainingId: training.id });
}

async function finish(context: ReturnType<typeof tenant.context>, enrollmentId: string) {
  await finishLesson(context, { enrollmentId, lessonId: "one" });
  await finishLesson(context, { enrollmentId, lessonId: "two" });
  return answerQuiz(context, { enrollmentId, answers: { q1: ["hotline"] } });
}

const plan = {
  title: { en: "Monthly webinar", es: "Seminario mensual" },
  locale: "en",
  day: "2026-11-12",
  from: "10:00",
  to: "11:00",
  joinUrl: "https://meet.example/room",
};

test("the catalogue lists what is offered, page by page, and never a draft", async () => {
  const first = await offered("First");
  tenant.clock.advance(1_000);
  const second = await offered("Second");
  const draft = await createTraining(await officer(), { body: sampleTraining("Draft") });
  const page = await api("/api/v1/trainings?limit=1");
  const { trainings } = (await page.json()) as { trainings: { id: string; revision: number }[] };
  expect(trainings).toMatchObject([{ id: second.id, revision: 1, title: { en: "Second" } }]);
  const next = /<([^>]+)>; rel="next"/.exec(page.headers.get("link") ?? "")?.[1] ?? "";
  expect(await json(next)).toMatchObject({ trainings: [{ id: first.id }] });
  expect(await json(`/api/v1/trainings/${first.id}`)).toMatchObject({ body: { minutes: 25 } });
  expect((await api(`/api/v1/trainings/${draft.id}`)).status).toBe(404);
});

test("a learner stays with the revision they began, and gets one certificate", async () => {
  const training = await offered("Pinned");
  const actor = await tenant.person("lena@example.org", "Lena Learner");
  const context = tenant.context(actor);
  const { enrollment } = await enroll(context, { trainingId: training.id, locale: "es" });
  await editTraining(await officer(), {
    trainingId: training.id,
    body: sampleTraining("Pinned, new", { lessons: sampleTraining().lessons.slice(0, 1) }),
  });
  await publishLocally(await officer(), { trainingId: training.id });
  expect((await readEnrollment(context, { enrollmentId: enrollment.id })).progress.total).toBe(2);
  await expect(answerQuiz(context, { enrollmentId: enrollment.id, answers: {} })).rejects.toMatchObject({
    code: "trainings.lessons-first",
  });
  const passed = await finish(context, enrollment.id);
  expect(passed.enrollment.completedAt).not.toBeNull();
  await finish(context, enrollment.id);
  const certificates = await listMyCertificates(context, { personId: actor.personId ?? "" });
  expect(certificates).toMatchObject([
    { facts: { title: "Pinned (es)", holder: "Lena Learner", activity: "training", minutes: 25 } },
  ]);
  const audit = await listAudit(await officer(), {});
  expect(JSON.stringify(audit)).toContain("trainings.completed");
});

test("a quiz is failed without a trace and passed on the next try", async () => {
  const training = await offered("Retry");
  const context = tenant.context(await tenant.person("rita@example.org", "Rita"));
  const { enrollment } = await enroll(context, { trainingId: training.id, locale: "en" });
  await finishLesson(context, { enrollmentId: enrollment.id, lessonId: "one" });
  await finishLesson(context, { enrollmentId: enrollment.id, lessonId: "two" });
  const failed = await answerQuiz(context, { enrollmentId: enrollment.id, answers: { q1: ["nobody"] } });
  expect(failed.graded.passed).toBe(false);
  expect(await readEnrollment(context, { enrollmentId: enrollment.id })).toMatchObject({
    enrollment: { quizPassed: false, completedAt: null },
  });
  await expect(
    readEnrollment(tenant.context(await tenant.person("eve@example.org")), { enrollmentId: enrollment.id }),
  ).rejects.toMatchObject({ kind: "forbidden" });
});

test("an adopted training keeps its overlay over a new revision, is withdrawn and erased", async () => {
  const overlay = {
    schema: "concord.overlay/1" as const,
    contacts: [],
    lawNotes: [],
    texts: { "lessons/one/title": { text: { en: "Our own title", es: "Nuestro título" } } },
  };
  const base = {
    item: "us-al.x",
    feed: "us-al",
    overlay,
    attribution: "Alabama",
    licence: "CC-BY-4.0",
    blobs: [],
  };
  const change = <T>(work: (unit: never) => Promise<T>) =>
    tenant.tenant.database.transaction((tx) => work({ ...tenant.context(), db: tx, tx } as never));
  const training = await change((unit) =>
    offerAdopted(unit, { ...base, revision: 1, body: sampleTraining("Theirs") }),
  );
  const revised = await change((unit) =>
    offerAdopted(unit, { ...base, revision: 2, body: sampleTraining("Theirs, revised") }),
  );
  expect(revised).toMatchObject({ id: training.id, offeredRevision: 2, attribution: "Alabama" });
  expect(await json(`/api/v1/trainings/${training.id}`)).toMatchObject({
    source: "adopted",
    title: { en: "Theirs, revised" },
    body: { lessons: [{ title: { en: "Our own title" } }, {}] },
  });
  const context = tenant.context(await tenant.person("al@example.org", "Al"));
  const { enrollment } = await enroll(context, { trainingId: training.id, locale: "en" });
  await change((unit) => withdrawAdopted(unit, "us-al.x", { op: "withdraw" }));
  expect((await api(`/api/v1/trainings/${training.id}`)).status).toBe(404);
  expect((await readEnrollment(context, { enrollmentId: enrollment.id })).progress.total).toBe(2);
  await change((unit) => withdrawAdopted(unit, "us-al.x", { op: "erase", reason: "consent" }));
  await expect(readEnrollment(context, { enrollmentId: enrollment.id })).rejects.toMatchObject({
    code: "trainings.recalled",
  });
  expect(await change((unit) => withdrawAdopted(unit, "us-al.unknown", { op: "recall" }))).toBeUndefined();
});

test("our own training is handed to the network as it is offered", async () => {
  const training = await offered("To share");
  const own = await readOwnTraining(tenant.context(), training.id);
  expect(own.revision.body.title.en).toBe("To share");
  const marked = await tenant.tenant.database.transaction((tx) =>
    markPublished({ ...tenant.context(), db: tx, tx }, training.id, { item: "us-ms.1", revision: 1 }),
  );
  expect(marked).toMatchObject({ item: "us-ms.1", networkRevision: 1 });
  const draft = await createTraining(await officer(), { body: sampleTraining("Not offered") });
  await expect(readOwnTraining(tenant.context(), draft.id)).rejects.toMatchObject({
    code: "trainings.not-offered",
  });
});

test("a session: register once, attend by code, certificate, report, cancellation", async () => {
  const session = await planSession(await officer(), { ...plan, capacity: "1" });
  const path = `/api/v1/sessions/${session.id}`;
  const post = (email: string) =>
    api(`${path}/registrations`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name: "Sam Session", email }),
    });
  expect((await post("sam@example.org")).status).toBe(201);
  expect((await post("sue@example.org")).status).toBe(409);
  expect((await post("sam@example.org")).status).toBe(201);
  const listed = await json("/api/v1/sessions");
  expect(JSON.stringify(listed)).not.toMatch(/meet\.example|attendanceCode/);
  expect(listed).toMatchObject({ sessions: [{ id: session.id, startsAt: "2026-11-12T16:00:00.000Z" }] });

  const code = session.attendanceCode;
  const attend = (email: string) => attendSession(tenant.public(), { code, email, name: "" });
  await expect(attend("sam@example.org")).rejects.toMatchObject({
    errors: [{ code: "trainings.code-wrong" }],
  });
  tenant.clock.set("2026-11-12T16:30:00Z");
  expect(await attend("sam@example.org")).toMatchObject({ certificates: 1 });
  expect(await attend("sam@example.org")).toMatchObject({ certificates: 0 });

  expect((await api(`${path}/attendance`)).status).toBe(401);
  const { token } = await createApiToken(await officer(), {
    name: "t",
    scopes: ["sessions:manage"],
    days: 1,
  });
  const report = await json(`${path}/attendance`, { headers: { authorization: `Bearer ${token}` } });
  expect(report).toMatchObject({
    registrations: [{ email: "sam@example.org", attendedAt: "2026-11-12T16:30:00.000Z" }],
  });
  const open = await planSession(await officer(), plan);
  tenant.clock.set("2026-11-12T17:05:00Z");
  const late = { code: open.attendanceCode, email: "walk@example.org", name: "Walter Walk-In" };
  expect(await attendSession(tenant.public(), late)).toMatchObject({ certificates: 1 });
  const cancelled = await cancelSession(await officer(), { sessionId: session.id });
  expect(cancelled.sequence).toBe(1);
  await expect(cancelSession(await officer(), { sessionId: session.id })).rejects.toMatchObject({
    kind: "conflict",
  });
});

test("figures count what happened in the period, each person once", async () => {
  const from = new Date("2026-11-20T00:00:00Z");
  tenant.clock.set("2026-11-20T10:00:00Z");
  const training = await offered("Counted");
  const session = await planSession(await officer(), {
    ...plan,
    day: "2026-11-20",
    from: "04:00",
    to: "05:00",
  });
  const context = tenant.context(await tenant.person("two@example.org", "Twice Trained"));
  const { enrollment } = await enroll(context, { trainingId: training.id, locale: "es" });
  await finish(context, enrollment.id);
  await attendSession(tenant.public(), {
    code: session.attendanceCode,
    email: "two@example.org",
    name: "Twice",
  });
  const counts = await countTraining(tenant.tenant.database.db, {
    from,
    until: new Date("2026-12-01T00:00:00Z"),
  });
  expect(counts).toMatchObject({
    sessionsHeld: 1,
    registrations: 1,
    attendance: 1,
    completions: [{ trainingId: training.id, locale: "es", completions: 1 }],
    people: 1,
  });
});

test("only the office plans and writes; a body that lacks a language is refused with its place", async () => {
  const learner = tenant.context(await tenant.person("no@example.org"));
  await expect(planSession(learner, plan)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(createTraining(learner, { body: sampleTraining() })).rejects.toMatchObject({
    kind: "forbidden",
  });
  const body = sampleTraining("One language", { summary: { en: "Only English" } });
  await expect(createTraining(await officer(), { body })).rejects.toMatchObject({
    code: "trainings.body-invalid",
    errors: [{ pointer: "/summary", code: "language-missing" }],
  });
});
