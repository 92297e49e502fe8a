import { serveNode } from "@concord/http";
import {
  closeOnSignal,
  createLogger,
  DomainError,
  type Logger,
  Shutdown,
  systemClock,
} from "@concord/runtime";
import { ensureUiAssets } from "@concord/ui";
import { z } from "zod";
import type { ChildMessage } from "./child-process.ts";
import type { Place } from "./place.ts";
import { startTenant } from "./tenant-in-process.ts";

const given = z.object({
  place: z.object({
    code: z.string(),
    origin: z.string(),
    folder: z.string(),
    networkFolder: z.string(),
    empty: z.boolean(),
    little: z.boolean(),
    lobbyUrl: z.string(),
  }),
  logLevel: z.string(),
});

/** One tenant of the trial as a process of its own, started by the network. */
async function main(place: Place, log: Logger): Promise<void> {
  const shutdown = new Shutdown(log);
  const giveUp = new AbortController();
  const starting = boot(place, log, giveUp.signal);
  shutdown.add("tenant", async () => {
    giveUp.abort();
    await (await starting.catch(() => undefined))?.close();
  });
  // Less than the parent waits, so that a start that does not give up leaves nothing behind either.
  closeOnSignal(() => shutdown.close(), 3_000);
  // A parent that was killed closes the channel; nobody is left to serve then.
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  const { fetch } = await starting;
  const served = await serveNode({ fetch, port: 0, host: "127.0.0.1", log, graceMs: 1_000 });
  shutdown.add("http", () => served.close());
  tell({ port: served.port });
}

async function boot(place: Place, log: Logger, signal: AbortSignal) {
  const shared = { clock: systemClock, log, assets: await ensureUiAssets() };
  return startTenant(place, shared, (status) => tell({ status }), signal);
}

function tell(message: ChildMessage, then?: () => void): void {
  process.send?.(message, undefined, undefined, then);
}

const { place, logLevel } = given.parse(JSON.parse(process.argv[2] ?? "{}"));
const log = createLogger({ level: logLevel });
main(place, log).catch((err: unknown) => {
  log.fatal({ err }, "the tenant could not start");
  tell({ problem: err instanceof DomainError ? err.code : "unexpected" }, () => process.exit(1));
});
