import { loadProfile } from "@concord/tenant";
import { expect, test } from "vitest";
import { readNetworkFile } from "../network-file.ts";
import { placesOf } from "./places.ts";
import { planMembers } from "./plan-members.ts";
import { chanceFrom } from "./random.ts";

const codes = readNetworkFile().tenants;

test.each(codes)("the places of %s lie in its counties", (code) => {
  const profile = loadProfile(code);
  const places = placesOf(profile);
  const chance = chanceFrom("a test");
  const fips = new Set(profile.counties.map((county) => county.fips));
  const picked = Array.from({ length: 200 }, () => places.pick(chance));
  expect(picked.every((place) => fips.has(place.countyFips))).toBe(true);
  expect(new Set(picked.map(({ city }) => city)).size).toBeGreaterThan(8);
  expect(places.phone(chance)).toMatch(/^\d{3}-555-01\d\d$/);
  expect(places.zip(chance)).toMatch(/^\d{5}$/);
});

test.each(codes)("the plan of %s is the same each time, names nobody twice and waits somewhere", (code) => {
  const profile = loadProfile(code);
  const plan = () => planMembers(profile, 170, "2025-08-01", "2026-11-02");
  const planned = plan();
  expect(planned).toEqual(plan());
  const names = planned.map(({ form }) => form.legalName);
  expect(new Set(names).size).toBe(names.length);
  expect(planned.filter(({ decision }) => decision === undefined).length).toBeGreaterThan(2);
  expect(planned.every(({ appliedOn }) => appliedOn >= "2025-08-01" && appliedOn < "2026-11-02")).toBe(true);
  const known = planned.filter(({ form }) => form.contactEmail === `member@${code}.example`);
  expect(known).toHaveLength(1);
  expect(known[0]?.decision?.kind).toBe("approve");
});
