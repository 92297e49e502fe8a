import { decodeCursor, encodeCursor } from "@concord/http";
import { localHref } from "@concord/ui";
import { Hono } from "hono";
import { z } from "zod";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { listToolkitUse, readToolkitUse } from "./figures.ts";
import { offerToolkitAgain, withdrawToolkit } from "./offer.ts";
import { OfficeToolkitPage, OfficeToolkitsPage } from "./views/office-pages.tsx";
import { renderOptionsOf } from "./views/words.tsx";

const position = z.object({ chosenAt: z.string(), id: z.string() });

/** What the office offers, and how members use it. */
export function officeToolkitsPortal(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/office/toolkits", async (c) => {
    const rows = await listToolkitUse(c.get("context"), {});
    return c.html(<OfficeToolkitsPage {...frame(c)} rows={rows} />);
  });
  app.get("/office/toolkits/:toolkitId{tkt_[0-9a-f]+}", async (c) => {
    const cursor = c.req.query("cursor");
    const before = cursor === undefined ? undefined : decodeCursor(position, cursor);
    const { toolkitId } = c.req.param();
    const { next, ...read } = await readToolkitUse(c.get("context"), { toolkitId, before });
    const path = `/office/toolkits/${toolkitId}`;
    const nextHref = next && localHref(c.get("site"), `${path}?cursor=${encodeCursor(next)}`);
    return c.html(<OfficeToolkitPage {...frame(c)} {...read} {...(nextHref && { nextHref })} />);
  });
  app.post("/office/toolkits/:toolkitId{tkt_[0-9a-f]+}/withdraw", async (c) => {
    await withdrawToolkit(c.get("context"), c.req.param());
    return back(c, "withdrawn");
  });
  app.post("/office/toolkits/:toolkitId{tkt_[0-9a-f]+}/offer", async (c) => {
    await offerToolkitAgain(c.get("context"), c.req.param());
    return back(c, "offered");
  });
  return app;
}

function frame(c: PortalContext) {
  const { tenant, locale } = c.get("context");
  return { site: c.get("site"), tenant, options: renderOptionsOf(tenant, locale) };
}

function back(c: PortalContext, done: string): Response {
  const path = `/office/toolkits/${c.req.param("toolkitId")}?done=${done}`;
  return c.redirect(localHref(c.get("site"), path), 303);
}
