import { DomainError } from "@concord/runtime";
import { localHref } from "@concord/ui";
import { Hono } from "hono";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { listRestrictions, readRestriction } from "./guard.ts";
import { mayRead, pathOf, restrictable } from "./model.ts";
import { liftRestriction, openRestricted } from "./open-restricted.ts";
import { restrictRecord } from "./restrict.ts";
import { RestrictedListPage, RestrictedPage } from "./views/restricted-pages.tsx";

/** Where the office handles records that may hold a disclosure. */
export function recordsPortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/office/restricted", async (c) => {
    const rows = await listRestrictions(c.get("context"), {});
    return c.html(<RestrictedListPage site={c.get("site")} rows={rows} />);
  });
  app.get("/office/restricted/:kind/:id", async (c) => {
    const context = c.get("context");
    const restriction = await readRestriction(context, recordOf(c));
    if (!restriction) throw new DomainError("records.not-restricted", "not-found");
    const open = mayRead(restriction, context.actor.personId);
    return c.html(<RestrictedPage site={c.get("site")} restriction={restriction} open={open} />);
  });
  app.post("/office/restricted/:kind/:id", async (c) => {
    const about = recordOf(c);
    await restrictRecord(c.get("context"), about);
    return seeOther(c, `/office/restricted/${about.kind}/${about.id}`);
  });
  app.post("/office/restricted/:kind/:id/open", async (c) => {
    const about = recordOf(c);
    await openRestricted(c.get("context"), about);
    return seeOther(c, pathOf(about));
  });
  app.post("/office/restricted/:kind/:id/lift", async (c) => {
    const about = recordOf(c);
    await liftRestriction(c.get("context"), about);
    return seeOther(c, `${pathOf(about)}?done=lifted`);
  });
  return app;
}

function recordOf(c: PortalContext) {
  const about = restrictable.safeParse({ kind: c.req.param("kind"), id: c.req.param("id") });
  if (!about.success) throw new DomainError("records.not-restricted", "not-found");
  return about.data;
}

function seeOther(c: PortalContext, path: string): Response {
  return c.redirect(localHref(c.get("site"), path), 303);
}
