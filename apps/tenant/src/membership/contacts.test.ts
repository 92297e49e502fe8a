import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { joinedMember } from "../../test/join.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;

beforeAll(async () => {
  tenant = await tenantHarness();
});
afterAll(() => tenant.close());

test("who is no longer the contact has no desk any more, and keeps every other one", async () => {
  const former = "former@ferry.example";
  const { memberId } = await joinedMember(tenant, "Ferry One", former);
  const other = await joinedMember(tenant, "Ferry Two", former);
  const before = tenant.visitor();
  await before.signIn(former);
  await before.open(`/member/${memberId}/contact`);
  expect(before.text).toContain("the one before no longer can");
  await before.submit(`/member/${memberId}/contact`, {
    contactName: "Nadia New",
    contactEmail: "new@ferry.example",
    contactPhone: "601-555-0142",
    website: "",
    employees: "24",
  });
  expect(before.seen.path).toBe(`/member/${other.memberId}`);
  expect((await before.open(`/member/${memberId}`)).status).toBe(403);
  expect((await before.open(`/member/${other.memberId}`)).status).toBe(200);
  const after = tenant.visitor();
  await after.signIn("new@ferry.example");
  expect((await after.open(`/member/${memberId}`)).status).toBe(200);
});
