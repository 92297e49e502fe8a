import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { joinedMember } from "../../test/join.ts";
import { listAudit } from "../audit/index.ts";
import { revokeMembership } from "./change-status.ts";
import { readMember } from "./list.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;

beforeAll(async () => {
  tenant = await tenantHarness();
  await tenant.officer("olive@office.example");
});
afterAll(() => tenant.close());

test("revoking sends the letter that states the grounds, and keeps the office's note out of it", async () => {
  const { memberId, email } = await joinedMember(tenant, "Revoked Rail Co", "rita@rail.example");
  const office = tenant.visitor();
  await office.signIn("olive@office.example");
  await office.open(`/office/members/${memberId}`);
  await office.submit(`/office/members/${memberId}/revoke`, { note: "Told by a neighbour." });
  expect(office.seen.status).toBe(422);
  const grounds = "The training was never offered.";
  await office.submit(`/office/members/${memberId}/revoke`, { grounds, note: "Told by a neighbour." });
  expect(office.text).toContain("Done: The membership is revoked.");

  const { member, letters } = await readMember(tenant.context(), { memberId });
  expect(member.status).toBe("revoked");
  const letter = letters.at(-1);
  expect(letter).toMatchObject({ kind: "revocation", reference: member.number });
  expect(letter?.body).toContain(grounds);
  expect(letter?.body).not.toContain("neighbour");
  const contact = tenant.visitor();
  await contact.open(`/mailbox?to=${encodeURIComponent(email)}`);
  expect(contact.text).toContain("The membership of Revoked Rail Co has ended");
  const lines = await listAudit(tenant.context(), { subject: { kind: "member", id: memberId } });
  expect(JSON.stringify(lines)).toContain(grounds);
});

test("a revocation that cannot send its letter does not happen", async () => {
  const { memberId } = await joinedMember(tenant, "Kept Kayaks", "kay@kayak.example");
  await tenant.asOwner("alter table membership_letters add constraint full_up check (false) not valid");
  const revoke = revokeMembership(tenant.context(), { memberId, grounds: "A ground." });
  await expect(revoke).rejects.toThrow();
  expect((await readMember(tenant.context(), { memberId })).member.status).toBe("active");
});
