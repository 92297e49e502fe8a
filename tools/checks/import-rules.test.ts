import { expect, test } from "vitest";
import { checkout } from "./checkout.ts";
import { imports } from "./import-rules.ts";

const slices = "apps/tenant/src";
const expected: readonly (readonly [string, string, string])[] = [
  [`${slices}/trainings/enrol.ts`, `${slices}/membership/store.ts`, "only through its index.ts"],
  [`${slices}/trainings/tables.ts`, `${slices}/membership/approve.ts`, "only another slice's tables.ts"],
  [`${slices}/membership/api.ts`, `${slices}/membership/store.ts`, "they never reach the store"],
  [`${slices}/membership/office-portal.tsx`, `${slices}/membership/store.ts`, "they never reach the store"],
  [`${slices}/membership/store-frames.ts`, `${slices}/portal/frames.tsx`, "know no pages"],
  [`${slices}/membership/renew.ts`, `${slices}/membership/tables.ts`, "only the store reads tables.ts"],
  [
    `${slices}/membership/store-decals.ts`,
    `${slices}/membership/views/list.tsx`,
    "knows neither the surfaces",
  ],
  [`${slices}/membership/model.ts`, "fs", "model.ts does no I/O"],
  [`${slices}/index.ts`, `${slices}/membership/store.ts`, "SQL stays inside its slice"],
  ["apps/region/src/index.ts", `${slices}/index.ts`, "apps never import each other"],
  ["apps/region/src/index.ts", "packages/testing/src/index.ts", "testing is for tests only"],
  ["apps/network/src/index.ts", "postgres", "only packages/database speaks to the driver"],
  ["packages/runtime/src/up.ts", "packages/database/src/index.ts", "runtime may import only no other part"],
  ["packages/http/src/index.ts", "packages/database/src/index.ts", "http may import only runtime"],
  ["packages/http/src/inner.ts", "packages/runtime/src/now.ts", "through what its exports name"],
  ["packages/http/src/inner.ts", "./gone.ts", "does not resolve"],
  ["packages/ui/src/index.ts", "drizzle-orm", "ui never imports data access"],
  ["packages/federation/src/index.ts", "hono", "federation knows neither Hono nor the database"],
  ["packages/federation/src/about.ts", "packages/federation/src/round.ts", "go round in a circle"],
];

test("every forbidden direction is refused, and nothing else", async () => {
  const { faults } = await imports.run(checkout("imports"));
  const missed = expected.filter(([from, to, why]) => !faults.some((fault) => matches(fault, from, to, why)));
  const surprising = faults.filter(
    (fault) => !expected.some(([from, to]) => fault.startsWith(from) && fault.includes(to)),
  );
  expect({
    missed,
    surprising: surprising.filter((fault) => !/does not resolve|circle/.test(fault)),
  }).toEqual({
    missed: [],
    surprising: [],
  });
});

test("one slice reaching into another's store reads as a sentence", async () => {
  const { faults } = await imports.run(checkout("imports"));
  expect(faults).toContain(
    "apps/tenant/src/trainings/enrol.ts imports apps/tenant/src/membership/store.ts: a slice is used by other slices only through its index.ts.",
  );
});

test("the modules are really read", async () => {
  const { note } = await imports.run(checkout("imports"));
  expect(Number.parseInt(note ?? "0", 10)).toBeGreaterThan(20);
});

function matches(fault: string, from: string, to: string, why: string): boolean {
  return fault.startsWith(from) && fault.includes(to) && fault.includes(why);
}
