import { expect, test } from "vitest";
import { judgeAudit } from "./advisories.ts";
import { judgeLicences } from "./licences.ts";
import { satisfies } from "./spdx.ts";

const installed = (name: string, license: string) => ({ name, versions: ["1.0.0"], license });

test("a licence that is not on the list is refused by name", () => {
  const { refused } = judgeLicences([
    installed("good", "MIT"),
    installed("bad", "AGPL-3.0-only"),
    installed("silent", "Unknown"),
  ]);
  expect(refused).toEqual([
    "bad 1.0.0 is under AGPL-3.0-only, which tools/supply/licences.json does not allow.",
    "silent 1.0.0 is under Unknown, which tools/supply/licences.json does not allow.",
  ]);
});

test("an exception holds for its package and its licence only", () => {
  expect(judgeLicences([installed("@img/sharp-libvips-linux-x64", "LGPL-3.0-or-later")]).refused).toEqual([]);
  expect(judgeLicences([installed("@img/sharp-libvips-linux-x64", "GPL-3.0-only")]).refused).toHaveLength(1);
  expect(judgeLicences([installed("other", "LGPL-3.0-or-later")]).refused).toHaveLength(1);
});

test("an empty tree does not pass", () => {
  expect(judgeLicences([]).refused).toEqual(["no package was found; install first."]);
});

test("of an expression, one side of OR is enough and AND needs both", () => {
  const accepts = (id: string) => ["MIT", "ISC"].includes(id);
  expect(satisfies("(MIT OR GPL-3.0-only)", accepts)).toBe(true);
  expect(satisfies("MIT AND GPL-3.0-only", accepts)).toBe(false);
  expect(satisfies("GPL-3.0-only OR (MIT AND ISC)", accepts)).toBe(true);
  expect(satisfies("MIT WITH something", accepts)).toBe(false);
  expect(satisfies("(MIT", accepts)).toBe(false);
  expect(satisfies("", accepts)).toBe(false);
});

test("an advisory is open, none is clean, and no answer is neither", () => {
  const answer = (vulnerabilities: object) => JSON.stringify({ metadata: { vulnerabilities } });
  expect(judgeAudit(answer({ low: 0, high: 2 }))).toEqual({ state: "open", text: "2 high" });
  expect(judgeAudit(answer({ low: 0, high: 0 })).state).toBe("clean");
  const refused = judgeAudit("Error: ERR_PNPM_AUDIT_BAD_RESPONSE\n × responded with 405:");
  expect(refused.state).toBe("unknown");
  expect(refused.text).toContain("ERR_PNPM_AUDIT_BAD_RESPONSE, responded with 405");
});
