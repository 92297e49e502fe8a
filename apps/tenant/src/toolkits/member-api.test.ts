import { library } from "@concord/content";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { joinedMember } from "../../test/join.ts";
import { policySent } from "../../test/route-security/toolkit-world.ts";
import { type Permission, permissions } from "../identity/index.ts";
import { createApiToken } from "../identity/tokens.ts";
import { offerLibraryToolkit } from "./index.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;
let firm: { memberId: string; email: string };
let toolkitId: string;
let token: string;
let adoptionId: string;
let policyId: string;

beforeAll(async () => {
  tenant = await tenantHarness();
  firm = await joinedMember(tenant, "Iron City Inn LLC", "inn@iron.example");
  const item = (await library()).find(({ slug }) => slug === "workplace-toolkit");
  if (item?.kind !== "toolkit") throw new Error("the library has no workplace toolkit");
  toolkitId = (await offerLibraryToolkit(tenant.context(), item)).id;
});
afterAll(() => tenant.close());

interface Sent {
  readonly method?: string;
  readonly body?: object;
  readonly key?: string;
  readonly bearer?: string;
}

async function send(path: string, { method, body, key, bearer = token }: Sent = {}): Promise<Response> {
  const headers = new Headers({ authorization: `Bearer ${bearer}` });
  if (body) headers.set("content-type", "application/json");
  if (key) headers.set("idempotency-key", key);
  return tenant.instance.fetch(
    new Request(`http://tenant.localhost/api/v1${path}`, {
      method: method ?? (body ? "POST" : "GET"),
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  );
}

async function call(path: string, sent: Sent = {}) {
  const response = await send(path, sent);
  return { status: response.status, body: JSON.parse(await response.text()) };
}

test("a member's person makes a token at the desk, which shows it once", async () => {
  const visitor = tenant.visitor();
  await visitor.signIn(firm.email);
  await visitor.open("/member/toolkit");
  const page = `/member/systems/${firm.memberId}`;
  expect(visitor.seen.html).toContain(`href="${page}"`);
  await visitor.open(page);
  await visitor.submit(page, { name: "" });
  expect(visitor.seen.status).toBe(422);
  await visitor.submit(page, { name: "Payroll" });
  token = /cct_[\w-]{43}/.exec(visitor.seen.html)?.[0] ?? "";
  expect(token).not.toBe("");
  await visitor.open(page);
  expect(visitor.text).toContain("Payroll");
  expect(visitor.seen.html).not.toContain(token);
});

test("a toolkit is chosen, and a repeated request chooses it once", async () => {
  const path = `/members/${firm.memberId}/toolkits`;
  const chosen = await call(path, { body: { toolkitId }, key: "choose" });
  expect(chosen).toMatchObject({ status: 201, body: { memberId: firm.memberId, toolkitId } });
  expect(await call(path, { body: { toolkitId }, key: "choose" })).toEqual(chosen);
  adoptionId = chosen.body.id;
  expect((await call(path)).body.adoptions).toMatchObject([{ id: adoptionId, stepsDone: 0 }]);
  expect((await call(path, { body: { toolkitId: "tkt_none" } })).status).toBe(404);
});

test("a self-assessment is answered and scored; an unanswered question is named", async () => {
  const { body } = (await call(`/toolkits/${toolkitId}`)).body;
  const item = body.items.find(({ type }: { type: string }) => type === "self-assessment");
  const path = `/toolkit-adoptions/${adoptionId}/assessments`;
  const refused = await call(path, { body: { item: item.id, answers: {} } });
  expect(refused.status).toBe(422);
  expect(refused.body.errors[0]).toMatchObject({ code: "toolkits.answer-missing" });
  const questions: { id: string; answers?: { id: string }[] }[] = item.assessment.questions;
  const answers = Object.fromEntries(questions.map(({ id }) => [id, "yes"]));
  const taken = await call(path, { body: { item: item.id, answers } });
  expect(taken).toMatchObject({ status: 201, body: { item: item.id, percent: 100 } });
});

test("a policy is filled, fetched as PDF and Word file, and adopted for good", async () => {
  const path = `/toolkit-adoptions/${adoptionId}/policies`;
  const filled = await call(path, { body: policySent() });
  expect(filled).toMatchObject({ status: 201, body: { version: 1, adoptedOn: null, locale: "en" } });
  policyId = filled.body.id;
  const starts = { pdf: "%PDF-", docx: "PK" };
  for (const [format, start] of Object.entries(starts)) {
    const file = await send(`/policies/${policyId}/${format}?lang=es`);
    expect(file.status).toBe(200);
    expect(file.headers.get("cache-control")).toBe("private, no-store");
    expect(
      Buffer.from(await file.arrayBuffer())
        .toString("latin1")
        .startsWith(start),
    ).toBe(true);
  }
  expect((await call(`/policies/${policyId}/pdf?lang=fr`)).status).toBe(404);
  const adoption = { adoptedBy: "Beau Ladner", position: "Owner", adoptedOn: "2026-11-01" };
  const adopted = await call(`/policies/${policyId}/adoption`, { body: adoption });
  expect(adopted).toMatchObject({ status: 200, body: adoption });
  expect((await call(`/policies/${policyId}/adoption`, { body: adoption })).status).toBe(409);
  expect((await call(`/policies/${policyId}`)).body).toMatchObject({ id: policyId, ...adoption });
});

test("a step is ticked with evidence, shown in the work, and taken back", async () => {
  const path = `/toolkit-adoptions/${adoptionId}/steps/post-signs`;
  const photo = Buffer.alloc(64);
  photo.set([0xff, 0xd8, 0xff]);
  const evidence = { fileName: "sign.jpg", content: photo.toString("base64") };
  const ticked = await call(path, { method: "PUT", body: { doneOn: "2026-10-30", evidence } });
  expect(ticked).toMatchObject({
    ...{ status: 200, body: { step: "post-signs", doneOn: "2026-10-30" } },
  });
  expect(ticked.body.evidence).toEqual({ fileName: "sign.jpg", mediaType: "image/jpeg", size: 64 });
  const text = { fileName: "sign.jpg", content: Buffer.from("just words").toString("base64") };
  const refused = await call(path, { method: "PUT", body: { doneOn: "2026-10-30", evidence: text } });
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: "toolkits.evidence-kind" }] } });
  const work = await call(`/toolkit-adoptions/${adoptionId}`);
  expect(work.body).toMatchObject({
    ...{ stepsDone: 1, steps: [{ step: "post-signs" }], assessments: [{ percent: 100 }] },
    policies: [{ id: policyId, adoptedOn: "2026-11-01" }],
  });
  expect((await send(path, { method: "DELETE" })).status).toBe(204);
  expect((await call(`/toolkit-adoptions/${adoptionId}`)).body.steps).toEqual([]);
});

test("neither the office's tokens nor another member's reach it, and an ended one is refused", async () => {
  const { token: offices } = await createApiToken(tenant.context(), {
    ...{ name: "office", scopes: [...permissions] as Permission[] },
  });
  const path = `/toolkit-adoptions/${adoptionId}`;
  expect((await call(path, { bearer: offices })).status).toBe(403);
  expect((await call(`/policies/${policyId}`, { bearer: offices })).status).toBe(403);
  const other = await joinedMember(tenant, "Delta Freight Inc", "delta@freight.example");
  const chosen = await call(`/members/${other.memberId}/toolkits`, { body: { toolkitId } });
  expect(chosen.status).toBe(403);
  // A token makes no tokens, and does nothing but what it was made for.
  expect((await call("/applications")).status).toBe(403);
  const visitor = tenant.visitor();
  await visitor.signIn(firm.email);
  await visitor.open(`/member/systems/${firm.memberId}`);
  const [revoke = ""] = /\/member\/systems\/tokens\/tok_[0-9a-f]+\/revoke/.exec(visitor.seen.html) ?? [];
  await visitor.submit(revoke, {});
  expect((await call(path)).status).toBe(401);
});
