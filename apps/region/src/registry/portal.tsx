import { Hono } from "hono";
import type { PortalEnv } from "../portal/environment.ts";
import { readNetwork } from "./read-network.ts";
import { NetworkPage } from "./views/network-page.tsx";

export function registryPortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/network", async (c) =>
    c.html(<NetworkPage site={c.get("site")} network={await readNetwork(c.get("region"))} />),
  );
  return app;
}
