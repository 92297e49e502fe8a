import type { Tx } from "@concord/database";
import { escapeHtml } from "./model.ts";
import { replaceInMails } from "./store.ts";

type Title = Readonly<Record<string, string>>;

/** Takes a title that must be forgotten, in each of its languages, out of the messages of one kind that are kept here. */
export async function forgetTitle(tx: Tx, kind: string, title: Title, instead: Title): Promise<void> {
  for (const [locale, from] of Object.entries(title)) {
    const to = instead[locale] ?? "";
    const html = { from: escapeHtml(from), to: escapeHtml(to) };
    if (from) await replaceInMails(tx, kind, { text: { from, to }, html });
  }
}
