import type { Visitor } from "@concord/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;

beforeAll(async () => {
  tenant = await tenantHarness();
});
afterAll(() => tenant.close());

/** The fields of one location as the form posts them; a blank one where no street is given. */
function place(at: number, street = ""): Record<string, string> {
  const filled = { street, city: "Biloxi", region: "MS", postalCode: "39530", countyFips: "28047" };
  const blank = { street: "", city: "", region: "MS", postalCode: "", countyFips: "" };
  const fields = { label: "", ...(street ? filled : blank) };
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [`locations.${at}.${name}`, value]),
  );
}

async function atLocations(): Promise<Visitor> {
  const visitor = tenant.visitor();
  await visitor.open("/join");
  await visitor.submit("/join");
  await visitor.open("/join/locations");
  return visitor;
}

test("a further location that was left blank keeps nobody from going on", async () => {
  const visitor = await atLocations();
  expect(visitor.seen.html).not.toContain("remove-location");
  await visitor.submit("/join/locations", { ...place(0, "1 First Street"), go: "add-location" });
  expect(visitor.text).toContain("Remove location 2");
  await visitor.submit("/join/locations", { ...place(0, "1 First Street"), ...place(1) });
  expect(visitor.seen.path).toBe("/join/contact");
  await visitor.open("/join/locations");
  expect(visitor.text).not.toContain("Location 2");
});

test("a location is removed by its button, and what else was typed stays", async () => {
  const visitor = await atLocations();
  const all = {
    ...place(0, "1 First Street"),
    ...place(1, "2 Second Street"),
    ...place(2, "3 Third Street"),
  };
  await visitor.submit("/join/locations", {
    ...all,
    "locations.2.published": "true",
    go: "remove-location-1",
  });
  expect(visitor.seen.status).toBe(200);
  expect(visitor.seen.html).toContain('value="1 First Street"');
  expect(visitor.seen.html).not.toContain("2 Second Street");
  expect(visitor.seen.html).toMatch(/value="3 Third Street"[^>]*name="locations\.1\.street"/);
  await visitor.open("/join/review");
  expect(visitor.text).toContain("3 Third Street");
  expect(visitor.text).not.toContain("2 Second Street");
});

test("the first location is always asked for", async () => {
  const visitor = await atLocations();
  await visitor.submit("/join/locations", place(0));
  expect(visitor.seen.status).toBe(422);
});

test("the state is chosen by name, the program's own before anybody types, and kept as its two letters", async () => {
  const visitor = await atLocations();
  expect(visitor.seen.html).toContain('<option value="MS" selected="">Mississippi</option>');
  await visitor.submit("/join/locations", { ...place(0, "1 Border Road"), "locations.0.region": "AL" });
  await visitor.open("/es/join/locations");
  expect(visitor.seen.html).toContain('<option value="AL" selected="">Alabama</option>');
  expect(visitor.seen.html).toContain('<option value="MS">Misisipi</option>');
  await visitor.open("/join/review");
  expect(visitor.text).toContain("Biloxi, AL 39530");
});
