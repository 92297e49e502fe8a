import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { inRoot } from "./places.mjs";
import { runNode } from "./processes.mjs";
import { countChecks, countTests, sum } from "./totals.mjs";

const vitest = ["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json"];

const cores = availableParallelism();

/** Tests that start processes spend much of their time waiting for them. The start is held to its times, alone. */
const groups = [
  [
    "Tests",
    "tests",
    [`--maxWorkers=${cores + 1}`, "--no-isolate", "--project=!journeys", "--project=!start"],
  ],
  ["Journeys in a browser", "journeys", [`--maxWorkers=${cores}`, "--project=journeys"]],
  ["The start of the network", "start", ["--project=start"]],
];

/** Checks, then every test, then the journeys and the start; goes on after a failure, and ends with one line that counts all. */
export async function testAll(env) {
  const folder = inRoot(".data/test");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const counts = `${folder}/counts.jsonl`;
  const testing = { ...env, NODE_ENV: "test", CONCORD_COUNTS: counts };
  const soaking = env.CONCORD_SOAK === "1";

  heading("Checks");
  const checks = `${folder}/checks.json`;
  const parts = [countChecks(read(checks, await runNode(["tools/check.ts", checks], testing)))];
  for (const [title, name, projects] of groups) {
    heading(title);
    const file = `${folder}/${name}.json`;
    const code = await runNode([...vitest, `--outputFile.json=${file}`, ...projects], testing);
    parts.push(countTests(title, read(file, code)));
  }
  return report(sum(parts), soaking, counts);
}

function heading(title) {
  console.log(`\n== ${title} ==`);
}

/** A part that was stopped or broke before it wrote its result has no content. */
function read(file, code) {
  return { code, content: existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined };
}

function report({ passed, failed, skipped, notes }, soaking, counts) {
  heading("Result");
  console.log(soaking ? "Full counts (soak)." : "Reduced counts; `pnpm soak` runs the full ones.");
  if (existsSync(counts)) {
    const lines = new Set(readFileSync(counts, "utf8").trim().split("\n"));
    for (const { name, used, full } of [...lines].map((line) => JSON.parse(line))) {
      console.log(`  ${name}: ${used}${used === full ? "" : ` of ${full}`}`);
    }
  }
  for (const note of notes) console.log(note);
  if (passed === 0) console.log("NOTHING WAS TESTED: no check and no test passed.");
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  return failed > 0 || passed === 0 ? 1 : 0;
}
