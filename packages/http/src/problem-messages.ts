import { join } from "node:path";
import { type Locale, loadMessages } from "@concord/runtime";
import type { Context } from "hono";
import { parseAccept } from "hono/utils/accept";
import en from "./messages/en.ts";

export const messages = await loadMessages(join(import.meta.dirname, "messages"), en);

/** The first language of Accept-Language that there are messages in, by its primary subtag; else English. */
export function acceptedLocale(c: Context): Locale {
  return localeFrom(c.req.header("accept-language"));
}

export function localeFrom(acceptLanguage: string | undefined): Locale {
  const wanted = acceptLanguage ? parseAccept(acceptLanguage) : [];
  for (const { type } of wanted.toSorted((a, b) => b.q - a.q)) {
    const primary = type.split("-")[0]?.toLowerCase();
    if (primary && messages.locales.includes(primary)) return primary;
  }
  return "en";
}
