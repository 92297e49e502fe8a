import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { tenantHarness } from "../../test/harness.ts";
import { createApiToken } from "../identity/tokens.ts";
import { startApplication } from "./apply.ts";
import { findFile } from "./store-applications.ts";

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

const start = "%PDF-1.7 ";
const pdf = (content: string) => fileOf(`${start}${content}`);
const fileOf = (bytes: string, type = "application/pdf") => new File([bytes], "policy.pdf", { type });

async function attach(id: string, sent: Sent) {
  const body = new FormData();
  body.append("secret", sent.secret);
  body.append("purpose", sent.purpose ?? "adopt-policy");
  body.append("file", sent.file ?? pdf("our policy"));
  const { host } = new URL(tenant.tenant.origin);
  const headers = new Headers({ host, authorization: `Bearer ${token}` });
  if (sent.key) headers.set("idempotency-key", sent.key);
  const url = new URL(`/api/v1/applications/${id}/files`, tenant.tenant.origin);
  // Each time with another boundary between its parts.
  const send = async () => {
    const response = await tenant.instance.fetch(new Request(url, { method: "POST", body, headers }));
    const answer = z.record(z.string(), z.unknown()).parse(await response.json());
    return { status: response.status, body: answer };
  };
  return { ...(await send()), repeat: send };
}

async function draft(): Promise<{ id: string; secret: string }> {
  const { application, secret } = await startApplication(tenant.context(), { form: {} });
  return { id: application.id, secret };
}

async function isKept(file: File): Promise<boolean> {
  return tenant.tenant.blobs.has(
    createHash("sha256")
      .update(await file.bytes())
      .digest("hex"),
  );
}

test("a file is added once for a key, by whoever has the application's secret", async () => {
  const { id, secret } = await draft();
  const first = await attach(id, { secret, key: "file-1" });
  expect(first).toMatchObject({ status: 201, body: { purpose: "adopt-policy" } });
  expect((await first.repeat()).body).toEqual(first.body);
  const different = await attach(id, { secret, key: "file-1", file: pdf("another policy") });
  expect(different).toMatchObject({ status: 422, body: { code: "http.idempotency-key-reused" } });
  const other = await draft();
  expect(await attach(id, { secret: other.secret })).toMatchObject({ status: 404 });
});

test("what is refused is kept nowhere", async () => {
  const { id, secret } = await draft();
  const refused = [
    [{ file: fileOf("<html>a page") }, "membership.file-kind"],
    [{ file: fileOf("") }, "membership.file-empty"],
    [{ file: pdf("x".repeat(10 * 1024 * 1024 + 1)) }, "membership.file-too-large"],
    [{ file: pdf("a photograph"), purpose: "holiday" }, "membership.file-purpose"],
  ] as const;
  for (const [sent, code] of refused) {
    expect(await attach(id, { secret, ...sent })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/file", code }] },
    });
    expect(await isKept(sent.file)).toBe(false);
  }
});

test("a file is kept with the type that its bytes have, not the one it was sent with", async () => {
  const { id, secret } = await draft();
  const sent = await attach(id, { secret, file: fileOf(`${start}a page`, "text/html") });
  const file = await findFile(tenant.tenant.database.db, z.string().parse(sent.body.id));
  expect([sent.status, file?.mediaType]).toEqual([201, "application/pdf"]);
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
  expect(await isKept(pdf("version 20"))).toBe(false);
});
