import { DomainError } from "@concord/runtime";

/** What a rule of the protocol refuses is a matter of whoever filled in the form. */
export function asRefusal(error: unknown): never {
  if (error instanceof Error && error.name === "ZodError")
    throw new DomainError("desk.rule-broken", "invalid");
  throw error;
}
