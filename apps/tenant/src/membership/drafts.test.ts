import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { joinedMember } from "../../test/join.ts";
import { listAudit, verifyChain } from "../audit/index.ts";
import { sweepFiles } from "../syndication/index.ts";
import { readOwnApplication, saveDraft, startApplication } from "./apply.ts";
import { attachFile } from "./attach-file.ts";
import { runMembershipDay } from "./daily.ts";
import { startRenewal } from "./start-renewal.ts";
import { findApplication } from "./store-applications.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;

beforeAll(async () => {
  tenant = await tenantHarness();
});
afterAll(() => tenant.close());

const days = (count: number) => count * 86_400_000;

test("a draft that nobody touches for 30 days no longer opens, and is removed with its files", async () => {
  const context = tenant.context();
  const { application, secret } = await startApplication(context, { form: { legalName: "Left Alone" } });
  const { sha256, size } = await tenant.tenant.blobs.put(new TextEncoder().encode("our policy"));
  const file = { fileName: "policy.pdf", mediaType: "application/pdf", sha256, size };
  await attachFile(context, { secret, purpose: "adopt-policy", ...file });
  const touched = await startApplication(context, { form: { legalName: "Come Back" } });
  tenant.clock.advance(days(29));
  await saveDraft(context, { secret: touched.secret, form: { legalName: "Come Back Inc" } });
  expect((await readOwnApplication(context, { secret })).files).toHaveLength(1);
  tenant.clock.advance(days(2));
  await expect(readOwnApplication(context, { secret })).rejects.toMatchObject({ kind: "not-found" });
  await expect(saveDraft(context, { secret, form: {} })).rejects.toMatchObject({ kind: "not-found" });
  expect(await runMembershipDay(context)).toMatchObject({ removed: 1 });
  expect(await runMembershipDay(context)).toMatchObject({ removed: 0 });
  const { db } = tenant.tenant.database;
  expect(await findApplication(db, application.id)).toBeUndefined();
  expect(await findApplication(db, touched.application.id)).toBeDefined();
  const lines = await listAudit(context, { subject: { kind: "application", id: application.id } });
  expect(lines.map(({ action, values }) => [action, values])).toEqual([
    ["membership.draft-removed", undefined],
    ["membership.file-attached", undefined],
    ["membership.application-started", undefined],
  ]);
  expect(await verifyChain(db)).toMatchObject({ verified: true });
  const { blobs } = tenant.tenant;
  const shared = await blobs.put(new TextEncoder().encode("the policy of two"));
  const { fileName, mediaType } = file;
  await attachFile(context, {
    ...{ secret: touched.secret, purpose: "adopt-policy", fileName, mediaType },
    ...shared,
  });
  // A file that was just handed in may not be noted yet.
  expect(await sweepFiles(tenant.tenant)).toBe(0);
  expect(await blobs.has(sha256)).toBe(true);
  await sweepFiles(tenant.tenant, 1);
  expect(await blobs.has(sha256)).toBe(false);
  expect(await blobs.has(shared.sha256)).toBe(true);
});

test("a renewal that was begun and left alone is begun anew", async () => {
  const { memberId } = await joinedMember(tenant, "Slow River Boats", "slow@river.example");
  tenant.clock.advance(days(310));
  const first = await startRenewal(tenant.context(), memberId);
  tenant.clock.advance(days(31));
  const second = await startRenewal(tenant.context(), memberId);
  expect(second).not.toBe(first);
  const { application } = await readOwnApplication(tenant.context(), { secret: second });
  expect(application).toMatchObject({ kind: "renewal", memberId });
});
