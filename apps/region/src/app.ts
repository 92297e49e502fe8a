import type { Database, Jobs } from "@concord/database";
import type { Trust } from "@concord/federation";
import {
  compressed,
  createMetrics,
  type DescribeCode,
  handleErrors,
  healthRoutes,
  noIndex,
  openApiRoutes,
  problemPages,
  requestContext,
  securityHeaders,
} from "@concord/http";
import { type Bootstrap, createPeer, type HighWater, type PeerKeys, peerMessages } from "@concord/peer";
import type { Clock, Ids, Logger } from "@concord/runtime";
import type { BlobStore } from "@concord/storage";
import { brandRoutes, type UiAssets, uiAssets } from "@concord/ui";
import { sql } from "drizzle-orm";
import { Hono } from "hono";
import type { Region } from "./context.ts";
import { readDenominators } from "./denominators/index.ts";
import { keepInForce, settleDesk, type TrialKeeper } from "./desk/index.ts";
import { regionBrand } from "./portal/brand.ts";
import type { PortalContext, PortalEnv } from "./portal/environment.ts";
import { errorPage } from "./portal/error-page.tsx";
import { locales, localizedPath } from "./portal/locale.ts";
import { portalContext } from "./portal/portal-context.ts";
import { portalFrame } from "./portal/portal-frame.tsx";
import { createSiteOf } from "./portal/site.ts";
import { figuresKind, figuresSchema, receiveFigures, removeReleases } from "./releases/index.ts";
import { apiRoutes, portalRoutes } from "./surfaces.ts";

/** Everything a region is made of. Nothing in it is looked up later. */
export interface RegionDeps {
  readonly code: string;
  readonly name: string;
  readonly origin: string;
  /** How many states the network has room for. */
  readonly seats: number;
  /** The lobby of the trial it is part of. */
  readonly lobbyUrl?: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
  readonly database: Database;
  readonly jobs: Jobs;
  readonly blobs: BlobStore;
  readonly assets: UiAssets;
  readonly keys: PeerKeys;
  readonly bootstrap: Bootstrap;
  /** How far its feed was signed, where no backup of the database reaches it. */
  readonly highWater?: HighWater;
  readonly fetch?: typeof fetch;
  /** Keepers who were made up for a trial. */
  readonly trialKeepers?: () => Promise<readonly TrialKeeper[]>;
  /** Keeps what came into force outside the database as well. */
  readonly keepInForce?: (trust: Pick<Trust, "root" | "registry">) => Promise<void>;
  /** Allows plain http and private addresses; never true in production. */
  readonly development: boolean;
}

export interface RegionInstance {
  readonly region: Region;
  /** Every route, for the suite that tries each. */
  readonly routes: Hono["routes"];
  fetch(request: Request, env?: object): Response | Promise<Response>;
  /** Begins to pull from the states and to run jobs in this process. */
  startWorker(): Promise<void>;
  stop(): Promise<void>;
}

/** Freshness is what this site is read for: on one machine it asks more often than a member need. */
const trialPollSeconds = 20;

/** The one composition root of a region, in production and in tests. */
export function createRegion(deps: RegionDeps): RegionInstance {
  const region = composeRegion(deps);
  const app = createApp(deps, region);
  return {
    region,
    routes: app.routes,
    fetch: (request, env) => app.fetch(request, env),
    async startWorker() {
      await region.peer.start();
      await settleDesk(region);
      await keepInForce(region);
      await deps.jobs.start();
    },
    stop: () => region.peer.stop(),
  };
}

function composeRegion(deps: RegionDeps): Region {
  const { code, name, origin, seats, clock, ids, log, database, bootstrap, development } = deps;
  const denominators = readDenominators();
  const peer = createPeer({
    ...deps,
    baseUrl: origin,
    ...(development ? { pollSeconds: trialPollSeconds } : {}),
    onItem: { [figuresKind]: receiveFigures({ clock, fipsOf: (member) => denominators.of(member)?.fips }) },
    // What stands of a release comes again by `onItem`.
    onUndone: { [figuresKind]: (tx, { item }) => removeReleases(tx, item) },
    supports: (kind, schema) => kind === figuresKind && schema === figuresSchema,
  });
  const parts = { code, name, origin, seats, clock, ids, log, database, peer, bootstrap, denominators };
  const { trialKeepers: keepers, keepInForce } = deps;
  return {
    ...parts,
    // What only a trial has is refused outside development, whoever configured it.
    ...(development && keepers ? { trial: { keepers } } : {}),
    ...(keepInForce ? { keepInForce } : {}),
  };
}

/** A member of the network answers with the network's own codes. */
const describeError: DescribeCode = (code, _, locale) => peerMessages.find(locale, code);

function createApp(deps: RegionDeps, region: Region): Hono<PortalEnv> {
  const { log, assets, database } = deps;
  const app = new Hono<PortalEnv>({
    getPath: (request) => localizedPath(new URL(request.url).pathname).path,
  });
  app.route("/", healthRoutes({ log, checks: { database: () => database.db.execute(sql`select 1`) } }));
  app.use(requestContext({ ...deps, unlogged: ["/help"] }), createMetrics({ clock: deps.clock }).measure);
  app.use(securityHeaders({ https: region.origin.startsWith("https:") }), compressed(), noIndex());
  app.use(portalContext(region, createSiteOf(deps)));
  handleErrors<PortalEnv>(app, { log, errorPages: errorPage, describe: describeError });
  app.route("/", region.peer.routes);
  const localeOf = (c: PortalContext) => c.get("site").locale;
  app.route("/", problemPages({ describe: describeError, frame: portalFrame, localeOf }));
  app.route("/", uiAssets(assets));
  app.route("/", brandRoutes(regionBrand(region.name, locales[0])));
  app.route("/", api(region));
  app.route("/", portalRoutes(region));
  return app;
}

function api(region: Region) {
  const routes = apiRoutes(region);
  openApiRoutes(routes, {
    frame: portalFrame,
    info: { title: `${region.name}: comparison of the states' programs`, version: "1" },
    servers: [{ url: region.origin }],
  });
  return routes;
}
