import { DomainError } from "@concord/runtime";
import { OpenAPIHono, type RouteConfig } from "@hono/zod-openapi";
import type { Env } from "hono";
import { fieldErrors } from "./field-errors.ts";

/**
 * A router whose routes carry their contract (`createRoute`). Input that breaks the contract throws
 * `request.invalid` with a field error for each fault; the application's `handleErrors` answers it.
 */
export function createRouter<E extends Env = Env>(): OpenAPIHono<E> {
  const router = new OpenAPIHono<E>({
    defaultHook: (result) => {
      if (result.success) return;
      const part = result.target === "json" || result.target === "form" ? undefined : result.target;
      throw new DomainError("request.invalid", "invalid", {}, fieldErrors(result.error, part));
    },
  });
  const { openapi } = router;
  router.openapi = (route, handler, hook) => openapi(withRequiredBody(route), handler, hook);
  return router;
}

/** A declared body is required unless the route says otherwise; left open, an absent body would skip its schema. */
function withRequiredBody<R extends RouteConfig>(route: R): R {
  if (!route.request?.body) return route;
  const body = { ...route.request.body, required: route.request.body.required ?? true };
  return { ...route, request: { ...route.request, body } };
}
