import { serveNode } from "@concord/http";
import {
  ConfigError,
  closeOnSignal,
  createLogger,
  DomainError,
  Shutdown,
  systemClock,
} from "@concord/runtime";
import { ensureUiAssets } from "@concord/ui";
import { readNetworkConfig, usage } from "./config.ts";
import { claimDataFolder } from "./data-folder.ts";
import { createFront } from "./front.ts";
import { originOf } from "./instances/place.ts";
import { createAway } from "./lobby/away.tsx";
import { composeLobby, startedProfiles } from "./lobby/compose-lobby.ts";
import { createNetwork } from "./network.ts";
import { readNetworkFile } from "./network-file.ts";
import { explain } from "./start-errors.ts";

/** What of the five seconds after Ctrl-C belongs to requests in flight. */
const requestsMs = 1_000;

/** `start`: the whole network on this machine, from the lobby on. */
async function start(args: readonly string[]): Promise<void> {
  const file = readNetworkFile();
  const config = readNetworkConfig(args, file.tenants);
  const log = createLogger({ level: config.logLevel });
  const shutdown = new Shutdown(log);
  const release = await claimDataFolder(config.dataDir, config);
  shutdown.add("data folder", release);
  let ending = false;
  closeOnSignal(() => {
    ending = true;
    return shutdown.close();
  });
  try {
    const { port, host } = config;
    const parts = { config, file, clock: systemClock, log, assets: await ensureUiAssets() };
    const network = createNetwork(parts);
    const { lobby, bar } = composeLobby(parts, network);
    shutdown.add("network", () => network.stop());
    const instances = [...network.tenants, network.region];
    const profiles = startedProfiles(network);
    const away = (instance: (typeof instances)[number]) => createAway({ ...parts, profiles }, instance);
    const { fetch } = createFront({ port, lobby, instances, away, ...(bar ? { bar } : {}) });
    const served = await serveNode({ fetch, port, host, log, graceMs: requestsMs });
    shutdown.add("http", () => served.close());
    process.stdout.write(`The lobby is at ${originOf("", port)}\n`);
    await network.start();
    if (!ending) process.stdout.write("Every instance was started. Press Ctrl-C to stop.\n");
  } catch (error) {
    await shutdown.close();
    throw error;
  }
}

const [command = "start", ...args] = process.argv.slice(2);
const commands: Record<string, (args: readonly string[]) => Promise<void>> = { start };
const run = commands[command];
if (!run) {
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}
run(args).catch((error: unknown) => {
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n\n${usage}\n`);
  else if (error instanceof DomainError) process.stderr.write(`${explain(error)}\n`);
  else createLogger().fatal({ err: error }, "the network could not start");
  process.exit(1);
});
