import { readFileSync } from "node:fs";
import { join } from "node:path";
import { etagOf, notModified } from "@concord/http";
import { Hono } from "hono";
import type { PortalEnv } from "./environment.ts";

const brand = join(import.meta.dirname, "../../brand");

export const stylesheetHref = "/region.css";
export const signScriptHref = "/desk-sign.js";

/** The few rules that this site adds to the shared stylesheet. */
export function stylesheetRoute(): Hono<PortalEnv> {
  return fileRoute(stylesheetHref, "text/css; charset=utf-8");
}

/** The script with which a keeper signs: short and as it was written, so that whoever signs can read it. */
export function scriptRoute(): Hono<PortalEnv> {
  return fileRoute(signScriptHref, "text/javascript; charset=utf-8");
}

function fileRoute(href: string, type: string): Hono<PortalEnv> {
  const text = readFileSync(join(brand, href), "utf8");
  const etag = etagOf(text);
  const app = new Hono<PortalEnv>();
  app.get(href, (c) => {
    c.header("Cache-Control", "public, max-age=300");
    return notModified(c, etag) ?? c.body(text, 200, { "Content-Type": type });
  });
  return app;
}
