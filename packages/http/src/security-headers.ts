import type { MiddlewareHandler } from "hono";
import { addHeader } from "./add-header.ts";

export interface SecurityHeaderOptions {
  /** Whether the public origin is https; then Strict-Transport-Security is sent. */
  readonly https?: boolean;
  /** Origins that scripts may talk to besides the site's own. */
  readonly connectSrc?: readonly string[];
}

/**
 * The headers of every answer. No inline script or style, nothing from another origin, no framing.
 * A route that sets one of these headers itself keeps its own. The referrer stays inside the site and is
 * not `no-referrer`, under which browsers send `Origin: null` with forms (Fetch, "append a request Origin header").
 */
export function securityHeaders(options: SecurityHeaderOptions = {}): MiddlewareHandler {
  const headers: readonly (readonly [string, string])[] = [
    ["Content-Security-Policy", contentSecurityPolicy(options.connectSrc ?? [])],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
    ["Origin-Agent-Cluster", "?1"],
    [
      "Permissions-Policy",
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ],
    ["Referrer-Policy", "same-origin"],
    ["X-Content-Type-Options", "nosniff"],
    ["X-Frame-Options", "DENY"],
    ...(options.https ? [["Strict-Transport-Security", "max-age=31536000; includeSubDomains"] as const] : []),
  ];
  return async (c, next) => {
    await next();
    for (const [name, value] of headers) if (!c.res.headers.has(name)) addHeader(c, name, value);
  };
}

/** Keeps search engines away: every site that is not official. */
export function noIndex(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    addHeader(c, "X-Robots-Tag", "noindex, nofollow");
  };
}

function contentSecurityPolicy(connectSrc: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    ["connect-src 'self'", ...connectSrc].join(" "),
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
}
