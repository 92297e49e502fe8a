import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { joinedMember } from "../../test/join.ts";
import { readPdfText } from "../../test/pdf-text.ts";
import { listMemberCertificates } from "../credentials/index.ts";
import { createApiToken } from "../identity/tokens.ts";
import { readMember } from "./list.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;
let token: string;

beforeAll(async () => {
  tenant = await tenantHarness();
  const scopes = ["membership:approve" as const, "credentials:read" as const];
  token = (await createApiToken(tenant.context(), { name: "office", scopes })).token;
});
afterAll(() => tenant.close());

function call(path: string, body?: object): Promise<Response> {
  const request = new Request(new URL(path, "http://tenant.localhost"), {
    headers: {
      host: "tenant.localhost",
      authorization: `Bearer ${token}`,
      ...(body ? { "content-type": "application/json" } : {}),
    },
    ...(body ? { method: "POST", body: JSON.stringify(body) } : {}),
  });
  return Promise.resolve(tenant.instance.fetch(request));
}

test("a system holds, releases and revokes a member, and its certificate follows", async () => {
  const { memberId } = await joinedMember(tenant, "Standing Stone Quarry", "stan@quarry.example");
  const [certificate] = await listMemberCertificates(tenant.context(), { memberId });
  const pdf = `/api/v1/certificates/${certificate?.code}/pdf`;
  const printed = await call(pdf);
  expect(printed.headers.get("content-disposition")).toContain("magnolia-learning");
  const bytes = new Uint8Array(await printed.arrayBuffer());
  expect((await readPdfText(bytes)).text).toContain("Standing Stone Quarry");

  const standing = async (path: string, body: object) => {
    const answer = await call(`/api/v1/members/${memberId}/${path}`, body);
    return { status: answer.status, body: await answer.json() };
  };
  expect(await standing("hold", { note: "" })).toMatchObject({ status: 422 });
  expect(await standing("hold", { note: "A call" })).toMatchObject({
    status: 200,
    body: { id: memberId, status: "held" },
  });
  expect((await call(`/api/v1/members/${memberId}`)).status).toBe(404);
  expect(await standing("release", { note: "Nothing in it" })).toMatchObject({
    body: { status: "active" },
  });
  expect(await standing("revocation", { note: "no grounds" })).toMatchObject({ status: 422 });
  expect(await standing("revocation", { grounds: "No training." })).toMatchObject({
    status: 200,
    body: { status: "revoked" },
  });
  expect(await standing("release", { note: "Too late" })).toMatchObject({ status: 409 });
  const { letters } = await readMember(tenant.context(), { memberId });
  expect(letters.at(-1)?.body).toContain("No training.");
  const verified = await call(`/api/v1/certificates/${certificate?.code}`);
  expect(await verified.json()).toMatchObject({ standing: "not-valid" });
});
