import { bodyLimit, rateLimit, sameOrigin, statusOfKind } from "@concord/http";
import { DomainError } from "@concord/runtime";
import { localHref } from "@concord/ui";
import { Hono } from "hono";
import type { Region } from "../context.ts";
import type { PortalContext, PortalEnv } from "../portal/environment.ts";
import { attached, handedIn } from "./desk-forms.ts";
import { errorWords } from "./error-words.ts";
import { messages } from "./messages.ts";
import { mostRequestBytes, requestPace } from "./model.ts";
import { readRequest } from "./read-desk.ts";
import { readStanding } from "./read-standing.ts";
import { receiveRequest } from "./receive-request.ts";
import { AskPage, StandingPage } from "./views/request-pages.tsx";

/** Where somebody hands in a request to join by hand, and sees how it stands. */
export function requestPortal(region: Region): Hono<PortalEnv> {
  const { clock, origin } = region;
  const app = new Hono<PortalEnv>();
  app.get("/network/requests", (c) => c.html(<AskPage site={c.get("site")} errors={{}} values={{}} />));
  app.post(
    "/network/requests",
    sameOrigin(origin),
    rateLimit({ clock, ...requestPace }),
    bodyLimit(mostRequestBytes),
    (c) => ask(c, region),
  );
  app.get("/network/requests/:kid{[A-Za-z0-9_-]{43}}", async (c) => {
    const standing = await readStanding(region, c.req.param("kid"));
    if (!standing) throw new DomainError("http.not-found", "not-found");
    return c.html(<StandingPage site={c.get("site")} standing={standing} />);
  });
  app.get("/network/requests/:id/request.join", async (c) => {
    const asked = await readRequest(region, c.req.param("id"));
    if (!asked) throw new DomainError("http.not-found", "not-found");
    const { signed, code } = asked.waiting;
    return attached(c, signed, `${code}.join`);
  });
  return app;
}

async function ask(c: PortalContext, region: Region): Promise<Response> {
  const site = c.get("site");
  const t = messages.in(site.locale);
  const text = await handedIn(c, "request");
  const again = (errors: Record<string, string>) =>
    c.html(<AskPage site={site} errors={errors} values={{ request: text }} />);
  if (text === "") {
    c.status(422);
    return again({ file: t("ask.needed") });
  }
  try {
    const { kid } = await receiveRequest(region, text);
    return c.redirect(localHref(site, `/network/requests/${kid}`), 303);
  } catch (error) {
    const why = error instanceof DomainError ? errorWords(error, site.locale) : undefined;
    if (!(error instanceof DomainError) || why === undefined) throw error;
    c.status(statusOfKind[error.kind]);
    return again({ request: why });
  }
}
