import type { Context } from "hono";
import { matchedRoutes } from "hono/route";

/**
 * The pattern of the route that answers (`/members/:id`), never the path that was asked for:
 * a path may hold an id or an e-mail address. What only middleware saw is `unmatched`.
 */
export function routePattern(c: Context): string {
  const matches = matchedRoutes(c);
  const answered = matches[c.req.routeIndex];
  const route = answered && isRoute(answered) ? answered : matches.findLast(isRoute);
  return route?.path ?? "unmatched";
}

function isRoute({ method, path }: { method: string; path: string }): boolean {
  return method !== "ALL" || !path.endsWith("*");
}
