import { createRouter } from "@concord/http";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { Hono } from "hono";
import { comparisonApi, comparisonPortal } from "./comparison/index.ts";
import type { Region } from "./context.ts";
import type { PortalEnv } from "./portal/environment.ts";
import { helpPortal } from "./portal/help-page.tsx";
import { stylesheetRoute } from "./portal/stylesheet.ts";
import { registryApi, registryPortal } from "./registry/index.ts";

/** Every page of the site. */
export function portalRoutes({ clock }: Region): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.route("/", stylesheetRoute());
  app.route("/", comparisonPortal(clock));
  app.route("/", registryPortal());
  app.route("/", helpPortal());
  return app;
}

/** Every route under `/api/v1`, open to anybody. */
export function apiRoutes(region: Region): OpenAPIHono {
  const router = createRouter();
  router.route("/", comparisonApi(region));
  router.route("/", registryApi(region));
  return router;
}
