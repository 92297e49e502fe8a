import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bodyJsonSchemas } from "./json-schemas.ts";
import { bodySchemas } from "./parse.ts";

const folder = join(import.meta.dirname, "../schemas");

test("the committed schemas are what the code checks bodies by", () => {
  const made = bodyJsonSchemas();
  expect(readdirSync(folder).sort()).toEqual(Object.keys(made).sort());
  for (const [file, text] of Object.entries(made)) {
    const committed: unknown = JSON.parse(readFileSync(join(folder, file), "utf8"));
    expect(committed, "run: pnpm --filter @concord/content body-schemas").toEqual(JSON.parse(text));
  }
});

test("each names the schema that a body of its kind carries", () => {
  for (const [file, text] of Object.entries(bodyJsonSchemas())) {
    const kind = file.replace(".schema.json", "");
    expect(JSON.parse(text).properties.schema.const).toBe(`concord.${kind}/1`);
  }
  expect(Object.keys(bodySchemas)).toEqual(expect.arrayContaining(["training", "series", "toolkit"]));
});
