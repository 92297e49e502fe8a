import type { RegistryMember } from "@concord/federation";
import { memberOf, type Wanted, withMember } from "./members.ts";

/** Suspends, readmits or lets go. Throws `stewardship.unknown-member`. */
export function setStatus(held: Wanted, code: string, status: RegistryMember["status"]): Wanted {
  return withMember(held, { ...memberOf(held, code), status });
}
