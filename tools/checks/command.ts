import { spawn } from "node:child_process";
import { join } from "node:path";

export const projectRoot = join(import.meta.dirname, "../..");

export interface Finished {
  readonly code: number;
  readonly output: string;
}

/** Runs one of the project's own tools on this Node and keeps what it says. */
export function runTool(script: string, args: readonly string[], cwd: string): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectRoot, "node_modules", script), ...args], { cwd });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** A tool that fails without naming a fault is itself the fault. */
export function faultsOf(finished: Finished, faults: readonly string[]): readonly string[] {
  if (finished.code === 0 || faults.length > 0) return faults;
  return [finished.output.trim() || `ended with code ${finished.code} and said nothing`];
}
