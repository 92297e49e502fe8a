import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commands } from "./commands.mjs";

const run = join(import.meta.dirname, "../run.mjs");

test("an unknown command is answered with the known ones", () => {
  const { status, stderr } = spawnSync(process.execPath, [run, "nonsense"], { encoding: "utf8" });
  expect(status).toBe(1);
  expect(stderr).toContain("npm run start, npm run dev, npm run test");
});

test("a Node that is too old is told so in one sentence", () => {
  const old = 'Object.defineProperty(process, "versions", { value: { node: "18.20.4" } })';
  const args = ["--import", `data:text/javascript,${encodeURIComponent(old)}`, run, "start"];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect(status).toBe(1);
  expect(stderr.trim()).toMatch(
    /^Concord needs Node 20 or newer to start; .* Install a newer Node and try again\.$/,
  );
});

test("every script goes through the launcher, so that it runs with the project's own Node on any newer one", () => {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8"));
  expect(Object.values(scripts)).toEqual(Object.keys(scripts).map((name) => `node tools/run.mjs ${name}`));
  expect(Object.keys(scripts).toSorted()).toEqual(commands.toSorted());
});
