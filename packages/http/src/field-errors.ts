import type { FieldError } from "@concord/runtime";
import type { z } from "zod";

/** A message of a schema that is a code (`membership.name-missing`) and not prose. */
const code = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/;

/**
 * A schema's issues as field errors: pointers by RFC 6901, codes that messages translate.
 * `part` says what was read if it was not the body: `query`, `param`, `header` or `cookie`.
 */
export function fieldErrors(error: Pick<z.core.$ZodError, "issues">, part?: string): FieldError[] {
  return error.issues.map((issue) => ({
    pointer: issue.path.map((step) => `/${escapeStep(String(step))}`).join(""),
    code: codeOf(issue),
    params: { ...limitsOf(issue), ...(part ? { in: part } : {}) },
  }));
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (code.test(issue.message)) return issue.message;
  if (issue.code === "custom") {
    const given: unknown = issue.params?.code;
    return typeof given === "string" ? given : "field.invalid";
  }
  // By default zod leaves the input out of an issue; its message is the only sign that nothing was there.
  if (issue.code === "invalid_type" && issue.message.endsWith("received undefined")) return "field.required";
  return `field.${issue.code.replaceAll("_", "-")}`;
}

function limitsOf(issue: z.core.$ZodIssue): Record<string, number> {
  if (issue.code === "too_small") return { minimum: Number(issue.minimum) };
  if (issue.code === "too_big") return { maximum: Number(issue.maximum) };
  return {};
}

/** One step of a JSON pointer (RFC 6901 section 3). */
export function escapeStep(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}
