import { install } from "./install.mjs";
import { environment } from "./places.mjs";
import { runNode } from "./processes.mjs";
import { testAll } from "./test-all.mjs";

const network = ["--import", "tsx", "apps/network/src/main.ts"];

/** Installs and builds what is missing, runs the command and gives its exit code. */
export async function run(command, args) {
  if (!(await install())) return 1;
  const env = environment();
  switch (command) {
    case "start":
      return runNode([...network, "start", ...args], env);
    case "dev":
      return runNode(["--watch", "--watch-preserve-output", ...network, "start", ...args], env);
    case "bench":
      return runNode([...network, "bench", ...args], env);
    case "soak":
      return testAll({ ...env, CONCORD_SOAK: "1" });
    default:
      return testAll(env);
  }
}
