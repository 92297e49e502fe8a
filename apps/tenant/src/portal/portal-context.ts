import type { UiAssets } from "@concord/ui";
import type { MiddlewareHandler } from "hono";
import type { ContextOf } from "../compose.ts";
import type { Tenant } from "../context.ts";
import { actorByEmail, publicActor, type Sessions } from "../identity/index.ts";
import type { PortalEnv } from "./environment.ts";
import { localizedPath } from "./locale.ts";
import { siteLocales, siteOf } from "./site.ts";

interface Parts {
  readonly deps: { readonly assets: UiAssets };
  readonly tenant: Tenant;
  readonly contextOf: ContextOf;
  readonly sessions: Sessions;
}

/** Paths that never look at a cookie: programs use them, or they may be opened by somebody in danger. */
const withoutSession = /^\/(?:api|federation|assets|help)(?:\/|$)/;

/** Gives every request its language, its actor and the frame of its pages. */
export function portalContext({ deps, tenant, contextOf, sessions }: Parts): MiddlewareHandler<PortalEnv> {
  const locales = siteLocales(tenant.profile);
  return async (c, next) => {
    const url = new URL(c.req.url);
    const { locale, path } = localizedPath(url.pathname, locales);
    const signedIn = !withoutSession.test(path) && c.req.header("cookie")?.includes("session_token");
    const session = signedIn ? await sessions.read(c.req.raw.headers) : undefined;
    const actor = session ? await actorByEmail(tenant.database.db, session.email) : publicActor;
    const context = contextOf(actor, locale);
    if (session) c.set("sessionId", session.id);
    c.set("context", context);
    c.set("site", siteOf(c, context, deps.assets, path + url.search));
    await next();
  };
}
