import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { tenantHarness } from "../../test/harness.ts";
import { createApiToken } from "../identity/tokens.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;
let intake: string;
let office: string;

beforeAll(async () => {
  tenant = await tenantHarness();
  intake = await token(["membership:apply"]);
  office = await token(["membership:apply", "membership:approve", "audit:read"]);
});
afterAll(() => tenant.close());

async function token(scopes: Parameters<typeof createApiToken>[1]["scopes"]): Promise<string> {
  return (await createApiToken(tenant.context(), { name: "test", scopes })).token;
}

const answer = z.record(z.string(), z.unknown());

async function call(path: string, options: { token?: string; body?: object | FormData; key?: string } = {}) {
  const headers = new Headers({ host: "tenant.localhost" });
  if (options.token) headers.set("authorization", `Bearer ${options.token}`);
  if (options.key) headers.set("idempotency-key", options.key);
  const { body: sent } = options;
  if (sent && !(sent instanceof FormData)) headers.set("content-type", "application/json");
  const response = await tenant.instance.fetch(
    new Request(new URL(path, "http://tenant.localhost"), {
      method: sent ? "POST" : "GET",
      headers,
      ...(sent ? { body: sent instanceof FormData ? sent : JSON.stringify(sent) } : {}),
    }),
  );
  const body = answer.parse(await response.json());
  return { status: response.status, headers: response.headers, body };
}

function form(legalName: string, more: object = {}) {
  return {
    legalName,
    entityType: "nonprofit",
    sector: "62",
    employees: 12,
    contactName: "Ines Intake",
    contactPhone: "601-555-0199",
    contactEmail: "ines@example.com",
    locations: [
      {
        street: "4 Hidden Lane",
        city: "Jackson",
        region: "MS",
        postalCode: "39201",
        countyFips: "28049",
        published: false,
      },
    ],
    level: "member",
    commitments: ["adopt-policy", "train-staff", "name-contact", "post-hotline"],
    listed: true,
    publicRecordRead: true,
    signature: "Ines Intake",
    ...more,
  };
}

const policy = () => new File(["%PDF-1.7 our policy"], "policy.pdf", { type: "application/pdf" });

async function attach(id: unknown, fields: { secret: string; purpose?: string; file?: File }, key?: string) {
  const { secret, purpose = "adopt-policy", file = policy() } = fields;
  const body = new FormData();
  body.append("secret", secret);
  body.append("purpose", purpose);
  body.append("file", file);
  return call(`/api/v1/applications/${id}/files`, { token: intake, body, ...(key ? { key } : {}) });
}

async function submitted(legalName: string, more: object = {}): Promise<string> {
  const opened = await call("/api/v1/applications", { token: intake, body: { form: form(legalName, more) } });
  expect(opened.status).toBe(201);
  const secret = z.string().parse(opened.body.secret);
  expect((await attach(opened.body.id, { secret })).status).toBe(201);
  const handed = await call(`/api/v1/applications/${opened.body.id}/submission`, {
    token: intake,
    body: { secret },
  });
  expect(handed).toMatchObject({ status: 200, body: { status: "submitted" } });
  return z.string().parse(opened.body.id);
}

test("a system hands an application in and the office's system approves it", async () => {
  const id = await submitted("Delta Shelter Network");
  const approved = await call(`/api/v1/applications/${id}/approval`, { token: office, body: {} });
  expect(approved.status).toBe(200);
  expect(approved.body.memberNumber).toMatch(/^MS-2026-\d{5}$/);
  const found = await call("/api/v1/members?q=delta+shelter");
  expect(found.body).toMatchObject({ total: 1, members: [{ name: "Delta Shelter Network", locations: [] }] });
  expect(found.headers.get("demonstration-notice")).toContain("Not a website of the State of Mississippi");
  const one = await call(`/api/v1/members/${approved.body.memberId}`);
  expect(JSON.stringify(one.body)).not.toContain("Hidden Lane");
  const certificate = await call(`/api/v1/certificates/${approved.body.verificationCode}`);
  expect(certificate.body).toMatchObject({
    standing: "valid",
    facts: { holder: "Delta Shelter Network", number: approved.body.memberNumber },
    notice: expect.stringContaining("Demonstration"),
  });
});

test("two letters that are no state are refused in words, and name the field", async () => {
  const [place] = form("").locations;
  const locations = [{ ...place, region: "zz" }];
  const opened = await call("/api/v1/applications", {
    token: intake,
    body: { form: form("Nowhere Freight LLC", { locations }) },
  });
  const secret = z.string().parse(opened.body.secret);
  await attach(opened.body.id, { secret });
  const handed = await call(`/api/v1/applications/${opened.body.id}/submission`, {
    token: intake,
    body: { secret },
  });
  expect(handed).toMatchObject({ status: 422, body: { errors: [{ pointer: "/locations/0/region" }] } });
  expect(JSON.stringify(handed.body)).toContain("Choose a US state or territory");
});

test("one idempotency key opens one application, and is bound to what was sent with it", async () => {
  const body = { form: form("Once Only Inc") };
  const first = await call("/api/v1/applications", { token: intake, key: "k-1", body });
  const again = await call("/api/v1/applications", { token: intake, key: "k-1", body });
  expect(again.body).toEqual(first.body);
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  const other = await call("/api/v1/applications", {
    token: intake,
    key: "k-1",
    body: { form: form("Other Inc") },
  });
  expect(other).toMatchObject({ status: 422, body: { code: "http.idempotency-key-reused" } });
});

test("a token does only what its scopes name, and nobody applies without one", async () => {
  const id = await submitted("Scoped LLC");
  const body = {};
  expect(await call(`/api/v1/applications/${id}/approval`, { token: intake, body })).toMatchObject({
    status: 403,
  });
  expect(await call(`/api/v1/applications/${id}/approval`, { body })).toMatchObject({ status: 401 });
  expect(await call("/api/v1/applications", { token: intake })).toMatchObject({ status: 403 });
  expect(await call("/api/v1/applications", { body: { form: {} } })).toMatchObject({ status: 401 });
  expect(await call("/api/v1/applications", { token: "cct_unknown" })).toMatchObject({ status: 401 });
});

test("an incomplete application is refused with every fault at once", async () => {
  const opened = await call("/api/v1/applications", {
    token: intake,
    body: { form: { legalName: "Half Done" } },
  });
  const refused = await call(`/api/v1/applications/${opened.body.id}/submission`, {
    token: intake,
    body: { secret: opened.body.secret },
  });
  expect(refused).toMatchObject({ status: 422, body: { code: "membership.incomplete" } });
  const pointers = z.array(z.object({ pointer: z.string() })).parse(refused.body.errors);
  expect(pointers.map(({ pointer }) => pointer)).toEqual(
    expect.arrayContaining(["/entityType", "/contactEmail", "/locations", "/signature"]),
  );
});

test("two officers approve at once and one of them wins", async () => {
  const id = await submitted("Race Day Motors");
  const both = await Promise.all(
    [1, 2].map(() => call(`/api/v1/applications/${id}/approval`, { token: office, body: {} })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await call("/api/v1/members?q=race+day")).body).toMatchObject({ total: 1 });
});

test("the queue and the directory go on by their cursors without a gap", async () => {
  const names = ["Águila Foods", "Acorn Inn", "The Atlas Group"];
  for (const name of names) {
    const id = await submitted(name);
    await call(`/api/v1/applications/${id}/approval`, { token: office, body: {} });
  }
  const seen: string[] = [];
  let path: string | undefined = "/api/v1/members?limit=2";
  while (path) {
    const page: Awaited<ReturnType<typeof call>> = await call(path);
    seen.push(
      ...z
        .array(z.object({ name: z.string() }))
        .parse(page.body.members)
        .map(({ name }) => name),
    );
    path = /<([^>]+)>; rel="next"/.exec(page.headers.get("link") ?? "")?.[1];
  }
  expect(seen.slice(0, 3)).toEqual(["Acorn Inn", "Águila Foods", "The Atlas Group"]);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(5);
  expect(await call("/api/v1/members?cursor=nonsense")).toMatchObject({
    status: 422,
    body: { code: "http.invalid-cursor" },
  });
});

test("the contract names every call", async () => {
  const { body } = await call("/api/openapi.json");
  expect(Object.keys(answer.parse(body.paths))).toEqual(
    expect.arrayContaining([
      "/api/v1/members",
      "/api/v1/applications/{applicationId}/approval",
      "/api/v1/certificates/{code}",
    ]),
  );
});
