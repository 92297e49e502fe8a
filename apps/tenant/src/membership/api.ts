import { createRouter } from "@concord/http";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnv } from "../api-environment.ts";
import { applicationRoutes } from "./application-api.ts";
import { decisionRoutes } from "./decision-api.ts";
import { fileRoutes } from "./file-api.ts";
import { memberRoutes } from "./member-api.ts";
import { standingRoutes } from "./standing-api.ts";

/** The directory for anybody; applications and decisions for systems with a token. */
export function membershipApi(): OpenAPIHono<ApiEnv> {
  const api = createRouter<ApiEnv>();
  memberRoutes(api);
  applicationRoutes(api);
  fileRoutes(api);
  decisionRoutes(api);
  standingRoutes(api);
  return api;
}
