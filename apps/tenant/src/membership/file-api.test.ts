import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { tenantHarness } from "../../test/harness.ts";
import { createApiToken } from "../identity/tokens.ts";
import { startApplication } from "./apply.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;
let token: string;

beforeAll(async () => {
  tenant = await tenantHarness();
  const scopes = ["membership:apply" as const];
  token = (await createApiToken(tenant.context(), { name: "intake", scopes })).token;
});
afterAll(() => tenant.close());

interface Sent {
  readonly secret: string;
  readonly purpose?: string;
  readonly file?: File;
  readonly key?: string;
}

const pdf = (content: string, type = "application/pdf") => new File([content], "policy.pdf", { type });

async function attach(id: string, sent: Sent) {
  const body = new FormData();
  body.append("secret", sent.secret);
  body.append("purpose", sent.purpose ?? "adopt-policy");
  body.append("file", sent.file ?? pdf("our policy"));
  const { host } = new URL(tenant.tenant.origin);
  const headers = new Headers({ host, authorization: `Bearer ${token}` });
  if (sent.key) headers.set("idempotency-key", sent.key);
  const url = new URL(`/api/v1/applications/${id}/files`, tenant.tenant.origin);
  // Written once, so that the same key comes with the same bytes.
  const request = new Request(url, { method: "POST", body, headers });
  const again = request.clone();
  const send = async (one: Request) => {
    const response = await tenant.instance.fetch(one);
    const answer = z.record(z.string(), z.unknown()).parse(await response.json());
    return { status: response.status, body: answer };
  };
  return { ...(await send(request)), repeat: () => send(again) };
}

async function draft(): Promise<{ id: string; secret: string }> {
  const { application, secret } = await startApplication(tenant.context(), { form: {} });
  return { id: application.id, secret };
}

function isKept(content: string): Promise<boolean> {
  return tenant.tenant.blobs.has(createHash("sha256").update(content).digest("hex"));
}

test("a file is added once for a key, by whoever has the application's secret", async () => {
  const { id, secret } = await draft();
  const first = await attach(id, { secret, key: "file-1" });
  expect(first).toMatchObject({ status: 201, body: { purpose: "adopt-policy" } });
  expect((await first.repeat()).body).toEqual(first.body);
  const other = await draft();
  expect(await attach(id, { secret: other.secret })).toMatchObject({ status: 404 });
});

test("what is refused is kept nowhere", async () => {
  const { id, secret } = await draft();
  const refused = [
    [{ file: pdf("a page", "text/html") }, "membership.file-kind", "a page"],
    [{ file: pdf("") }, "membership.file-empty", ""],
    [{ file: pdf("x".repeat(10 * 1024 * 1024 + 1)) }, "membership.file-too-large", undefined],
    [{ file: pdf("a photograph"), purpose: "holiday" }, "membership.file-purpose", "a photograph"],
  ] as const;
  for (const [sent, code, content] of refused) {
    expect(await attach(id, { secret, ...sent })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/file", code }] },
    });
    if (content) expect(await isKept(content)).toBe(false);
  }
});

test("an application holds only so many files", async () => {
  const { id, secret } = await draft();
  for (let count = 0; count < 20; count += 1) {
    expect((await attach(id, { secret, file: pdf(`version ${count}`) })).status).toBe(201);
  }
  expect(await attach(id, { secret, file: pdf("version 20") })).toMatchObject({
    status: 422,
    body: { errors: [{ code: "membership.too-many-files" }] },
  });
  expect(await isKept("version 20")).toBe(false);
});
