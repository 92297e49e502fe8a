import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkout } from "./checkout.ts";
import { forbiddenWords } from "./forbidden-words.ts";
import { messageCatalogs } from "./message-catalogs.ts";
import { fileNames } from "./names.ts";
import { fileSizes, percentile } from "./sizes.ts";
import { stateCodes } from "./state-codes.ts";

test("a file of 301 lines and a test of 401 are too long; 300 lines and messages are not", async () => {
  const { faults } = await fileSizes.run(checkout("sizes"));
  expect(faults).toContain(
    "packages/a/src/long.ts has 301 lines; 300 are allowed. Split it by what it does.",
  );
  expect(faults).toContain(
    "packages/a/src/long.test.ts has 401 lines; 400 are allowed. Split it by what it does.",
  );
  expect(faults.filter((fault) => /enough|messages/.test(fault))).toEqual([]);
});

test("a project of long files fails on its median and its ninth decile", async () => {
  const { faults } = await fileSizes.run(checkout("sizes"));
  expect(faults.join("\n")).toMatch(/The median source file has 300 lines, over 70/);
  expect(faults.join("\n")).toMatch(/One source file in ten has 301 lines or more, over 200/);
  expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.5)).toBe(5);
  expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBe(9);
});

test("names that say nothing, a folder named state and capitals are refused", async () => {
  const { faults } = await fileNames.run(checkout("names"));
  expect(faults.toSorted()).toEqual([
    'apps/region/src/state/list.ts: no folder is named "state"; it reads as application state.',
    'packages/a/src/helpers/dates.ts: "helpers" says nothing of what is inside; name it by what it does.',
    "packages/a/src/mail-Service.ts: file names are kebab-case.",
    'packages/a/src/service.test.ts: "service" says nothing of what is inside; name it by what it does.',
    'packages/a/src/types.ts: "types" says nothing of what is inside; name it by what it does.',
    'packages/a/src/utils.ts: "utils" says nothing of what is inside; name it by what it does.',
  ]);
});

test("a state's code stands only in profiles, tests and trial data", async () => {
  const { faults } = await stateCodes.run(checkout("state-codes"));
  const place = "apps/tenant/src/membership/model.ts";
  expect(faults).toEqual([
    `${place}:1 names the state "zz"; what a state does belongs in apps/tenant/profiles/zz.`,
    `${place}:2 names the state "yy"; what a state does belongs in apps/tenant/profiles/yy.`,
    `${place}:3 names the state "zz"; what a state does belongs in apps/tenant/profiles/zz.`,
  ]);
});

test("a catalog is complete, readable, takes the same values in each language and holds nothing unused", async () => {
  const { faults } = await messageCatalogs.run(checkout("messages"));
  const membership = "apps/tenant/src/membership/messages";
  expect(faults.toSorted()).toEqual([
    "apps/tenant/src/audit/messages/es.ts is missing.",
    `${membership}/en.ts has a message that cannot be read, "broken".`,
    `${membership}/en.ts says "count", which nothing uses.`,
    `${membership}/es.ts has "extra", which English does not.`,
    `${membership}/es.ts lacks "only".`,
    `${membership}/es.ts leaves "broken" empty.`,
    `${membership}/es.ts uses {programa} in "title", English {program}.`,
  ]);
});

test("no registry's host, no path of one machine, no unfinished merge, no test passed over", async () => {
  const root = checkout("documents");
  mkdirSync(join(root, "tools"), { recursive: true });
  const host = ["registry", "npmjs", "org"].join(".");
  const lines = [
    `https://${host}/x`,
    ["", "work", "main"].join("/"),
    `${"<".repeat(7)} HEAD`,
    `test.${"skip"}(`,
  ];
  writeFileSync(join(root, "tools/install.sh"), lines.join("\n"));
  const { faults } = await forbiddenWords.run(root);
  expect(faults).toEqual([
    "tools/install.sh:1 holds a package registry's host; whoever installs chooses it.",
    "tools/install.sh:2 holds a path of one machine.",
    "tools/install.sh:4 holds a test that is passed over or may fail unnoticed.",
    "tools/install.sh:3 holds an unfinished merge.",
  ]);
});
