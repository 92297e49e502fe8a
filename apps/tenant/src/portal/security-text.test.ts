import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;

beforeAll(async () => {
  tenant = await tenantHarness({ now: "2026-11-02T15:00:00Z" });
});
afterAll(() => tenant.close());

test("security.txt names the office's address, and never one that has expired", async () => {
  const read = async () =>
    tenant.instance.fetch(new Request("http://tenant.localhost/.well-known/security.txt"));
  const response = await read();
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toMatch(/^text\/plain; ?charset=UTF-8$/);
  const [notice, ...fields] = (await response.text()).trimEnd().split("\n");
  expect(notice).toMatch(/^# Demonstration/);
  expect(fields).toEqual([
    "Contact: mailto:program@ms.example",
    "Expires: 2027-01-31T15:00:00.000Z",
    "Preferred-Languages: en, es",
    "Canonical: http://tenant.localhost/.well-known/security.txt",
  ]);
  tenant.clock.advance(200 * 86_400_000);
  expect(await (await read()).text()).toContain("Expires: 2027-08-19T");
});
