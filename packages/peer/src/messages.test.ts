import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { effects } from "@concord/federation";
import { expect, test } from "vitest";
import { messages } from "./messages.ts";

const sources = [import.meta.dirname, join(import.meta.dirname, "../../federation/src")];

function* codesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".ts") || entry.name.includes(".test.")) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), "utf8");
    for (const [, code = ""] of text.matchAll(/DomainError\(\s*"((?:federation|peer)\.[\w-]+)"/g)) yield code;
  }
}

test("every code that the protocol or a member can give is said in every language, with no value to fill in", () => {
  const thrown = sources.flatMap((folder) => [...codesIn(folder)]);
  expect(thrown.length).toBeGreaterThan(20);
  const codes = new Set([...thrown, ...Object.keys(effects).map((reason) => `federation.${reason}`)]);
  for (const locale of ["en", "es"]) {
    const unsaid = [...codes].filter((code) => !messages.find(locale, code));
    expect(unsaid).toEqual([]);
  }
});
