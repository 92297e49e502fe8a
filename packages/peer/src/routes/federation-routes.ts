import { onError } from "@concord/http";
import { Hono } from "hono";
import type { PeerContext } from "../context.ts";
import { authenticate } from "./authenticate.ts";
import { blobRoutes } from "./blob-routes.ts";
import { feedRoutes } from "./feed-routes.ts";
import { messageRoutes } from "./message-routes.ts";
import { trustRoutes } from "./trust-routes.ts";

const base = "/federation/v1";

/** Everything that other members call. `wake` is called when one of them says that its feed has grown. */
export function federationRoutes(context: PeerContext, wake: () => void): Hono {
  const routes = new Hono();
  routes.onError(onError(context.log));
  routes.route(base, trustRoutes(context));
  for (const guarded of ["feeds", "blobs", "hints", "receipts"]) {
    routes.use(`${base}/${guarded}/*`, authenticate(context));
  }
  routes.route(base, feedRoutes(context));
  routes.route(base, blobRoutes(context));
  routes.route(base, messageRoutes(context, wake));
  return routes;
}
