import { createRouter } from "@concord/http";
import type { Clock } from "@concord/runtime";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { Hono } from "hono";
import type { ApiEnv } from "./api-environment.ts";
import { auditPortal } from "./audit/portal.tsx";
import { ceremoniesPortal } from "./ceremonies/portal.tsx";
import { credentialsApi } from "./credentials/api.ts";
import { credentialsPortal } from "./credentials/portal.tsx";
import { educationApi } from "./education/api.ts";
import { educationPortal } from "./education/portal.tsx";
import { officePeoplePortal } from "./identity/office-portal.tsx";
import { ownTokensPortal } from "./identity/own-tokens-portal.tsx";
import { type SignInDeps, signInPortal } from "./identity/portal.tsx";
import { membershipApi } from "./membership/api.ts";
import { deskPortal } from "./membership/desk-portal.tsx";
import { directoryPortal } from "./membership/directory-portal.tsx";
import { joinPortal } from "./membership/join-portal.tsx";
import { officeApplicationsPortal } from "./membership/office-applications-portal.tsx";
import { officeMembersPortal } from "./membership/office-members-portal.tsx";
import { officeTodayPortal } from "./membership/office-today.tsx";
import { mailboxPortal } from "./notifications/portal.tsx";
import type { PortalEnv } from "./portal/environment.ts";
import { publicPortal } from "./portal/public-pages.tsx";
import { recordsPortal } from "./records/portal.tsx";
import { statisticsApi } from "./statistics/api.ts";
import { statisticsPortal } from "./statistics/portal.tsx";
import { syndicationApi } from "./syndication/api.ts";
import { syndicationPortal } from "./syndication/portal.tsx";
import { toolkitsApi } from "./toolkits/api.ts";
import { toolkitsPortal } from "./toolkits/portal.tsx";
import { trainingsApi } from "./trainings/api.ts";
import { trainingsPortal } from "./trainings/portal.tsx";

/** Every page of the portal, slice by slice. */
export function portalRoutes(deps: SignInDeps): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  const slices = [
    publicPortal(),
    signInPortal(deps),
    officePeoplePortal(),
    ownTokensPortal(),
    auditPortal(),
    mailboxPortal(),
    joinPortal(deps),
    directoryPortal(),
    deskPortal(),
    officeTodayPortal(),
    officeApplicationsPortal(),
    officeMembersPortal(),
    credentialsPortal(deps),
    toolkitsPortal(deps),
    statisticsPortal(),
    syndicationPortal(),
    ceremoniesPortal(),
    trainingsPortal(deps),
    recordsPortal(),
    educationPortal(),
  ];
  for (const slice of slices) app.route("/", slice);
  return app;
}

/** Every call of the API, slice by slice. */
export function apiRoutes(deps: { clock: Clock; locales: readonly string[] }): OpenAPIHono<ApiEnv> {
  const api = createRouter<ApiEnv>();
  api.openAPIRegistry.registerComponent("securitySchemes", "bearer", { type: "http", scheme: "bearer" });
  api.route("/", membershipApi());
  api.route("/", credentialsApi());
  api.route("/", trainingsApi(deps));
  api.route("/", toolkitsApi());
  api.route("/", educationApi());
  api.route("/", statisticsApi());
  api.route("/", syndicationApi());
  return api;
}
