import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loopbackFetch } from "@concord/peer";

export interface TrialNetwork {
  readonly port: number;
  readonly folder: string;
  /** The address of a state, of the region, or of the lobby (`""`). */
  url(code: string, path?: string): string;
  fetch(url: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

export interface TrialNetworkOptions {
  readonly only?: readonly string[];
  readonly processes?: boolean;
  /** With trial data, all of it or a little; only the people one can sign in as, unless given. */
  readonly filled?: boolean | "a little";
}

const startMs = 400_000;

/** Starts a network as `npm start` does, on a free port and in a folder of its own, and waits until all are ready. */
export async function startTrialNetwork(options: TrialNetworkOptions = {}): Promise<TrialNetwork> {
  const [port, folder] = await Promise.all([freePort(), mkdtemp(join(tmpdir(), "concord-journey-"))]);
  const flags = [
    ...(options.only ? ["--only", options.only.join(",")] : []),
    ...(options.processes ? ["--processes"] : []),
    ...(options.filled ? [] : ["--empty"]),
    ...(options.filled === "a little" ? ["--little"] : []),
  ];
  const root = join(import.meta.dirname, "../../..");
  const child = spawn(process.execPath, ["apps/network/dist/main.js", "start", ...flags], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATA_DIR: folder },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const fetch = loopbackFetch();
  const network: TrialNetwork = {
    port,
    folder,
    fetch,
    url: (code, path = "/") => `http://${code ? `${code}.` : ""}localhost:${port}${path}`,
    async stop() {
      await ended(child);
      // On a busy machine the database server ends a little later than the network, and still writes.
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
  try {
    await untilReady(network, child);
  } catch (error) {
    await network.stop();
    throw error;
  }
  return network;
}

async function untilReady(network: TrialNetwork, child: ChildProcess): Promise<void> {
  const late = Date.now() + startMs;
  let said = "";
  while (Date.now() < late) {
    if (child.exitCode !== null) throw new Error(`the network ended with ${child.exitCode}`);
    const response = await network.fetch(network.url("", "/readyz")).catch(() => undefined);
    if (response?.status === 200) return;
    said = (await response?.text()) ?? said;
    if (said.includes('"failed"')) throw new Error(`an instance failed: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`the network was not ready in time: ${said}`);
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const kill = setTimeout(() => child.kill("SIGKILL"), 10_000);
    child.once("exit", () => {
      clearTimeout(kill);
      resolve();
    });
    child.kill("SIGINT");
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
