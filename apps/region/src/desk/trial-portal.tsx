import { DomainError } from "@concord/runtime";
import { Hono } from "hono";
import type { Region } from "../context.ts";
import type { PortalEnv } from "../portal/environment.ts";
import { TrialKeepersPage } from "./views/trial-keepers-page.tsx";

/** Keepers whom a visitor of a trial may be. Outside a trial there is nothing at these addresses. */
export function trialPortal(region: Region): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/network/desk/trial-keepers", async (c) =>
    c.html(<TrialKeepersPage site={c.get("site")} keepers={await keepersOf(region)} />),
  );
  app.get("/network/desk/trial-keepers/:place{[1-9]}/:document{registry|root}", async (c) => {
    const { place, document } = c.req.param();
    const keeper = (await keepersOf(region))[Number(place) - 1];
    if (!keeper) throw new DomainError("http.not-found", "not-found");
    const name = `${keeper.name.toLowerCase()}-${document}.key`;
    return c.body(keeper.keys[document === "root" ? "root" : "registry"], 200, {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    });
  });
  return app;
}

async function keepersOf({ trial }: Region) {
  if (!trial) throw new DomainError("http.not-found", "not-found");
  return await trial.keepers();
}
