import { type Clock, DomainError } from "@concord/runtime";
import type { MiddlewareHandler } from "hono";
import type { ApiEnv } from "./api-environment.ts";
import type { ContextOf } from "./compose.ts";
import type { Tenant } from "./context.ts";
import { actorByToken, publicActor } from "./identity/index.ts";

/**
 * The API takes bearer tokens (RFC 6750) and never cookies. Without a token the caller is the public;
 * a token that is unknown, revoked or expired is refused rather than ignored.
 */
export function requireBearer(tenant: Tenant, clock: Clock, contextOf: ContextOf): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const header = c.req.header("authorization");
    const token = header?.match(/^Bearer ([\w-]+)$/i)?.[1];
    const actor = token ? await actorByToken(tenant.database.db, token, clock.now()) : undefined;
    if (header && !actor) throw new DomainError("identity.token-refused", "unauthenticated");
    c.set("context", contextOf(actor ?? publicActor, c.get("context")?.locale ?? "en"));
    await next();
  };
}
