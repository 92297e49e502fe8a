import { DomainError } from "@concord/runtime";
import type { Context } from "./context.ts";

/** Outside a trial there is nothing at the address of what only a trial offers. */
export function demandTrial({ tenant }: Pick<Context, "tenant">): void {
  if (!tenant.trial) throw new DomainError("http.not-found", "not-found");
}
