import {
  csrf,
  type Site as HttpSite,
  handleErrors,
  noIndex,
  requestContext,
  securityHeaders,
} from "@concord/http";
import { type Clock, createIds, type Logger } from "@concord/runtime";
import type { Profile } from "@concord/tenant";
import { brandRoutes, localHref, type UiAssets, uiAssets } from "@concord/ui";
import { Hono } from "hono";
import type { NetworkConfig } from "../config.ts";
import { originOf } from "../instances/place.ts";
import type { Network } from "../network.ts";
import type { NetworkFile } from "../network-file.ts";
import type { TourKeeper } from "../tour/tour.ts";
import { tourRoutes } from "../tour/tour-routes.tsx";
import { lobbyBrand } from "./brand.ts";
import { errorPage } from "./error-page.tsx";
import { lobbyFiles } from "./lobby-files.ts";
import type { NetworkLook } from "./look-at-network.ts";
import { lobbyLocales, lobbySite } from "./site.ts";
import { switchRoutes } from "./switch-routes.ts";
import { viewOf } from "./view-data.ts";
import { LobbyPage } from "./views/lobby-page.tsx";

export interface LobbyDeps {
  readonly network: Network;
  readonly file: NetworkFile;
  readonly config: Pick<NetworkConfig, "port"> & Partial<Pick<NetworkConfig, "empty">>;
  readonly assets: UiAssets;
  /** Of the tenants that were started, in the network's order. */
  readonly profiles: readonly Profile[];
  /** Of the states that play in the tour, started or not. */
  readonly cast: readonly Profile[];
  /** Absent where a state that plays in it was not started. */
  readonly tour?: TourKeeper;
  readonly watch: (running: readonly string[]) => Promise<NetworkLook>;
  /** Signs the tokens of this run's forms. */
  readonly secret: Uint8Array;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The first page of the trial: who is in the network, where each one stands, and whom one can sign in as. */
export function createLobby(deps: LobbyDeps): HttpSite {
  const { network, clock, log, assets } = deps;
  const app = new Hono();
  const everybody = [...network.tenants, network.region];
  app.use(requestContext({ log, clock, ids: createIds(clock) }));
  app.use(securityHeaders(), noIndex());
  handleErrors(app, { log, apiPrefixes: ["/healthz", "/readyz"], errorPages: errorPage(deps) });
  app.use(csrf({ secret: deps.secret, origin: originOf("", deps.config.port) }));
  app.get("/healthz", (c) => c.json({ status: "ok" }));
  app.get("/readyz", (c) => {
    const instances = Object.fromEntries(everybody.map(({ code, status }) => [code, status]));
    const ready = everybody.every(({ status }) => status.phase === "ready");
    return c.json({ status: ready ? "ready" : "not-ready", instances }, ready ? 200 : 503, {
      "Cache-Control": "no-store",
    });
  });
  app.route("/", uiAssets(assets));
  app.route("/", brandRoutes(lobbyBrand("en")));
  app.route("/", lobbyFiles(deps.profiles));
  for (const locale of lobbyLocales) {
    app.get(localHref({ locales: lobbyLocales, locale }, "/"), async (c) => {
      const view = await viewOf(deps, locale, c.req.query("switched"));
      return c.html(<LobbyPage site={lobbySite(c, deps, locale)} view={view} />, 200, {
        "Cache-Control": "no-store",
      });
    });
  }
  app.route("/", tourRoutes(deps));
  app.route("/", switchRoutes(deps));
  return app;
}
