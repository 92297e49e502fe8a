import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const project = resolve(import.meta.dirname, "../../..");

/** The program as it is delivered, under the name that people call it by, and an empty folder to use it in. */
export function buildProgram() {
  const folder = mkdtempSync(join(tmpdir(), "concord-program-"));
  const room = join(folder, "room");
  mkdirSync(room);
  const sources = [join(project, "tools/bundle.ts"), join(project, "apps/ceremonies/src/main.ts")];
  execFileSync(process.execPath, sources, { cwd: folder });
  const concord = join(folder, "concord");
  writeFileSync(concord, `#!/bin/sh\nexec "${process.execPath}" "${folder}/dist/main.js" "$@"\n`);
  chmodSync(concord, 0o755);
  const remove = () => rmSync(folder, { recursive: true });
  return { folder, room, concord, remove };
}
