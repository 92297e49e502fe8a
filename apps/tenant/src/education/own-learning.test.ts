import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { sampleTraining } from "../../test/sample-training.ts";
import { createApiToken } from "../identity/tokens.ts";
import { createTraining, publishLocally } from "../trainings/index.ts";
import { addLicense, recordApproval } from "./index.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;
let trainingId: string;
let officeToken: string;
let token: string;

const license = { jurisdiction: "ms", boardId: "nursing", profession: "registered-nurse", number: "R500100" };

beforeAll(async () => {
  tenant = await tenantHarness();
  const officer = tenant.context(await tenant.officer());
  const { id } = await createTraining(officer, { body: sampleTraining("Taken by a program") });
  trainingId = (await publishLocally(officer, { trainingId: id })).id;
  await recordApproval(officer, {
    ...{ boardId: "nursing", activityId: trainingId, mode: "self-paced", locale: "en", contactHours: 1.5 },
    ...{ approvalNumber: "N-77", approvedOn: "2026-01-01" },
  });
  const scopes = ["boards:manage", "learning:take", "credentials:read"] as const;
  officeToken = (await createApiToken(officer, { name: "office", scopes: [...scopes] })).token;
});
afterAll(() => tenant.close());

interface Sent {
  readonly method?: string;
  readonly json?: object;
  readonly file?: File;
  readonly key?: string;
  readonly bearer?: string;
}

async function call(path: string, { method, json, file, key, bearer = token }: Sent = {}) {
  const form = new FormData();
  if (file) form.append("file", file);
  const body = file ? form : json && JSON.stringify(json);
  const headers = new Headers({ authorization: `Bearer ${bearer}` });
  if (json) headers.set("content-type", "application/json");
  if (key) headers.set("idempotency-key", key);
  const response = await tenant.instance.fetch(
    new Request(`http://tenant.localhost/api/v1${path}`, {
      method: method ?? (body ? "POST" : "GET"),
      headers,
      ...(body ? { body } : {}),
    }),
  );
  const type = response.headers.get("content-type") ?? "";
  const text = await response.text();
  // biome-ignore lint/suspicious/noExplicitAny: what a client sees has no type.
  const seen = (type.includes("json") ? JSON.parse(text) : {}) as any;
  return { status: response.status, type, text, body: seen };
}

test("a person makes a token on their own page, which shows it once", async () => {
  const visitor = tenant.visitor();
  await visitor.signIn("nora@example.org");
  await visitor.open("/learn/licenses");
  expect(visitor.seen.html).toContain('href="/learn/systems"');
  await visitor.open("/learn/systems");
  await visitor.submit("/learn/systems", { name: "" });
  expect(visitor.seen.status).toBe(422);
  await visitor.submit("/learn/systems", { name: "Calendar" });
  token = /cct_[\w-]{43}/.exec(visitor.seen.html)?.[0] ?? "";
  await visitor.open("/es/learn/systems");
  expect(visitor.seen.html).toContain("Calendar");
  expect(visitor.seen.html).not.toContain(token);
});

test("a license is added once for a key, listed and removed, and no Social Security number is taken", async () => {
  const ssn = await call("/me/licenses", { json: { ...license, number: "123-45-6789" } });
  expect(ssn).toMatchObject({
    status: 422,
    type: "application/problem+json",
    body: { errors: [{ pointer: "/number", code: "education.social-security" }] },
  });
  const added = await call("/me/licenses", { json: license, key: "license-1" });
  expect(added).toMatchObject({ status: 201, body: license });
  expect(await call("/me/licenses", { json: license, key: "license-1" })).toEqual(added);
  expect(await call("/me/licenses", { json: license })).toMatchObject({ status: 409 });
  const second = await call("/me/licenses", { json: { ...license, number: "R500200" } });
  const gone = `/me/licenses/${second.body.id}`;
  expect((await call(gone, { method: "DELETE" })).status).toBe(204);
  expect((await call(gone, { method: "DELETE" })).status).toBe(404);
  const { body } = await call("/me/licenses");
  expect(body).toMatchObject({ licenses: [{ number: "R500100" }], credits: [] });
  expect(JSON.stringify(body)).not.toContain("per_");
});

test("the pages say what is missing: a license, an approval of its board, another state's board", async () => {
  const visitor = tenant.visitor();
  await visitor.signIn("dora@example.org");
  await visitor.open("/learn");
  expect(visitor.text).toContain("You have no license in your list");
  await visitor.open("/es/learn");
  expect(visitor.text).toContain("No tiene ninguna licencia en su lista");
  const dentist = tenant.context(await tenant.person("dora@example.org"));
  const personId = dentist.actor.personId ?? "";
  const held = { personId, boardId: "dental", profession: "dentist" };
  await addLicense(dentist, { ...held, jurisdiction: "ms", number: "D100" });
  await addLicense(dentist, { ...held, jurisdiction: "al", number: "D200" });
  await visitor.open("/learn");
  expect(visitor.text).not.toContain("You have no license in your list");
  await visitor.open("/learn/licenses");
  expect(visitor.text).toContain("it has approved no course of this program");
  expect(visitor.text).toContain("Ask the board that issued it");
  await visitor.open("/es/learn/licenses");
  expect(visitor.text).toContain("no ha aprobado ningún curso de este programa");
});

test("what the program finishes earns credit: the transcript and the certificate say so", async () => {
  const begun = await call("/me/enrollments", {
    json: { trainingId, locale: "en", name: "Nora Nurse" },
    key: "begin",
  });
  expect(begun).toMatchObject({ status: 201, body: { trainingId, completed: false } });
  const path = `/enrollments/${begun.body.id}`;
  expect(await call(path, { bearer: officeToken })).toMatchObject({ status: 403 });
  for (const lesson of ["one", "two"])
    expect((await call(`${path}/lessons/${lesson}/completion`, { method: "POST" })).status).toBe(200);
  const quiz = await call(`${path}/quiz`, { json: { answers: { q1: ["hotline"] } } });
  expect(quiz.body).toEqual({ passed: true, completed: true });
  expect((await call("/me/enrollments")).body.enrollments).toMatchObject([{ trainingId, completed: true }]);
  expect((await call("/me/licenses")).body.credits).toMatchObject([
    { licenseNumber: "R500100", contactHours: 1.5, approvalNumber: "N-77", reported: false },
  ]);
  const [certificate] = (await call("/me/certificates")).body.certificates;
  expect(certificate).toMatchObject({
    standing: "valid",
    facts: { holder: "Nora Nurse", credit: { licenseNumber: "R500100", contactHours: 1.5 } },
  });
  const pdf = await call(certificate.pdf.split("/api/v1")[1]);
  expect([pdf.status, pdf.type, pdf.text.slice(0, 4)]).toEqual([200, "application/pdf", "%PDF"]);
});

test("an office's token has no learning of its own, whatever its scopes; an ended token opens nothing", async () => {
  for (const path of ["/me/licenses", "/me/enrollments", "/me/certificates"]) {
    expect(await call(path, { bearer: officeToken })).toMatchObject({ status: 403 });
    expect((await tenant.instance.fetch(new Request(`http://tenant.localhost/api/v1${path}`))).status).toBe(
      401,
    );
  }
  const visitor = tenant.visitor();
  await visitor.signIn("nora@example.org");
  await visitor.open("/learn/systems");
  await visitor.submit(/\/learn\/systems\/tok_\w+\/revoke/.exec(visitor.seen.html)?.[0] ?? "", {});
  expect((await call("/me/licenses")).status).toBe(401);
});

test("a board's letter is added to its approval once, kept for the office alone, and judged first", async () => {
  const decision = await call("/boards/dental/approvals", {
    json: {
      ...{ activityId: trainingId, mode: "self-paced", locale: "en", contactHours: 1 },
      ...{ approvalNumber: "D-1", approvedOn: "2026-01-01" },
    },
    bearer: officeToken,
  });
  const path = `/approvals/${decision.body.id}/letter`;
  const letter = (text: string) => new File([text], "letter.pdf", { type: "application/pdf" });
  const pdf = "%PDF-1.7 we approve";
  expect(await call(path, { bearer: officeToken })).toMatchObject({ status: 404 });
  expect(await call(path, { file: letter("<p>we approve</p>"), bearer: officeToken })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: "/file", code: "education.letter-kind" }] },
  });
  const added = await call(path, { file: letter(pdf), bearer: officeToken });
  expect(added).toMatchObject({ status: 201, body: { approvalNumber: "D-1" } });
  expect(added.text).not.toContain("letter.pdf");
  expect(await call(path, { bearer: officeToken })).toMatchObject({
    status: 200,
    type: "application/pdf",
    text: pdf,
  });
  const again = await call(path, { file: letter(pdf), bearer: officeToken });
  expect(again).toMatchObject({ status: 409, body: { code: "education.letter-known" } });
});
