import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { sampleTraining } from "../../test/sample-training.ts";
import { listMyCertificates } from "../credentials/index.ts";
import { createApiToken } from "../identity/tokens.ts";
import { answerQuiz, createTraining, enroll, finishLesson, publishLocally } from "../trainings/index.ts";
import { addLicense, askCredit, countCredit, readLicenses, recordApproval } from "./index.ts";
import { createRoster, readRoster } from "./rosters.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;
let trainingId: string;
let token: string;

beforeAll(async () => {
  tenant = await tenantHarness();
  const officer = tenant.context(await tenant.officer());
  const training = await createTraining(officer, { body: sampleTraining("Credited") });
  trainingId = (await publishLocally(officer, { trainingId: training.id })).id;
  await recordApproval(officer, {
    boardId: "nursing",
    activityId: trainingId,
    mode: "self-paced",
    locale: "en",
    contactHours: 1.5,
    approvalNumber: "N-77",
    approvedOn: "2026-01-01",
    expiresOn: "2026-12-31",
  });
  const scopes = ["rosters:read", "boards:manage"] as const;
  token = (await createApiToken(officer, { name: "board", scopes: [...scopes], days: 30 })).token;
});
afterAll(() => tenant.close());

const api = (path: string, init: RequestInit = {}, bearer?: string) =>
  tenant.instance.fetch(
    new Request(`http://tenant.localhost${path}`, {
      ...init,
      headers: {
        host: "tenant.localhost",
        ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
        ...(init.headers as object),
      },
    }),
  );

async function completes(email: string, name: string, number?: string, locale = "en") {
  const actor = await tenant.person(email, name);
  const context = tenant.context(actor);
  const personId = actor.personId ?? "";
  if (number)
    await addLicense(context, {
      personId,
      jurisdiction: "ms",
      boardId: "nursing",
      profession: "registered-nurse",
      number,
    });
  const { enrollment } = await enroll(context, { trainingId, locale });
  for (const lessonId of ["one", "two"])
    await finishLesson(context, { enrollmentId: enrollment.id, lessonId });
  await answerQuiz(context, { enrollmentId: enrollment.id, answers: { q1: ["hotline"] } });
  return { context, personId, certificates: await listMyCertificates(context, { personId }) };
}

test("the answer before registering is the one the certificate keeps", async () => {
  const ask = {
    jurisdiction: "ms",
    board: "nursing",
    profession: "registered-nurse",
    mode: "self-paced",
    locale: "en",
  };
  const answer = await api(`/api/v1/activities/${trainingId}/credit?${new URLSearchParams(ask)}`);
  expect(await answer.json()).toMatchObject({
    counts: true,
    hours: 1.5,
    approvalNumber: "N-77",
    note: { en: /RN|Registered/ },
  });
  const { certificates, context, personId } = await completes("nora@example.org", "Nora Nurse", "r123456");
  expect(certificates).toMatchObject([
    {
      facts: {
        holder: "Nora Nurse",
        credit: {
          boardName: "Mississippi Board of Nursing",
          licenseNumber: "R123456",
          contactHours: 1.5,
          approvalNumber: "N-77",
        },
      },
    },
  ]);
  expect(await readLicenses(context, { personId })).toMatchObject({
    credits: [{ contactHours: 1.5, rosterId: null }],
  });
});

test("taken in Spanish, or without a license, it is a certificate without credit", async () => {
  const spanish = await completes("ana@example.org", "Ana", "R200", "es");
  expect(spanish.certificates).toHaveLength(1);
  expect(spanish.certificates[0]?.facts).not.toHaveProperty("credit");
  const plain = await completes("pat@example.org", "Pat");
  expect(plain.certificates[0]?.facts).not.toHaveProperty("credit");
});

test("an approval is public and says nothing of the letter", async () => {
  const list = await (await api(`/api/v1/approvals?activity=${trainingId}`)).json();
  expect(list).toMatchObject({ approvals: [{ boardId: "nursing", approvalNumber: "N-77" }] });
  expect(JSON.stringify(list)).not.toContain("letter");
});

test("a row is reported once: a later roster holds only what is new, a past one never changes", async () => {
  await completes("one@example.org", "One", "R1001");
  const made = await api("/api/v1/boards/nursing/rosters", { method: "POST" }, token);
  expect(made.status).toBe(201);
  const first = (await made.json()) as { id: string; number: number; rows: number };
  expect(first.number).toBe(1);
  const before = await (await api(`/api/v1/rosters/${first.id}/csv`, {}, token)).text();
  expect(before).toContain("R1001,registered-nurse,One,Credited,N-77,self-paced,en,1.5,2026-11-02,crt_");
  expect(before).toContain("Demonstration");
  expect((await api("/api/v1/boards/nursing/rosters", { method: "POST" }, token)).status).toBe(409);

  await completes("two@example.org", "Two", "R1002");
  const second = await createRoster(tenant.context(await tenant.officer()), { boardId: "nursing" });
  expect(second).toMatchObject({ number: 2, rows: 1 });
  expect(await (await api(`/api/v1/rosters/${first.id}/csv`, {}, token)).text()).toBe(before);
  const { credits } = await readRoster(tenant.context(await tenant.officer()), { rosterId: second.id });
  expect(credits.map(({ licenseNumber }) => licenseNumber)).toEqual(["R1002"]);
});

test("two rosters made at once share no row", async () => {
  for (const at of [1, 2, 3]) await completes(`race${at}@example.org`, `Race ${at}`, `R900${at}`);
  const officer = tenant.context(await tenant.officer());
  const made = await Promise.allSettled([1, 2, 3].map(() => createRoster(officer, { boardId: "nursing" })));
  const rows = made.flatMap((one) => (one.status === "fulfilled" ? [one.value.rows] : []));
  expect(rows).toEqual([3]);
});

test("a Social Security number is refused with its own words, a license is entered once", async () => {
  const actor = await tenant.person("ssn@example.org");
  const license = {
    personId: actor.personId ?? "",
    jurisdiction: "ms",
    boardId: "nursing",
    profession: "registered-nurse",
    number: "123-45-6789",
  };
  const context = tenant.context(actor);
  await expect(async () => addLicense(context, license)).rejects.toMatchObject({
    errors: [{ pointer: "/number", code: "education.social-security" }],
  });
  await addLicense(context, { ...license, number: "R5" });
  await expect(addLicense(context, { ...license, number: "r5" })).rejects.toMatchObject({
    code: "education.license-known",
  });
  const other = tenant.context(await tenant.person("other@example.org"));
  await expect(addLicense(other, { ...license, number: "R6" })).rejects.toMatchObject({ kind: "forbidden" });
});

test("an approval of a board the profile does not have is refused, and of an activity that is not here", async () => {
  const officer = tenant.context(await tenant.officer());
  const approval = {
    boardId: "chess",
    activityId: trainingId,
    mode: "self-paced" as const,
    locale: "en",
    contactHours: 1,
    approvalNumber: "X",
    approvedOn: "2026-01-01",
  };
  await expect(recordApproval(officer, approval)).rejects.toMatchObject({
    code: "education.board-not-found",
  });
  await expect(
    recordApproval(officer, { ...approval, boardId: "nursing", activityId: `trn_${"0".repeat(32)}` }),
  ).rejects.toMatchObject({ code: "education.activity-not-found" });
  await expect(
    recordApproval(tenant.context(await tenant.person("x@example.org")), { ...approval, boardId: "nursing" }),
  ).rejects.toMatchObject({ kind: "forbidden" });
});

test("an office's system notes a board, records its decision with the rule and ends it", async () => {
  const send = (path: string, method: string, body: object) =>
    api(path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) }, token);
  const put = await send("/api/v1/boards/dental/standing", "PUT", { stage: "talking", nextStep: "Call" });
  expect(await put.json()).toEqual({ boardId: "dental", stage: "talking", contact: null, nextStep: "Call" });
  const decision = {
    ...{ activityId: trainingId, mode: "self-paced", locale: "es", contactHours: 1, approvalNumber: "D-1" },
    ...{ approvedOn: "2026-01-01", citation: "Rule 41", citationUrl: "https://rules.example/41" },
  };
  const path = "/api/v1/boards/dental/approvals";
  for (const citationUrl of ["javascript:alert(1)", "rules"])
    expect((await send(path, "POST", { ...decision, citationUrl })).status).toBe(422);
  const made = await send(path, "POST", decision);
  expect(made.status).toBe(201);
  const { id } = (await made.json()) as { id: string };
  const { boards } = (await (await api("/api/v1/boards", {}, token)).json()) as { boards: object[] };
  expect(boards).toContainEqual(
    expect.objectContaining({ id: "dental", stage: "approved", nextStep: "Call", accepts: true }),
  );
  const ask = "jurisdiction=ms&board=dental&profession=dentist&locale=es";
  const credit = async (more = "") =>
    (await api(`/api/v1/activities/${trainingId}/credit?${ask}${more}`)).json();
  expect(await credit()).toMatchObject({
    counts: true,
    citation: "Rule 41",
    citationUrl: decision.citationUrl,
  });
  expect(await credit("&mode=in-person")).toEqual({ counts: false, reason: "other-mode" });
  const ended = await send(`/api/v1/approvals/${id}/end`, "POST", {
    endsOn: "2026-01-01",
    reason: "Private words",
  });
  expect(await ended.json()).toMatchObject({ approval: { endedOn: "2026-01-01" }, takenBack: 0 });
  expect(await credit()).toEqual({ counts: false, reason: "expired" });
  expect(await (await api(`/api/v1/approvals?board=dental`)).text()).not.toContain("Private words");
});

test("rosters are for tokens with their scope", async () => {
  expect((await api("/api/v1/boards/nursing/rosters")).status).toBe(401);
  const officer = tenant.context(await tenant.officer());
  const weak = await createApiToken(officer, { name: "weak", scopes: ["members:read"], days: 1 });
  expect((await api("/api/v1/boards/nursing/rosters", {}, weak.token)).status).toBe(403);
});

test("figures count certificates with credit and their hours", async () => {
  const period = { from: new Date("2026-11-01T00:00:00Z"), until: new Date("2026-12-01T00:00:00Z") };
  const { certificates, hours } = await countCredit(tenant.tenant.database.db, period);
  expect(certificates).toBeGreaterThan(3);
  expect(hours).toBe(certificates * 1.5);
  const none = { from: new Date("2020-01-01T00:00:00Z"), until: new Date("2020-02-01T00:00:00Z") };
  expect(await countCredit(tenant.tenant.database.db, none)).toEqual({
    certificates: 0,
    hours: 0,
    people: 0,
  });
});

test("figures count who holds several licenses once", async () => {
  tenant.clock.set("2026-12-10T10:00:00Z");
  const actor = await tenant.person("several@example.org", "Several Licenses");
  const license = { personId: actor.personId ?? "", jurisdiction: "ms", boardId: "nursing" };
  for (const number of ["R7001", "R7002", "R7003"])
    await addLicense(tenant.context(actor), { ...license, profession: "registered-nurse", number });
  await completes("several@example.org", "Several Licenses");
  const period = { from: new Date("2026-12-01T00:00:00Z"), until: new Date("2027-01-01T00:00:00Z") };
  expect(await countCredit(tenant.tenant.database.db, period)).toEqual({
    certificates: 3,
    hours: 4.5,
    people: 1,
  });
});

test("in another state the same question is answered no", async () => {
  expect(
    await askCredit(tenant.public(), {
      activityId: trainingId,
      jurisdiction: "al",
      boardId: "nursing",
      profession: "registered-nurse",
      mode: "self-paced",
      locale: "en",
    }),
  ).toEqual({ counts: false, reason: "other-state" });
});
