import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { joinedMember } from "../../test/join.ts";
import { saveDraft } from "./apply.ts";
import { approveApplication } from "./approve.ts";
import { attachFile } from "./attach-file.ts";
import { runMembershipDay } from "./daily.ts";
import { requestInformation } from "./decide.ts";
import { startRenewal } from "./start-renewal.ts";
import { submitApplication } from "./submit.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;

beforeAll(async () => {
  tenant = await tenantHarness();
});
afterAll(() => tenant.close());

async function filledRenewal(memberId: string): Promise<string> {
  const secret = await startRenewal(tenant.context(), memberId);
  const { sha256, size } = await tenant.tenant.blobs.put(new TextEncoder().encode("our policy"));
  const file = { fileName: "policy.pdf", mediaType: "application/pdf", sha256, size };
  await attachFile(tenant.context(), { secret, purpose: "adopt-policy", ...file });
  const commitments = ["adopt-policy", "train-staff", "name-contact", "post-hotline"];
  const form = { commitments, publicRecordRead: true, signature: "Dana Owner" };
  await saveDraft(tenant.context(), { secret, form });
  return secret;
}

test("a renewal handed in on time is not late because the answer to a question came after the end", async () => {
  const { memberId } = await joinedMember(tenant, "Bayou Ferry LLC", "ferry@bayou.example");
  tenant.clock.set("2027-10-30T15:00:00Z");
  const secret = await filledRenewal(memberId);
  const { id: applicationId } = await submitApplication(tenant.context(), { secret });
  await requestInformation(tenant.context(), { applicationId, question: "Which policy is it?" });
  tenant.clock.set("2027-11-15T15:00:00Z");
  await runMembershipDay(tenant.context());
  await submitApplication(tenant.context(), { secret });
  const { member } = await approveApplication(tenant.context(), { applicationId });
  expect(member).toMatchObject({
    id: memberId,
    status: "active",
    validFrom: "2027-11-02",
    validUntil: "2028-11-01",
  });
});

test("a renewal that was never handed in by the last day is too late", async () => {
  const { memberId } = await joinedMember(tenant, "Too Late Inc", "late@late.example");
  tenant.clock.set("2028-11-14T15:00:00Z");
  const secret = await filledRenewal(memberId);
  tenant.clock.set("2028-11-15T15:00:00Z");
  await expect(submitApplication(tenant.context(), { secret })).rejects.toMatchObject({
    code: "membership.renewal-too-late",
  });
});

test("a renewal that names another contact ends what the one before could do", async () => {
  const { memberId, email } = await joinedMember(tenant, "Handed Over Ltd", "first@handed.example");
  expect((await tenant.person(email)).memberIds).toContain(memberId);
  tenant.clock.advance(330 * 86_400_000);
  const secret = await filledRenewal(memberId);
  const contactEmail = "second@handed.example";
  await saveDraft(tenant.context(), { secret, form: { contactEmail } });
  const { id: applicationId } = await submitApplication(tenant.context(), { secret });
  await approveApplication(tenant.context(), { applicationId });
  expect((await tenant.person(email)).memberIds).not.toContain(memberId);
  expect((await tenant.person(contactEmail)).memberIds).toContain(memberId);
});
