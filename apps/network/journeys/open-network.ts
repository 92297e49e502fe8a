import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveNode } from "@concord/http";
import { loopbackFetch } from "@concord/peer";
import { createLogger } from "@concord/runtime";
import { ensureUiAssets } from "@concord/ui";
import { createFront } from "../src/front.ts";
import type { Instance } from "../src/instances/instance.ts";
import { originOf } from "../src/instances/place.ts";
import { createAway } from "../src/lobby/away.tsx";
import { composeLobby, startedProfiles } from "../src/lobby/compose-lobby.ts";
import { createNetwork } from "../src/network.ts";
import { readNetworkFile } from "../src/network-file.ts";
import { movableClock } from "../test/movable-clock.ts";
import { freePort } from "../test/tenant-program.ts";
import type { TrialNetwork } from "./trial-network.ts";

/** Answers in the place of a state; undefined leaves the request to it. */
export type Hostility = (
  request: Request,
  answer: () => Promise<Response | undefined>,
) => Promise<Response | undefined>;

export interface OpenNetwork extends TrialNetwork {
  readonly clock: ReturnType<typeof movableClock>;
  /** What a state's address answers from now on, whatever the state itself would say. */
  be(code: string, hostility: Hostility): void;
  switchOff(code: string): Promise<void>;
}

/** A trial network in this process, without data: its clock is moved, and the address of a state can be made to lie. */
export async function startOpenNetwork(only: readonly string[], daysAgo: number): Promise<OpenNetwork> {
  const [port, folder] = await Promise.all([freePort(), mkdtemp(join(tmpdir(), "concord-open-"))]);
  const [clock, log, host] = [movableClock(daysAgo), createLogger({ level: "silent" }), "127.0.0.1"];
  const kinds = { fresh: false, empty: true, little: false, processes: false };
  const config = { host, port, dataDir: folder, logLevel: "silent", only, ...kinds };
  const parts = { config, file: readNetworkFile(), clock, log, assets: await ensureUiAssets() };
  const network = createNetwork(parts);
  const liars = new Map<string, Hostility>();
  const instances = [...network.tenants, network.region].map((one) => lyingAs(one, liars));
  const profiles = startedProfiles(network);
  const away = (instance: Instance) => createAway({ ...parts, profiles }, instance);
  const { fetch } = createFront({ port, lobby: composeLobby(parts, network).lobby, instances, away });
  const served = await serveNode({ fetch, port, host, log, graceMs: 1_000 });
  const stop = async () => {
    await network.stop();
    await served.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  await network.start();
  const failed = [...network.tenants, network.region].filter(({ status }) => status.phase !== "ready");
  if (failed.length > 0) {
    await stop();
    throw new Error(`not started: ${failed.map(({ code, status }) => `${code} ${status.problem}`)}`);
  }
  return {
    ...{ port, folder, clock, stop, fetch: loopbackFetch() },
    url: (code, path = "/") => originOf(code, port) + path,
    be: (code, hostility) => void liars.set(code, hostility),
    switchOff: async (code) => await network.tenants.find((one) => one.code === code)?.stop(),
  };
}

function lyingAs(instance: Instance, liars: ReadonlyMap<string, Hostility>): Instance {
  const { code } = instance;
  return {
    code,
    get status() {
      return instance.status;
    },
    start: () => instance.start(),
    stop: () => instance.stop(),
    async fetch(request, env) {
      const answer = async () => await instance.fetch(request, env);
      return await (liars.get(code)?.(request, answer) ?? answer());
    },
  };
}
