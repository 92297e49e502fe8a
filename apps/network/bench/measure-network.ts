import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, Program, until } from "../test/tenant-program.ts";
import { type Measure, timed, treeMemory, within } from "./measure.ts";
import { untilUndone } from "./undo.ts";

/** What the network must not take longer, or more. */
const limits = { coldSeconds: 120, warmSeconds: 15, mebibytes: 3 * 1_024 };
/** A start that takes longer than it may is measured, not given up. */
const patienceMs = 600_000;
const command = ["node", "apps/network/dist/main.js", "start"];

/** All states and the region as `npm start` runs them: with no data yet, on their own data, and what they then take. */
export async function measureNetwork(): Promise<Measure[]> {
  const folder = await mkdtemp(join(tmpdir(), "concord-bench-network-"));
  const port = await freePort();
  const env = { ORIGIN: `http://localhost:${port}`, PORT: String(port), DATA_DIR: folder };
  let program: Program | undefined;
  const clear = untilUndone(async () => {
    await program?.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });
  const start = async () => {
    const started = new Program({ command, env });
    program = started;
    await until(async () => {
      if (!started.running) throw new Error(`the network ended: ${started.said}`);
      const answer = await started.fetch("/readyz").catch(() => undefined);
      return answer?.status === 200;
    }, patienceMs);
  };
  try {
    const memoryNow = () => treeMemory(program?.child.pid ?? 0);
    const cold = await timed(start);
    const filled = memoryNow();
    await program?.stop();
    const warm = await timed(start);
    const rested = memoryNow();
    return [
      within("cold start of the whole network, with trial data", cold, "s", limits.coldSeconds),
      within("warm start of the whole network", warm, "s", limits.warmSeconds),
      ...(filled === undefined || rested === undefined
        ? []
        : [
            within("memory of the whole network, just filled", filled, "MiB PSS", limits.mebibytes),
            within("memory of the whole network, warm", rested, "MiB PSS", limits.mebibytes),
          ]),
    ];
  } finally {
    await clear();
  }
}
