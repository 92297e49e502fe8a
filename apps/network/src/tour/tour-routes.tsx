import { localHref } from "@concord/ui";
import { Hono } from "hono";
import type { LobbyDeps } from "../lobby/lobby.tsx";
import { lobbyLocales, lobbySite } from "../lobby/site.ts";
import { viewOf } from "../lobby/view-data.ts";
import { TourPage } from "./views/tour-page.tsx";

const fresh = { "Cache-Control": "no-store" };

/** The tour's own page, and its beginning and end. */
export function tourRoutes(deps: LobbyDeps): Hono {
  const app = new Hono();
  for (const locale of lobbyLocales) {
    const path = (target: string) => localHref({ locales: lobbyLocales, locale }, target);
    app.get(path("/tour"), async (c) => {
      const view = await viewOf(deps, locale, c.req.query("switched"));
      return c.html(<TourPage site={lobbySite(c, deps, locale)} view={view} />, 200, fresh);
    });
    app.post(path("/tour/begin"), async (c) => {
      if (await deps.tour?.begin()) return c.redirect(path("/tour"), 303);
      const view = await viewOf(deps, locale);
      return c.html(<TourPage site={lobbySite(c, deps, locale)} view={view} refused />, 409, fresh);
    });
    app.post(path("/tour/end"), async (c) => {
      await deps.tour?.end();
      return c.redirect(path("/"), 303);
    });
  }
  return app;
}
