import { readFileSync } from "node:fs";
import { join } from "node:path";
import { etagOf, notModified } from "@concord/http";
import { Hono } from "hono";
import type { PortalEnv } from "./environment.ts";

export const stylesheetHref = "/region.css";

/** The few rules that this site adds to the shared stylesheet. */
export function stylesheetRoute(): Hono<PortalEnv> {
  const css = readFileSync(join(import.meta.dirname, "../../brand/region.css"), "utf8");
  const etag = etagOf(css);
  const app = new Hono<PortalEnv>();
  app.get(stylesheetHref, (c) => {
    c.header("Cache-Control", "public, max-age=300");
    return notModified(c, etag) ?? c.body(css, 200, { "Content-Type": "text/css; charset=utf-8" });
  });
  return app;
}
