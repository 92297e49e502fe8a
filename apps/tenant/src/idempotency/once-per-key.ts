import { clientAddress, idempotent, networkOf } from "@concord/http";
import type { MiddlewareHandler } from "hono";
import type { ApiEnv } from "../api-environment.ts";
import type { Unit } from "../context.ts";
import { idempotencyStore } from "./store.ts";

/**
 * `Idempotency-Key` for a call that creates something: the same key again gives the same answer and no second
 * effect. What the call does joins the transaction that keeps its answer.
 */
export const oncePerKey: MiddlewareHandler<ApiEnv> = (c, next) => {
  const context = c.get("context");
  const { actor, tenant, clock } = context;
  const scope = actor.kind === "public" ? `public:${networkOf(clientAddress(c))}` : actor.id;
  const store = idempotencyStore(tenant.database, clock, (tx) => {
    const unit: Unit = { ...context, db: tx, tx };
    c.set("context", unit);
  });
  return idempotent({ store, scope: () => scope })(c, next);
};
