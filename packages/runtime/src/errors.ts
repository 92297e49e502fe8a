export type ErrorKind =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "rate-limited"
  | "unavailable";

export type ErrorParams = Readonly<Record<string, string | number | boolean>>;

/** Parameters as a sentence takes them: ICU selects by text, not by truth. */
export function paramsForWords(params: ErrorParams): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, typeof value === "boolean" ? String(value) : value]),
  );
}

/** One faulty field: a JSON Pointer (RFC 6901) into the input, and a code that messages translate. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly params?: ErrorParams;
}

/**
 * What a rule of the domain refuses. It holds no prose and no HTTP status:
 * `http` maps `kind` to a status, the portal maps `code` to its language.
 */
export class DomainError extends Error {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly params: ErrorParams;
  readonly errors: readonly FieldError[];

  constructor(code: string, kind: ErrorKind, params: ErrorParams = {}, errors: readonly FieldError[] = []) {
    super(code);
    this.name = "DomainError";
    this.code = code;
    this.kind = kind;
    this.params = params;
    this.errors = errors;
  }
}
