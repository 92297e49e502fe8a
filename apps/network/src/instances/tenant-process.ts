import { serveNode } from "@concord/http";
import { closeOnSignal, createLogger, Shutdown, systemClock } from "@concord/runtime";
import { ensureUiAssets } from "@concord/ui";
import { z } from "zod";
import type { ChildMessage } from "./child-process.ts";
import { startTenant } from "./tenant-in-process.ts";

const given = z.object({
  place: z.object({
    code: z.string(),
    origin: z.string(),
    folder: z.string(),
    networkFolder: z.string(),
    empty: z.boolean(),
    lobbyUrl: z.string(),
  }),
  logLevel: z.string(),
});

/** One tenant of the trial as a process of its own, started by the network. */
async function main(): Promise<void> {
  const { place, logLevel } = given.parse(JSON.parse(process.argv[2] ?? "{}"));
  const log = createLogger({ level: logLevel });
  const shutdown = new Shutdown(log);
  closeOnSignal(() => shutdown.close());
  // A parent that was killed closes the channel; nobody is left to serve then.
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  const assets = await ensureUiAssets();
  const running = await startTenant(place, { clock: systemClock, log, assets }, (status) => tell({ status }));
  shutdown.add("tenant", running.close);
  const served = await serveNode({ fetch: running.fetch, port: 0, host: "127.0.0.1", log });
  shutdown.add("http", () => served.close());
  tell({ port: served.port });
}

function tell(message: ChildMessage): void {
  process.send?.(message);
}

main().catch((error: unknown) => {
  tell({ problem: error instanceof Error ? error.message : "unknown" });
  process.exit(1);
});
