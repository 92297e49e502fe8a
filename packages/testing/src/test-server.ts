import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedServer } from "@concord/database";
import { createLogger } from "@concord/runtime";

/** Where tests find the server: URLs whose database is still to be named. */
export interface TestServerUrls {
  readonly owner: string;
  readonly app: string;
}

export const databasePlaceholder = "DATABASE";

interface Lease {
  readonly urls: TestServerUrls;
  stop(): Promise<void>;
}

interface Shared {
  users: number;
  lease: Promise<Lease>;
}

const key = Symbol.for("concord.testing.server");

/** Vitest loads a global setup anew for every project, so the one server of a run hangs on the process. */
const shared: typeof globalThis & { [key]?: Shared } = globalThis;

/** The run's server, started by whoever comes first and stopped by whoever leaves last. */
export async function leaseTestServer(): Promise<{ urls: TestServerUrls; release(): Promise<void> }> {
  shared[key] ??= { users: 0, lease: start() };
  const mine = shared[key];
  mine.users += 1;
  const { urls, stop } = await mine.lease;
  const release = async () => {
    mine.users -= 1;
    if (mine.users > 0) return;
    delete shared[key];
    await stop();
  };
  return { urls, release };
}

async function start(): Promise<Lease> {
  const folder = await mkdtemp(join(tmpdir(), "concord-test-"));
  const server = await startEmbeddedServer({ folder, durable: false, log: createLogger({ level: "error" }) });
  return {
    urls: {
      owner: server.url(databasePlaceholder, "owner"),
      app: server.url(databasePlaceholder, "app"),
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
