import { DomainError, type ErrorKind, type ErrorParams, type Locale } from "@concord/runtime";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { messages } from "./problem-messages.ts";

/** Problem details (RFC 9457) as every API answers them. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: ContentfulStatusCode;
  readonly detail: string;
  /** The request's id, to be given to support. */
  readonly instance: string;
  readonly code: string;
  readonly errors?: readonly ProblemField[];
}

export interface ProblemField {
  /** A JSON Pointer (RFC 6901) into the body, or into what `in` names. */
  readonly pointer: string;
  readonly in?: string;
  readonly code: string;
  readonly detail: string;
}

/** Words for a code of the domain, from the slice's messages; undefined leaves the words of its kind. */
export type DescribeCode = (code: string, params: ErrorParams, locale: Locale) => string | undefined;

export const statusOfKind = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  "rate-limited": 429,
  unavailable: 503,
} as const satisfies Record<ErrorKind, ContentfulStatusCode>;

/** Faults of the transport, which no kind of the domain names. */
const statusOfCode: Readonly<Record<string, ContentfulStatusCode>> = {
  "http.malformed-request": 400,
  "http.method-not-allowed": 405,
  "http.body-too-large": 413,
  "http.unsupported-media-type": 415,
  "http.misdirected": 421,
  "http.precondition-failed": 412,
  "http.precondition-required": 428,
  "http.idempotency-key-missing": 400,
  "http.unexpected": 500,
};

const errorOfStatus: Readonly<Record<number, DomainError>> = {
  400: new DomainError("http.malformed-request", "invalid"),
  401: new DomainError("http.unauthenticated", "unauthenticated"),
  403: new DomainError("http.forbidden", "forbidden"),
  404: new DomainError("http.not-found", "not-found"),
  413: new DomainError("http.body-too-large", "invalid"),
  415: new DomainError("http.unsupported-media-type", "invalid"),
};

/** What an error says to the domain's terms; undefined is an error nobody foresaw. */
export function foreseen(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  return error instanceof HTTPException ? errorOfStatus[error.status] : undefined;
}

/** Turns an error into problem details. Of an unforeseen error nothing is told but the request id. */
export function problemDetails(
  error: unknown,
  options: { readonly instance: string; readonly locale: Locale; readonly describe?: DescribeCode },
): Problem {
  const known = foreseen(error);
  const code = known?.code ?? "http.unexpected";
  const kind = known?.kind ?? "unexpected";
  const t = messages.in(options.locale);
  const detail = known && options.describe?.(code, known.params, options.locale);
  const fields = known?.errors.map((field) => ({
    pointer: field.pointer,
    ...(typeof field.params?.in === "string" ? { in: field.params.in } : {}),
    code: field.code,
    detail: fieldDetail(field.code, field.params ?? {}, options),
  }));
  return {
    type: `/problems/${code}`,
    title: t(`title.${kind}`),
    status: statusOfCode[code] ?? (kind === "unexpected" ? 500 : statusOfKind[kind]),
    detail: detail ?? ownDetail(code, options.locale) ?? t(`detail.${kind}`),
    instance: options.instance,
    code,
    ...(fields && fields.length > 0 ? { errors: fields } : {}),
  };
}

/** The words of this package for one of its own codes. */
export function ownDetail(code: string, locale: Locale): string | undefined {
  const key = `code.${code}`;
  return messages.has(key) ? messages.in(locale)(key) : undefined;
}

function fieldDetail(
  code: string,
  params: ErrorParams,
  { locale, describe }: { locale: Locale; describe?: DescribeCode },
): string {
  const t = messages.in(locale);
  return describe?.(code, params, locale) ?? t(messages.has(code) ? code : "field.invalid");
}
