import { DomainError } from "@concord/runtime";
import { html } from "hono/html";
import { isUnder } from "./path-prefix.ts";
import { plainPage } from "./plain-page.ts";
import { problemDetails } from "./problem-details.ts";
import { localeFrom, messages } from "./problem-messages.ts";

/** Anything that answers a request: a Hono app, or another dispatcher. */
export interface Site {
  fetch(request: Request, env?: object): Response | Promise<Response>;
}

export interface HostDispatchOptions {
  /** Answers for every host that is not named; without it such a request gets 421. */
  readonly fallback?: Site;
}

/**
 * Sends a request to the site its Host header names, port included (`ms.localhost:4600`).
 * Nothing is served under a name that was not configured (RFC 9110 section 15.5.20). A Map may change later.
 */
export function hostDispatch(
  sites: ReadonlyMap<string, Site> | Readonly<Record<string, Site>>,
  options: HostDispatchOptions = {},
): Site {
  const find = sites instanceof Map ? (host: string) => sites.get(host) : ownProperty(sites);
  return {
    fetch(request, env) {
      const host = hostOf(request);
      const site = find(host) ?? options.fallback;
      return site ? site.fetch(request, env) : misdirected(request, host);
    },
  };
}

function ownProperty(sites: object): (host: string) => Site | undefined {
  const known = new Map<string, Site>(Object.entries(sites));
  return (host) => known.get(host);
}

/** Lower case, and without the dot that ends a fully qualified name. */
function hostOf(request: Request): string {
  const host = request.headers.get("host") ?? new URL(request.url).host;
  return host.toLowerCase().replace(/\.(?=:\d+$|$)/, "");
}

async function misdirected(request: Request, host: string): Promise<Response> {
  const locale = localeFrom(request.headers.get("accept-language") ?? undefined);
  const headers = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
  };
  if (isUnder(new URL(request.url).pathname, ["/api", "/federation"])) {
    const error = new DomainError("http.misdirected", "not-found");
    const problem = JSON.stringify(problemDetails(error, { instance: "", locale }));
    return new Response(problem, {
      status: 421,
      headers: { ...headers, "Content-Type": "application/problem+json" },
    });
  }
  const t = messages.in(locale);
  const page = await plainPage(
    locale,
    t("misdirected.title"),
    html`<p>${t("misdirected.body", { host })}</p>`,
  );
  return new Response(page, {
    status: 421,
    headers: { ...headers, "Content-Type": "text/html; charset=utf-8" },
  });
}
