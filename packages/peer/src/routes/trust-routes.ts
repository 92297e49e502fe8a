import { etagOf, notModified } from "@concord/http";
import { DomainError } from "@concord/runtime";
import { Hono } from "hono";
import type { PeerContext } from "../context.ts";
import { storedRoot } from "../trust-store.ts";

const type = { "Content-Type": "application/jose+json" };

/** Root and registry are public: they hold keys and addresses, and everybody may check them. */
export function trustRoutes(context: PeerContext): Hono {
  const routes = new Hono();
  routes.get("/root/:version{[0-9]{1,6}}", async (c) => {
    await context.trust.current();
    const document = await storedRoot(context.database, Number(c.req.param("version")));
    if (document === undefined) throw new DomainError("federation.root-not-found", "not-found");
    c.header("Cache-Control", "public, max-age=86400");
    return notModified(c, etagOf(document)) ?? c.body(document, 200, type);
  });
  routes.get("/registry", async (c) => {
    const { registry } = await context.trust.current();
    c.header("Cache-Control", "public, max-age=30");
    return notModified(c, etagOf(registry.text)) ?? c.body(registry.text, 200, type);
  });
  return routes;
}
