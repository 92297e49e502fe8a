import { build, install } from "./install.mjs";
import { environment } from "./places.mjs";
import { runNode } from "./processes.mjs";
import { testAll } from "./test-all.mjs";

const tsx = ["--import", "tsx"];
const network = ["apps/network/dist/main.js"];
const source = [...tsx, "apps/network/src/main.ts"];

/** What each command runs with the project's own Node, once what it needs is installed and, unless it says so, built. */
const programs = {
  start: (args, env) => runNode([...network, "start", ...args], env),
  dev: (args, env) => runNode(["--watch", "--watch-preserve-output", ...source, "start", ...args], env),
  test: (_args, env) => testAll(env),
  soak: (_args, env) => testAll({ ...env, CONCORD_SOAK: "1" }),
  bench: (args, env) => runNode([...tsx, "apps/network/bench/main.ts", ...args], env),
  screens: (args, env) => runNode([...tsx, "apps/network/screens/main.ts", ...args], env),
  check: (args, env) => runNode(["tools/check.ts", ...args], env),
  "check:supply": (args, env) => runNode(["tools/check-supply.ts", ...args], env),
  build: () => 0,
};
const unbuilt = ["check", "check:supply"];

export const commands = Object.keys(programs);

/** Installs and builds what is missing, runs the command and gives its exit code. */
export async function run(command, args) {
  if (!(await install())) return 1;
  if (!unbuilt.includes(command) && !(await build())) return 1;
  return programs[command](args, environment());
}
