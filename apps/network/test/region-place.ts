import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveNode } from "@concord/http";
import { loopbackFetch, type TrialMember } from "@concord/peer";
import { bootRegion, loadRegionKeys } from "@concord/region";
import { createLogger, Shutdown, systemClock } from "@concord/runtime";
import { ensureUiAssets } from "@concord/ui";
import { freePort } from "./tenant-program.ts";

const log = createLogger({ level: "error" });

/** A folder, a port and an address for the region of a trial, served by this process. */
export async function regionPlace() {
  const folder = await mkdtemp(join(tmpdir(), "concord-region-"));
  const port = await freePort();
  const place = { code: "region", name: "Southeast", origin: `http://region.localhost:${port}`, folder };
  const { feed } = await loadRegionKeys(join(folder, "keys"));
  const { code, name, origin: baseUrl } = place;
  const member: TrialMember = { code, name, baseUrl, roles: ["region"], key: feed.publicJwk };
  const shutdown = new Shutdown(log);
  return {
    member,
    origin: place.origin,
    async start(networkFolder: string) {
      const parts = { clock: systemClock, log, assets: await ensureUiAssets(), fetch: loopbackFetch() };
      const booted = await bootRegion({ ...place, networkFolder }, parts);
      shutdown.add("region", booted.close);
      const served = await serveNode({ fetch: booted.instance.fetch, port, host: "127.0.0.1", log });
      shutdown.add("http", () => served.close());
      await booted.instance.startWorker();
    },
    async remove() {
      await shutdown.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
