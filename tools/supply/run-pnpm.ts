import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Runs the pinned pnpm; `output` is what it wrote to standard output, or its complaint when that is empty. */
export function runPnpm(root: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return new Promise((resolve, reject) => {
    const child = spawn("npx", ["--yes", "--prefer-offline", packageManager, ...args], { cwd: root });
    const said = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (text: string) => {
        said[name] += text;
      });
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output: said.stdout.trim() || said.stderr }));
  });
}
