import { clientAddress, idempotent, networkOf } from "@concord/http";
import type { MiddlewareHandler } from "hono";
import type { ApiEnv } from "../api-environment.ts";
import { idempotencyStore } from "./store.ts";

/** `Idempotency-Key` for a call that creates something: the same key again gives the same answer and no second effect. */
export const oncePerKey: MiddlewareHandler<ApiEnv> = (c, next) => {
  const { actor, tenant, clock } = c.get("context");
  const scope = actor.kind === "public" ? `public:${networkOf(clientAddress(c))}` : actor.id;
  return idempotent({ store: idempotencyStore(tenant.database.db, clock), scope: () => scope })(c, next);
};
