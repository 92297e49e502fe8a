import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { joinedMember } from "../../test/join.ts";
import { sampleTraining } from "../../test/sample-training.ts";
import { createApiToken } from "../identity/tokens.ts";
import { readAttendance } from "./attend.ts";
import { createTraining, publishLocally, renewEmployerLink } from "./index.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;
let office: ReturnType<typeof tenant.context>;
let authorization: string;
let firm: { memberId: string; email: string };
let via: string;

beforeAll(async () => {
  tenant = await tenantHarness();
  office = tenant.context(await tenant.officer());
  const scopes = ["trainings:manage", "sessions:manage", "membership:read"] as const;
  const { token } = await createApiToken(office, { name: "office", scopes: [...scopes], days: 90 });
  authorization = `Bearer ${token}`;
  firm = await joinedMember(tenant, "Delta Inn LLC", "owner@delta.example");
  via = (await renewEmployerLink(tenant.context(), { memberId: firm.memberId })).token;
});
afterAll(() => tenant.close());

type Sent = { as?: Record<string, string>; json?: object; method?: string };

async function call(path: string, { as = {}, json, method = json ? "POST" : "GET" }: Sent = {}) {
  const type = json ? { "content-type": "application/json" } : {};
  const response = await tenant.instance.fetch(
    new Request(`http://tenant.localhost/api/v1${path}`, {
      method,
      headers: { host: "tenant.localhost", ...type, ...as },
      ...(json ? { body: JSON.stringify(json) } : {}),
    }),
  );
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json");
  // biome-ignore lint/suspicious/noExplicitAny: what a client sees has no type.
  return { status: response.status, text, body: (isJson ? JSON.parse(text) : {}) as any };
}

async function offered(title: string) {
  const training = await createTraining(office, { body: sampleTraining(title) });
  return (await publishLocally(office, { trainingId: training.id })).id;
}

const plan = {
  title: { en: "Evening", es: "Velada" },
  locale: "en",
  day: "2026-11-12",
  from: "10:00",
  to: "11:00",
  joinUrl: "https://meet.example/room",
};

/** The links of every confirmation in the trial's mailbox. */
async function linksIn(email: string): Promise<string[]> {
  const reader = tenant.visitor();
  await reader.open(`/mailbox?to=${encodeURIComponent(email)}`);
  const mails = [...new Set(reader.seen.html.match(/\/mailbox\/mai_\w+/g) ?? [])];
  const links: string[] = [];
  for (const mail of mails) {
    const { html } = await reader.open(mail);
    links.push(/registrations\/([\w-]{43})/.exec(html)?.[1] ?? "");
  }
  return links;
}

test("an office's system writes, edits, offers and withdraws a training", async () => {
  const as = { authorization, "idempotency-key": "a-training-once" };
  const json = { body: sampleTraining("From a system") };
  const made = await call("/trainings", { as, json });
  expect(made).toMatchObject({ status: 201, body: { status: "draft", latestRevision: 1 } });
  expect((await call("/trainings", { as, json })).body.id).toBe(made.body.id);
  const path = `/trainings/${made.body.id}`;
  const put = { as: { authorization }, method: "PUT" };
  expect(await call(path, { ...put, json: { body: { schema: "concord.training/1" } } })).toMatchObject({
    status: 422,
    body: { code: "trainings.body-invalid" },
  });
  const edited = await call(path, { ...put, json: { body: sampleTraining("From a system, mended") } });
  expect(edited.body).toMatchObject({ latestRevision: 2, offeredRevision: null });
  expect((await call(path)).status).toBe(404);
  const post = { as: { authorization }, method: "POST" };
  expect((await call(`${path}/offer`, post)).body).toMatchObject({ status: "published", offeredRevision: 2 });
  expect((await call(path)).body).toMatchObject({ title: { en: "From a system, mended" } });
  const withdrawn = await call(`${path}/withdrawal`, { ...post, json: { reason: "Out of date" } });
  expect(withdrawn.body).toMatchObject({ status: "withdrawn" });
  expect((await call(path)).status).toBe(404);
});

test("staff learn by their employer's link and a key of their own; the employer sees the day alone", async () => {
  const trainingId = await offered("Front desk");
  const who = { name: "Cleo Clerk", locale: "en" };
  expect((await call(`/trainings/${trainingId}/enrollments`, { json: who })).status).toBe(422);
  const begun = await call(`/trainings/${trainingId}/enrollments`, { json: { ...who, via } });
  expect(begun).toMatchObject({ status: 201, body: { completed: false } });
  const path = `/enrollments/${begun.body.id}`;
  const as = { "learner-key": begun.body.key };
  expect((await call(path)).status).toBe(401);
  expect((await call(path, { as: { authorization } })).status).toBe(403);
  const view = await call(path, { as });
  expect(view.body.lessons).toMatchObject([{ id: "one", done: false }, { id: "two" }]);
  expect(view.text).not.toContain("correct");
  expect((await call(`${path}/lessons/one`, { as })).body.blocks).toHaveLength(1);
  const quiz = (answer: string) => call(`${path}/quiz`, { as, json: { answers: { q1: [answer] } } });
  expect(await quiz("hotline")).toMatchObject({ status: 409, body: { code: "trainings.lessons-first" } });
  for (const lesson of ["one", "two"])
    expect((await call(`${path}/lessons/${lesson}/completion`, { as, method: "POST" })).status).toBe(200);
  expect((await quiz("nobody")).body).toEqual({ passed: false, completed: false });
  expect((await quiz("hotline")).body).toEqual({ passed: true, completed: true });

  const staff = await call(`/members/${firm.memberId}/staff`, { as: { authorization } });
  expect(staff.body).toEqual({
    staff: [{ name: "Cleo Clerk", training: expect.anything(), finishedOn: "2026-11-02" }],
    nextPage: null,
  });
});

test("a session in person: planned, changed, registered for, attended, called off", async () => {
  tenant.clock.set("2026-11-12T15:00:00Z");
  const as = { authorization };
  const meeting = { ...plan, mode: "in-person", joinUrl: undefined };
  const refused = await call("/sessions", { as, json: meeting });
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: "/place" }] } });
  const made = await call("/sessions", { as, json: { ...meeting, place: "Old Capitol" } });
  expect(made).toMatchObject({ status: 201, body: { mode: "in-person", joinUrl: null, sequence: 0 } });
  const path = `/sessions/${made.body.id}`;
  const changed = { ...meeting, place: "City Hall" };
  expect((await call(path, { as, json: changed, method: "PUT" })).body).toMatchObject({ sequence: 1 });
  const open = await call(path);
  expect(open.body).toMatchObject({ mode: "in-person", place: "City Hall" });
  expect(open.text).not.toContain("attendanceCode");
  expect((await call(`${path}/calendar`)).text).toMatch(
    /METHOD:PUBLISH[\s\S]*SEQUENCE:1[\s\S]*LOCATION:City Hall/,
  );

  tenant.clock.set("2026-11-12T16:30:00Z");
  const attended = { code: made.body.attendanceCode, email: "walk@example.org", name: "Walter" };
  expect((await call("/attendance", { json: attended })).body).toMatchObject({ certificates: 1 });
  const off = await call(`${path}/cancellation`, { as, method: "POST" });
  expect(off.body).toMatchObject({ cancelled: true, sequence: 2 });
  expect((await call(`${path}/calendar`)).text).toContain("METHOD:CANCEL");
});

test("who registers again keeps the link; a language the site does not have is refused", async () => {
  tenant.clock.set("2026-11-12T15:00:00Z");
  const { body: session } = await call("/sessions", { as: { authorization }, json: plan });
  const path = `/sessions/${session.id}/registrations`;
  const json = { name: "Sam", email: "sam@example.org" };
  for (const locale of ["fr", "a b", ""])
    expect(await call(path, { json: { ...json, locale } })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/locale" }] },
    });
  for (const locale of ["es", "en"])
    expect((await call(path, { json: { ...json, locale } })).status).toBe(201);
  const [first, second, ...more] = await linksIn(json.email);
  expect(more).toEqual([]);
  expect(first).toMatch(/^[\w-]{43}$/);
  expect(second).toBe(first);
  expect((await tenant.visitor().open(`/trainings/registrations/${first}`)).status).toBe(200);
});

test("staff who register from their employer's page count for it", async () => {
  tenant.clock.set("2026-11-12T15:00:00Z");
  const { body: session } = await call("/sessions", { as: { authorization }, json: plan });
  const visitor = tenant.visitor();
  await visitor.open(`/learn/with/${via}`);
  const href = `/trainings/sessions/${session.id}?via=${via}`;
  expect(visitor.seen.html).toContain(`href="${href}"`);
  await visitor.open(href);
  await visitor.submit(`/trainings/sessions/${session.id}`, { name: "Stella", email: "not one" });
  expect(visitor.seen.status).toBe(422);
  await visitor.submit(`/trainings/sessions/${session.id}`, { name: "Stella", email: "stella@example.org" });
  const { registrations } = await readAttendance(office, { sessionId: session.id });
  expect(registrations).toMatchObject([{ name: "Stella", memberId: firm.memberId }]);
});

test("calls that anybody may make are slowed down", async () => {
  const statuses = new Set<number>();
  for (let at = 0; at < 260; at += 1) statuses.add((await call("/attendance", { json: {} })).status);
  expect([...statuses]).toEqual([422, 429]);
});
