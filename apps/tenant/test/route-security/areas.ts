export type Area = "public" | "learner" | "member" | "office" | "api" | "federation";

/** Which suite speaks for a route. Every route falls into one, so that a new one cannot be left out. */
export function areaOf(route: string): Area {
  const path = route.split(" ")[1] ?? "";
  if (path.startsWith("/api/v1/")) return "api";
  if (path.startsWith("/federation/")) return "federation";
  if (/^\/office(\/|$)/.test(path)) return "office";
  if (/^\/(member(\/|$)|certificates\/)/.test(path)) return "member";
  if (/^\/learn(\/|$)|\/start$/.test(path)) return "learner";
  return "public";
}
