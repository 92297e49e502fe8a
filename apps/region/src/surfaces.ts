import { createRouter } from "@concord/http";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { Hono } from "hono";
import { comparisonApi, comparisonPortal } from "./comparison/index.ts";
import type { Region } from "./context.ts";
import { deskApi, deskPortal } from "./desk/index.ts";
import type { PortalEnv } from "./portal/environment.ts";
import { helpPortal } from "./portal/help-page.tsx";
import { scriptRoute, stylesheetRoute } from "./portal/site-files.ts";
import { registryApi, registryPortal } from "./registry/index.ts";

/** Every page of the site. */
export function portalRoutes(region: Region): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.route("/", stylesheetRoute());
  app.route("/", comparisonPortal(region.clock));
  app.route("/", registryPortal());
  app.route("/", scriptRoute());
  app.route("/", deskPortal(region));
  app.route("/", helpPortal());
  return app;
}

/** Every route under `/api/v1`, open to anybody. */
export function apiRoutes(region: Region): OpenAPIHono {
  const router = createRouter();
  router.route("/", comparisonApi(region));
  router.route("/", registryApi(region));
  router.route("/", deskApi(region));
  return router;
}
