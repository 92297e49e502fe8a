import {
  addHeader,
  bodyLimit,
  compressed,
  createMetrics,
  csrf,
  handleErrors,
  healthRoutes,
  type Metrics,
  noIndex,
  openApiRoutes,
  problemPages,
  refuseUnstorableUrl,
  requestContext,
  securityHeaders,
} from "@concord/http";
import { brandRoutes, uiAssets } from "@concord/ui";
import { sql } from "drizzle-orm";
import { Hono } from "hono";
import { requireBearer } from "./api-access.ts";
import { type ContextOf, composeTenant, type TenantDeps } from "./compose.ts";
import type { Context, Tenant } from "./context.ts";
import { describeError } from "./error-words.ts";
import { createSessions, mailSignInLink, type Sessions, systemActor } from "./identity/index.ts";
import type { PortalContext, PortalEnv } from "./portal/environment.ts";
import { errorPage } from "./portal/error-page.tsx";
import { localizedPath } from "./portal/locale.ts";
import { portalContext } from "./portal/portal-context.ts";
import { portalFrame } from "./portal/portal-frame.tsx";
import { securityText } from "./portal/security-text.ts";
import { siteLocales } from "./portal/site.ts";
import { brandOf, demonstrationNotice, textIn } from "./profile/index.ts";
import { apiRoutes, portalRoutes } from "./surfaces.ts";
import { trialPortal } from "./trial/index.ts";
import { registerJobs } from "./worker.ts";

export type Surface = "all" | "api" | "portal";

export interface TenantInstance {
  readonly tenant: Tenant;
  readonly metrics: Metrics;
  /** Every route, for the suite that tries each of them. */
  readonly routes: Hono["routes"];
  fetch(request: Request, env?: object): Response | Promise<Response>;
  /** Throws where the instance cannot work now. */
  check(): Promise<void>;
  /** A context of the instance itself, for imports and trial data; time is the instance's unless given. */
  systemContext(job: string): Context;
  /** Starts jobs and federation in this process; a process that only serves leaves it out. */
  startWorker(): Promise<void>;
  stop(): Promise<void>;
}

interface Parts {
  readonly deps: TenantDeps;
  readonly tenant: Tenant;
  readonly contextOf: ContextOf;
  readonly sessions: Sessions;
  readonly metrics: Metrics;
}

/** Uploads are at most 10 MiB; the rest is the form around them. */
const maxBodyBytes = 12 * 1024 * 1024;

/** The one composition root of a state's instance, in production and in tests. */
export function createTenant(deps: TenantDeps, surface: Surface = "all"): TenantInstance {
  const { tenant, contextOf } = composeTenant(deps);
  const sessions = createSessions({
    db: tenant.database.db,
    origin: tenant.origin,
    secret: tenant.secrets.sessionSecret,
    sendLink: (link) => mailSignInLink(contextOf(systemActor("sign-in"), link.locale), link),
  });
  const metrics = deps.metrics ?? createMetrics({ clock: deps.clock });
  const app = createApp({ deps, tenant, contextOf, sessions, metrics }, surface);
  const [locale = "en"] = siteLocales(tenant.profile);
  return {
    tenant,
    metrics,
    routes: app.routes,
    fetch: (request, env) => app.fetch(request, env),
    check: async () => void (await tenant.database.db.execute(sql`select 1`)),
    systemContext: (job) => contextOf(systemActor(job), locale),
    async startWorker() {
      await registerJobs(deps, tenant, contextOf);
      await tenant.peer.start();
      await deps.jobs.start();
    },
    async stop() {
      await tenant.peer.stop();
    },
  };
}

function createApp(parts: Parts, surface: Surface): Hono<PortalEnv> {
  const { deps, tenant, metrics } = parts;
  const locales = siteLocales(tenant.profile);
  const app = new Hono<PortalEnv>({
    getPath: (request) => localizedPath(new URL(request.url).pathname, locales).path,
  });
  const { database } = tenant;
  app.route(
    "/",
    healthRoutes({ log: deps.log, checks: { database: () => database.db.execute(sql`select 1`) } }),
  );
  app.use(requestContext({ ...deps, unlogged: ["/help"] }), metrics.measure);
  app.use(securityHeaders({ https: tenant.origin.startsWith("https:") }), compressed());
  if (!tenant.profile.official) app.use(noIndex());
  app.use(portalContext(parts));
  handleErrors<PortalEnv>(app, { log: deps.log, errorPages: errorPage, describe: describeError });
  app.use(bodyLimit(maxBodyBytes), refuseUnstorableUrl());
  app.route("/", tenant.peer.routes);
  const localeOf = (c: PortalContext) => c.get("context").locale;
  app.route("/", problemPages({ describe: describeError, frame: portalFrame, localeOf }));
  app.route("/", securityText({ tenant, clock: deps.clock }));
  app.route("/", uiAssets(deps.assets));
  app.route("/", brandRoutes(brandOf(tenant.profile, locales[0] ?? "en")));
  if (surface !== "portal") app.route("/", api(parts));
  if (surface !== "api") app.route("/", portal(parts));
  return app;
}

function api({ deps, tenant, contextOf }: Parts) {
  const routes = apiRoutes({ clock: deps.clock, locales: siteLocales(tenant.profile) });
  const name = textIn(tenant.profile.program.name, "en");
  const notice = demonstrationNotice(tenant.profile, "en");
  openApiRoutes(routes, {
    info: { title: `${name} API`, version: "1" },
    servers: [{ url: tenant.origin }],
    frame: portalFrame,
  });
  const app = new Hono();
  if (notice) {
    app.use("/api/*", async (c, next) => {
      await next();
      addHeader(c, "Demonstration-Notice", notice);
    });
  }
  app.use("/api/v1/*", requireBearer(tenant, deps.clock, contextOf));
  app.route("/", routes);
  return app;
}

function portal({ deps, tenant, sessions }: Parts): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  const guard = csrf({
    secret: tenant.secrets.sessionSecret,
    origin: tenant.origin,
    session: (c) => c.get("sessionId"),
  });
  app.use(guard);
  if (tenant.trial) app.route("/", trialPortal(deps));
  app.route("/", portalRoutes({ sessions, clock: deps.clock }));
  return app;
}
