import { join } from "node:path";
import { loadMessages } from "@concord/runtime";
import en from "./messages/en.ts";

export const messages = await loadMessages(join(import.meta.dirname, "messages"), en);

/** What lists say of an erased item, in every language: its own title may be the very thing that had to go. */
export const erasedTitle: Readonly<Record<string, string>> = Object.fromEntries(
  messages.locales.map((locale) => [locale, messages.in(locale)("incoming.erased-title")]),
);

/** What lists say of an item of ours whose text nobody may have any more. */
export const goneTitle: Readonly<Record<string, string>> = Object.fromEntries(
  messages.locales.map((locale) => [locale, messages.in(locale)("published.gone-title")]),
);
