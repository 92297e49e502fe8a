import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Env } from "hono";
import { etagOf, notModified } from "./conditional.ts";
import type { PageFrame } from "./plain-page.ts";
import { swaggerUi } from "./swagger-ui.ts";

export interface OpenApiOptions {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  /** Renders the readable form as the site's other pages are. */
  readonly frame?: PageFrame;
  readonly servers?: readonly { readonly url: string; readonly description?: string }[];
}

/**
 * Serves the contract of all routes mounted on `router` as OpenAPI 3.1 at `/api/openapi.json`,
 * and readable at `/api/docs`. The document is made once, on the first request.
 */
export function openApiRoutes<E extends Env>(router: OpenAPIHono<E>, options: OpenApiOptions): void {
  let made: { body: string; etag: string } | undefined;
  router.get("/api/openapi.json", (c) => {
    made ??= makeDocument(router, options);
    const { body, etag } = made;
    c.header("Cache-Control", "no-cache");
    return notModified(c, etag) ?? c.body(body, 200, { "Content-Type": "application/json" });
  });
  router.route("/api/docs", swaggerUi(options.info.title, options.frame));
}

function makeDocument<E extends Env>(router: OpenAPIHono<E>, { info, servers }: OpenApiOptions) {
  const document = router.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { ...info },
    ...(servers ? { servers: servers.map((server) => ({ ...server })) } : {}),
  });
  const body = JSON.stringify(document);
  return { body, etag: etagOf(body) };
}
