import type { RouteWorld } from "./rules.ts";

/** Every route of an app as `METHOD /path`; middleware (any method below a wildcard) is none. */
function routesOf(app: RouteWorld["app"]): string[] {
  const names = app.routes
    .filter(({ method, path }) => !(method === "ALL" && path.endsWith("*")))
    .map(({ method, path }) => `${method} ${path}`);
  return [...new Set(names)].sort();
}

/** Routes that no rule speaks of, rules of no route, and rules that speak of a route twice. */
export function compareRoutes(
  app: RouteWorld["app"],
  rules: readonly { readonly route: string }[],
  covers: (route: string) => boolean = () => true,
): string[] {
  const routes = routesOf(app).filter(covers);
  const listed = rules.map((rule) => rule.route);
  return [
    ...routes.filter((route) => !listed.includes(route)).map((route) => `${route} has no rule`),
    ...listed.filter((route) => !routes.includes(route)).map((route) => `${route} is no route`),
    ...listed.filter((route, at) => listed.indexOf(route) !== at).map((route) => `${route} has two rules`),
  ];
}
