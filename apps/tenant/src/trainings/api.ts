import { createRouter, rateLimit } from "@concord/http";
import type { Clock } from "@concord/runtime";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import { catalogueRoutes } from "./catalogue-api.ts";
import { fileRoutes } from "./file-api.ts";
import { learningRoutes } from "./learning-api.ts";
import { ownLearningRoutes } from "./own-learning-api.ts";
import { planRoutes } from "./plan-api.ts";
import { sessionRoutes } from "./sessions-api.ts";

/** Catalogue, learning, sessions, registration and attendance for other systems. */
export function trainingsApi(deps: { clock: Clock; locales: readonly string[] }): OpenAPIHono<ApiEnv> {
  const api = createRouter<ApiEnv>();
  // As on the portal: a whole office may sit behind one address.
  const slow = rateLimit({ clock: deps.clock, capacity: 200, perSecond: 1 });
  const calls = { locales: deps.locales, slow };
  catalogueRoutes(api);
  fileRoutes(api);
  sessionRoutes(api, calls);
  planRoutes(api);
  learningRoutes(api, calls);
  ownLearningRoutes(api, deps);
  return api;
}
