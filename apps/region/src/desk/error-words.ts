import type { DomainError, ErrorParams, Locale } from "@concord/runtime";
import { paramsForWords } from "@concord/runtime";
import { messages } from "./messages.ts";

/** A refusal in the reader's language; undefined for one that is no matter of this desk. */
export function errorWords(
  { code, params }: Pick<DomainError, "code" | "params">,
  locale: Locale,
): string | undefined {
  return messages.find(locale, `error.${code}`, { ...paramsForWords(params), why: whyOf(params, locale) });
}

/** The protocol's reason in words, or by its name where there are none. */
function whyOf({ reason }: ErrorParams, locale: Locale): string {
  const known = messages.find(locale, `why.${reason}`);
  return known ?? messages.in(locale)("why.other", { reason: String(reason) });
}

/** What a form's fields lack, by their names, in their order. */
export function fieldWords({ errors, code, params }: DomainError, locale: Locale): Record<string, string> {
  const t = messages.in(locale);
  const fields = errors.map(({ pointer, code: fault }) => [
    pointer.slice(1).replace(/\/.*/, "") || "form",
    errorWords({ code: fault, params: {} }, locale) ?? t("error.field"),
  ]);
  if (fields.length > 0) return Object.fromEntries(fields);
  return { form: errorWords({ code, params }, locale) ?? t("error.field") };
}
