import { DomainError, type ErrorParams, type MessageSource, paramsForWords } from "@concord/runtime";
import type { FormErrors, FormValues } from "@concord/ui";
import { describeError } from "../error-words.ts";
import type { PortalContext } from "./environment.ts";
import { messages as portalMessages } from "./messages.ts";

export interface Posted {
  /** What was typed, by field name; a list where a name came several times. */
  readonly values: FormValues;
  readonly files: Readonly<Record<string, File>>;
}

/** Reads a posted form. The CSRF field is left out, an empty file as well. */
export async function readForm(c: PortalContext): Promise<Posted> {
  const body = await c.req.parseBody({ all: true });
  const values: Record<string, string | readonly string[]> = {};
  const files: Record<string, File> = {};
  for (const [name, posted] of Object.entries(body)) {
    if (name === "_csrf") continue;
    const parts = Array.isArray(posted) ? posted : [posted];
    const texts = parts.filter((part) => typeof part === "string");
    const file = parts.find((part) => part instanceof File);
    if (file && file.size > 0) files[name] = file;
    if (texts.length > 0) values[name] = texts.length === 1 ? (texts[0] ?? "") : texts;
  }
  return { values, files };
}

/** Turns `locations.0.city` into nested objects and lists, as a verb's input has them. */
export function nested(values: FormValues): Record<string, unknown> {
  const root: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(values)) {
    const steps = name.split(".");
    let node = root;
    for (const step of steps.slice(0, -1)) {
      const next = node[step];
      node = node[step] = isRecord(next) ? next : Object.create(null);
    }
    node[steps.at(-1) ?? name] = value;
  }
  return Object.fromEntries(Object.entries(root).map(([key, value]) => [key, listed(value)]));
}

/** The reverse: nested values as field names, to fill a form again. */
export function flattened(value: unknown, prefix = ""): Record<string, string | string[]> {
  if (value === undefined || value === null) return {};
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return { [prefix]: value };
  if (typeof value !== "object") return { [prefix]: value === true ? "true" : String(value) };
  const entries = Object.entries(value).map(([key, item]) =>
    flattened(item, prefix ? `${prefix}.${key}` : key),
  );
  return Object.assign({}, ...entries);
}

export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: FormErrors; readonly status: 409 | 422 };

/**
 * Runs a verb for a form. What the person can mend comes back as messages by field, in their language;
 * anything else is thrown on. `sources` are the catalogs in which the codes are looked up, the slice's own first.
 */
export async function attempt<T>(
  c: PortalContext,
  sources: readonly MessageSource[],
  run: () => Promise<T>,
): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    const { locale } = c.get("context");
    if (!(error instanceof DomainError) || !isForTheForm(error, locale)) throw error;
    const status = error.kind === "invalid" ? 422 : 409;
    const fields = error.errors.map(({ pointer, code, params }) => [
      fieldOf(pointer) || "form",
      errorText(sources, locale, code, params ?? {}),
    ]);
    if (fields.length > 0) return { ok: false, status, errors: Object.fromEntries(fields.reverse()) };
    return { ok: false, status, errors: { form: errorText(sources, locale, error.code, error.params) } };
  }
}

/** What cannot be done now keeps what was typed where there are words for it: it can be sent again once it is mended. */
function isForTheForm({ kind, code, params }: DomainError, locale: string): boolean {
  if (kind === "unavailable") return describeError(code, params, locale) !== undefined;
  return kind === "invalid" || kind === "conflict";
}

/** The form's name for what a JSON Pointer (RFC 6901) names; a step of it can hold a slash of its own. */
function fieldOf(pointer: string): string {
  return pointer.slice(1).replaceAll("/", ".").replaceAll("~1", "/").replaceAll("~0", "~");
}

/** An error's code in words: its own message, or the one for every value that breaks a rule. */
export function errorText(
  sources: readonly MessageSource[],
  locale: string,
  code: string,
  params: ErrorParams,
): string {
  const values = paramsForWords(params);
  for (const source of [...sources, portalMessages]) {
    const text = source.find(locale, code, values);
    if (text !== undefined) return text;
  }
  // A rule of another slice, which this form met by the way.
  return describeError(code, params, locale) ?? portalMessages.in(locale)("field.invalid");
}

function listed(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const keys = Object.keys(value);
  if (keys.length > 0 && keys.every((key) => /^\d+$/.test(key))) {
    return keys.sort((a, b) => Number(a) - Number(b)).map((key) => listed(value[key]));
  }
  return Object.fromEntries(keys.map((key) => [key, listed(value[key])]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
