import { DomainError } from "@concord/runtime";
import type { Actor } from "./model.ts";

/** Whose own learning this is: a person signed in, or whose token it is. Throws for everybody else. */
export function demandPerson({ kind, personId }: Actor): string {
  if (personId) return personId;
  throw kind === "public"
    ? new DomainError("identity.sign-in-needed", "unauthenticated")
    : new DomainError("identity.not-allowed", "forbidden");
}
