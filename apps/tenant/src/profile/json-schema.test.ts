import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { profileJsonSchema } from "./json-schema.ts";
import { profileCodes, profilesFolder } from "./load-profile.ts";

test("the committed schema is the current one", () => {
  const committed: unknown = JSON.parse(readFileSync(join(profilesFolder, "profile.schema.json"), "utf8"));
  expect(committed, "run: pnpm --filter @concord/tenant profile-schema").toEqual(
    JSON.parse(profileJsonSchema()),
  );
});

test("every profile tells editors where the schema is", () => {
  for (const code of profileCodes()) {
    const [first] = readFileSync(join(profilesFolder, code, "profile.yaml"), "utf8").split("\n");
    expect(first).toBe("# yaml-language-server: $schema=../profile.schema.json");
  }
});
