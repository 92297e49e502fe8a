import { type Site as HttpSite, handleErrors, noIndex, requestContext, securityHeaders } from "@concord/http";
import { createIds, DomainError } from "@concord/runtime";
import { textIn } from "@concord/tenant";
import { brandRoutes, uiAssets } from "@concord/ui";
import { type Context, Hono } from "hono";
import type { Instance } from "../instances/instance.ts";
import { lobbyBrand } from "./brand.ts";
import type { LobbyDeps } from "./lobby.tsx";
import { messages } from "./messages.ts";
import { lobbyHref, lobbySite, localeOf } from "./site.ts";
import { isBusy } from "./view-data.ts";
import { NoticePage } from "./views/notice-page.tsx";

export type AwayDeps = Pick<LobbyDeps, "assets" | "config" | "file" | "profiles" | "clock" | "log">;

const forPrograms = ["/api", "/federation", "/trial", "/healthz", "/readyz"];
const retryAfter = 5;

/** What an instance's address answers while nobody is there: a page for people, problem details for programs. */
export function createAway(deps: AwayDeps, instance: Instance): HttpSite {
  const { clock, log } = deps;
  const app = new Hono();
  app.use(requestContext({ log, clock, ids: createIds(clock) }));
  app.use(securityHeaders(), noIndex());
  handleErrors(app, { log, apiPrefixes: forPrograms, errorPages: (c) => page(c, deps, instance) });
  app.route("/", uiAssets(deps.assets));
  app.route("/", brandRoutes(lobbyBrand("en")));
  app.all("*", () => {
    throw new DomainError("network.not-running", "unavailable", { retryAfter });
  });
  return app;
}

function page(c: Context, deps: AwayDeps, instance: Instance): Response | Promise<Response> {
  const profile = deps.profiles.find(({ code }) => code === instance.code);
  const locale = localeOf(c);
  const t = messages.in(locale);
  const state = textIn(profile?.jurisdiction.name ?? deps.file.region.name, locale);
  const site = lobbySite(c, deps, locale, profile && state);
  const starts = isBusy(instance);
  const way = { href: lobbyHref(deps.config.port, locale, "/"), label: t("away.lobby") };
  return c.html(
    <NoticePage
      site={site}
      title={t(starts ? "away.starting" : "away.title", { state })}
      texts={[t(starts ? "away.starting-body" : "away.body", { state })]}
      way={way}
    />,
    503,
    { "Cache-Control": "no-store", "Retry-After": String(retryAfter) },
  );
}
