import { expect, test } from "vitest";
import { vectorChecks } from "../test/vector-checks.ts";
import * as protocol from "./index.ts";

const checks = vectorChecks();

for (const { name, expected, actual } of checks) {
  test(name, async () => expect(await actual(protocol)).toEqual(expected));
}

test("no two vectors have one name", () => {
  expect(new Set(checks.map(({ name }) => name)).size).toBe(checks.length);
});

/** What no check of bytes alone can give, and why; the tests of `packages/peer` hold these. */
const elsewhere = {
  "registry-expired": "needs the time at which an entry takes effect: held back, not refused",
  "blob-mismatch": "a blob is hashed as it streams in",
  unsupported: "each member knows other kinds and schemas",
  "replayed-request": "needs the memory of requests already taken",
  unreachable: "needs a server that does not answer",
};

test("every reason that a check of bytes alone can give has a vector", () => {
  const given = JSON.stringify(checks.map(({ expected }) => expected));
  const missing = Object.keys(protocol.effects).filter((one) => !given.includes(`"${one}"`));
  expect(missing.toSorted()).toEqual(Object.keys(elsewhere).toSorted());
});
