import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { projectRoot } from "./command.ts";

const fixtures = join(projectRoot, "tools/fixtures");
const configuration = ["biome.json", "tsconfig.json", "knip.json", ".gitignore", "tools/lint"];

/** A bad project in a folder of its own, under the real configuration, gone after the test. */
export function checkout(fixture: string): string {
  const folder = mkdtempSync(join(tmpdir(), "concord-check-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(fixtures, fixture), folder, { recursive: true });
  for (const path of configuration) cpSync(join(projectRoot, path), join(folder, path), { recursive: true });
  symlinkSync(join(projectRoot, "node_modules"), join(folder, "node_modules"));
  return folder;
}
