import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { joinedMember } from "../../test/join.ts";
import { ensurePerson } from "./ensure-person.ts";
import { grantRole } from "./grant-role.ts";
import { listPeople } from "./list-people.ts";
import { can, officeScopes, permissions } from "./permissions.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;

beforeAll(async () => {
  tenant = await tenantHarness();
});
afterAll(() => tenant.close());

test("an officer finds people by name or address, and ends one role for one membership", async () => {
  const context = tenant.context();
  const { memberId: firm } = await joinedMember(tenant, "Harbor Motel LLC", "harbor@firm.example");
  const person = await tenant.person("rita@firm.example", "Rita 100% Two-Firms");
  const personId = person.personId ?? "";
  const elsewhere = "mem_00000000000070008000000000000000";
  for (const memberId of [firm, elsewhere]) await grantRole(context, { personId, role: "member", memberId });
  await tenant.officer("olive@office.example");
  tenant.clock.advance(60_000);
  const visitor = tenant.visitor();
  await visitor.signIn("olive@office.example", "/office/people");
  await visitor.open("/office/people?q=100%25%20two");
  expect(visitor.text).toContain("rita@firm.example");
  expect(visitor.text).toContain("Member’s person for Harbor Motel LLC");
  expect(visitor.text).not.toContain("perla@office.example");
  await visitor.open("/office/people?q=nobody-of-this-name");
  expect(visitor.text).toContain("Nobody found");
  await visitor.open("/office/people?q=RITA@firm");
  await visitor.submit(`/office/people/${personId}/revoke`);
  expect((await tenant.person("rita@firm.example")).memberIds).toEqual([elsewhere]);
  await visitor.open(`/office/audit?about=person/${personId}`);
  expect(visitor.text).toContain("identity.role-revoked");
  expect(visitor.text).toContain(firm);
});

test("everybody is listed a page at a time, nobody twice", async () => {
  const context = tenant.context();
  for (let n = 0; n < 30; n++)
    await ensurePerson(context, { email: `many-${n}@example.com`, name: "Many", locale: "en" });
  const seen: string[] = [];
  let after: { name: string; id: string } | undefined;
  do {
    const { people, next } = await listPeople(context, { limit: 7, ...(after ? { after } : {}) });
    seen.push(...people.map(({ id }) => id));
    after = next;
  } while (after);
  expect(new Set(seen).size).toBe(seen.length);
  const rows = await tenant.tenant.database.sql`select count(*)::int as n from people`;
  expect(seen).toHaveLength(rows[0]?.n);
});

test("the form offers the scopes that a call of the API asks for, and that a system of the office can use", async () => {
  const response = await tenant.instance.fetch(new Request("http://tenant.localhost/api/openapi.json"));
  const asked = [...(await response.text()).matchAll(/\(scope ([a-z]+:[a-z]+)/g)].map(
    ([, scope = ""]) => scope,
  );
  const usable = permissions.filter(
    (scope) =>
      asked.includes(scope) &&
      can({ kind: "token", id: "tok", roles: ["officer"], memberIds: [], scopes: [scope] }, scope),
  );
  expect([...officeScopes]).toEqual(usable);
});
