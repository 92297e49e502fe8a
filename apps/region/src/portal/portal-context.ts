import type { MiddlewareHandler } from "hono";
import type { Region } from "../context.ts";
import { hasReleases } from "../releases/index.ts";
import type { PortalEnv } from "./environment.ts";
import { localizedPath } from "./locale.ts";
import type { SiteOf } from "./site.ts";

/** Gives every request its language and the frame of its pages. No cookie is read or set anywhere on this site. */
export function portalContext(region: Region, siteOf: SiteOf): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    const url = new URL(c.req.url);
    const { locale, path } = localizedPath(url.pathname);
    c.set("region", region);
    c.set("site", siteOf(locale, path + url.search, await hasReleases(region.database.db)));
    await next();
  };
}
