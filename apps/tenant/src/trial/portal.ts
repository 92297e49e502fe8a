import type { Clock } from "@concord/runtime";
import { Hono } from "hono";
import type { PortalEnv } from "../portal/environment.ts";
import { findOffer } from "./find-offer.ts";
import { listActivity, readNetworkStanding } from "./list-activity.ts";
import { createTrialLog } from "./trial-log.ts";
import { watchReads } from "./watch-reads.ts";

const fresh = { "Cache-Control": "no-store" };

/**
 * For the lobby of a trial, which mounts it and nobody else: `/trial/activity?after=<seq>&notes=<seq>` says what
 * happened here, `/trial/network` how this member stands in the network, `/trial/offer?from=<feed>` which training of
 * another one it could adopt. None of them tells what somebody wrote.
 */
export function trialPortal({ clock }: { clock: Clock }): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  const log = createTrialLog(clock);
  app.use(watchReads(log));
  app.get("/trial/activity", async (c) => {
    const { head, entries } = await listActivity(c.get("context"), { after: c.req.query("after") });
    const notes = log.after(Number(c.req.query("notes") ?? 0) || 0);
    return c.json({ head, entries, notes, notesHead: log.head }, 200, fresh);
  });
  app.get("/trial/network", async (c) => {
    return c.json(await readNetworkStanding(c.get("context"), {}), 200, fresh);
  });
  app.get("/trial/offer", async (c) => {
    const offer = await findOffer(c.get("context"), { from: c.req.query("from") ?? "" });
    return c.json({ offer: offer ?? null }, 200, fresh);
  });
  return app;
}
