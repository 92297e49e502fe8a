import { execFileSync } from "node:child_process";
import { projectRoot } from "./tenant-program.ts";

/** Programs run as they are delivered, so they are built first; done in a moment when nothing changed. */
export function setup(): void {
  execFileSync(process.execPath, ["tools/run.mjs", "build"], { cwd: projectRoot, stdio: "inherit" });
}
