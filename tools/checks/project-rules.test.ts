import { expect, test } from "vitest";
import { biome } from "./biome.ts";
import { checkout } from "./checkout.ts";
import { documentPaths } from "./document-paths.ts";
import { pinnedDependencies } from "./pinned-dependencies.ts";
import { threatTests } from "./threat-tests.ts";
import { typeCheck } from "./type-check.ts";
import { unusedCode } from "./unused-code.ts";

test("a wrong type and an enum do not compile", async () => {
  const { faults } = await typeCheck.run(checkout("types"));
  expect(faults.join("\n")).toMatch(/packages\/a\/src\/wrong\.ts\(1,14\).*not assignable to type 'number'/);
  expect(faults.join("\n")).toMatch(/packages\/a\/src\/enumeration\.ts\(1,13\).*erasableSyntaxOnly/);
});

test("time, chance and environment are refused outside runtime, config.ts and tests", async () => {
  const { faults } = await biome.run(checkout("lint"));
  const refused = faults.filter((fault) => fault.includes("is refused here"));
  const place = "apps/tenant/src/membership/approve.ts";
  expect(refused).toEqual([
    `${place}:1 Date.now is refused here. Take the clock as a parameter and call clock.now(). (plugin)`,
    `${place}:2 new Date() is refused here. Take the clock as a parameter and call clock.now(). (plugin)`,
    `${place}:3 Math.random is refused here. Take the randomness or the ids as a parameter. (plugin)`,
    `${place}:4 process.env is refused here. Read the environment in config.ts and pass the value on. (plugin)`,
    `${place}:5 randomUUID is refused here. Take the ids as a parameter and call ids.next(prefix). (plugin)`,
  ]);
});

test("a function of 51 lines, any, a non-null assertion and loose formatting are refused", async () => {
  const { faults } = await biome.run(checkout("lint"));
  const found = (place: string, rule: string) =>
    faults.filter((fault) => fault.startsWith(place) && fault.includes(rule)).length;
  expect(found("packages/a/src/long-function.ts:1", "noExcessiveLinesPerFunction")).toBe(1);
  expect(found("packages/a/src/any.ts:1", "noNonNullAssertion")).toBe(1);
  expect(found("packages/a/src/any.ts:2", "noExplicitAny")).toBe(1);
  expect(found("packages/a/src/unformatted.ts:1", "format")).toBe(1);
});

test("a path or link that is gone is found with its line", async () => {
  const { faults } = await documentPaths.run(checkout("documents"));
  expect(faults).toEqual([
    "ARCHITECTURE.md:3 cites packages/a/src/gone.ts, which does not exist.",
    "ARCHITECTURE.md:3 cites apps/<name>/src/main.ts, which does not exist.",
    "ARCHITECTURE.md:3 cites docs/lost.md, which does not exist.",
  ]);
});

test("a threat without a test, and with one that is gone, is found with its line", async () => {
  const { faults } = await threatTests.run(checkout("threats"));
  expect(faults).toEqual([
    'docs/security.md:6 names no test for "rollback". Link one in the last cell.',
    'docs/security.md:7 names the test "a page that ends", which ../packages/a/src/endless.test.ts does not have.',
    'docs/security.md:8 names the test "a redirect is not followed", which ../packages/a/src/index.ts does not have.',
  ]);
});

test("unused exports, also from an index, unused files and undeclared packages are found", async () => {
  const { faults } = await unusedCode.run(checkout("unused"));
  expect(faults).toEqual(
    expect.arrayContaining([
      "apps/a/src/orphan.ts is used by nothing",
      "packages/b/src/named.ts exports what nothing uses: unusedInFile",
      "packages/b/src/index.ts exports what nothing uses: unusedFromIndex",
      "apps/a/package.json declares a dependency that nothing uses: zod",
      "apps/a/src/main.ts imports a package that its package.json does not declare: pino",
    ]),
  );
  expect(faults.join("\n")).not.toMatch(/: used$/m);
});

test("a range, a tag and a version outside the catalog are refused", async () => {
  const { faults } = await pinnedDependencies.run(checkout("pinned"));
  expect(faults).toEqual([
    'pnpm-workspace.yaml: zod is "^4.6.7"; pin one exact version.',
    'pnpm-workspace.yaml: typescript-7 is "npm:typescript@latest"; pin one exact version.',
    'package.json: tsx is "4.23.15"; write "catalog:" and pin it in pnpm-workspace.yaml.',
  ]);
});
