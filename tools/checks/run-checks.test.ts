import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runChecks } from "./run-checks.ts";

const well = { name: "well", run: async () => ({ faults: [], note: "3 seen" }) };
const ill = { name: "ill", run: async () => ({ faults: ["a.ts is wrong", "b.ts\nis too"] }) };
const broken = {
  name: "broken",
  run: async () => {
    throw new Error("no such tool");
  },
};

test("every fault is printed, and a check that cannot run has failed", async () => {
  const lines: string[] = [];
  const summary = await runChecks("/", [well, ill, broken], (line) => lines.push(line));
  expect(summary).toEqual({ passed: 1, failed: ["ill", "broken"] });
  expect(lines).toEqual([
    "ok    well (3 seen)",
    "FAIL  ill: 2",
    "        a.ts is wrong",
    "        b.ts\n        is too",
    "FAIL  broken: 1",
    "        could not run: no such tool",
    "2 of 3 checks failed.",
  ]);
});

test("all well is said in words", async () => {
  const lines: string[] = [];
  expect(await runChecks("/", [well], (line) => lines.push(line))).toEqual({ passed: 1, failed: [] });
  expect(lines.at(-1)).toBe("All checks passed.");
});

test("every check that is written is run by `pnpm check`", () => {
  const run = readFileSync(join(import.meta.dirname, "../check.ts"), "utf8");
  const list = /const checks[^=]*= \[([^\]]*)\]/.exec(run)?.[1] ?? "";
  const listed = list.split(",").map((name) => name.trim());
  const written = readdirSync(import.meta.dirname).flatMap((file) => {
    const source = readFileSync(join(import.meta.dirname, file), "utf8");
    return [...source.matchAll(/^export const (\w+): Check =/gm)].map((match) => match[1]);
  });
  expect(written.length).toBeGreaterThan(8);
  for (const name of written) expect(listed).toContain(name);
});
