import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { joinedMember } from "../../test/join.ts";
import { recordCommitment } from "./record-commitment.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;
let memberId: string;
const address = "owner@many.example";

beforeAll(async () => {
  tenant = await tenantHarness();
  ({ memberId } = await joinedMember(tenant, "Many Files LLC", address));
});
afterAll(() => tenant.close());

const policy = (bytes: string) => new File([bytes], "policy.pdf", { type: "application/pdf" });
const kept = (bytes: string) => tenant.tenant.blobs.has(createHash("sha256").update(bytes).digest("hex"));

async function handIn(bytes: string, prefix = "") {
  const desk = tenant.visitor();
  await desk.signIn(address);
  const path = `${prefix}/member/${memberId}/commitments/adopt-policy`;
  await desk.open(path);
  const doneOn = tenant.clock.now().toISOString().slice(0, 10);
  await desk.submit(path, { doneOn, file: policy(bytes) });
  return desk;
}

test("a file whose bytes are of another kind than its name says is refused in words, and kept nowhere", async () => {
  const page = "<html><script>alert(1)</script></html>";
  for (const [prefix, said] of [
    ["", "This is not a PDF, Word, PNG or JPEG file"],
    ["/es", "Este no es un archivo PDF, Word, PNG o JPEG"],
  ] as const) {
    const desk = await handIn(page, prefix);
    expect(desk.seen.status).toBe(422);
    expect(desk.text).toContain(said);
  }
  expect(await kept(page)).toBe(false);
});

test("a file comes back as a download of the type that its bytes have", async () => {
  const desk = await handIn("%PDF-1.7 the first");
  expect(desk.seen.status).toBe(200);
  const { db } = tenant.tenant.database;
  const rows = await db.execute<{ id: string }>(
    `select id from membership_files where member_id = '${memberId}' and application_id is null`,
  );
  await desk.open(`/member/files/${rows[0]?.id}`);
  expect(desk.seen.html).toBe("%PDF-1.7 the first");
  const { headers } = desk.seen;
  expect(headers.get("content-type")).toBe("application/pdf");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("content-disposition")).toMatch(/^attachment;/);
});

test("a member's record takes so many files in a year, and more the year after", async () => {
  const { sha256, size } = await tenant.tenant.blobs.put(Buffer.from("%PDF-1.7 again"));
  const file = { fileName: "policy.pdf", mediaType: "application/pdf", sha256, size };
  const record = () =>
    recordCommitment(tenant.context(), {
      ...{ memberId, commitment: "adopt-policy", doneOn: "2026-11-01", file },
    });
  // One came in the test before.
  for (let count = 1; count < 40; count += 1) await record();
  await expect(record()).rejects.toMatchObject({
    errors: [{ pointer: "/file", code: "membership.too-many-files-in-a-year" }],
  });
  for (const [prefix, said] of [
    ["", "took 40 files within a year"],
    ["/es", "recibió 40 archivos en un año"],
  ] as const) {
    const desk = await handIn("%PDF-1.7 one more", prefix);
    expect(desk.seen.status).toBe(422);
    expect(desk.text).toContain(said);
  }
  expect(await kept("%PDF-1.7 one more")).toBe(false);
  tenant.clock.advance(366 * 86_400_000);
  expect((await handIn("%PDF-1.7 one more")).seen.status).toBe(200);
});
