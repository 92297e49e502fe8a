import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EmbeddedServer, startEmbeddedServer } from "@concord/database";
import { createLogger } from "@concord/runtime";

export const quiet = createLogger({ level: "silent" });

/** A server on a throw-away folder. */
export async function startServer(): Promise<EmbeddedServer> {
  const folder = await mkdtemp(join(tmpdir(), "concord-database-"));
  const server = await startEmbeddedServer({ folder, durable: false, log: quiet });
  return {
    ...server,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
