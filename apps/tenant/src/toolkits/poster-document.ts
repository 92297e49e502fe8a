import { expandToText, type ToolkitItem, textIn } from "@concord/content";
import { posterPdf } from "@concord/documents";
import { DomainError } from "@concord/runtime";
import type { Tenant } from "../context.ts";
import { letterheadOf, textIn as profileText, tokensOf } from "../profile/index.ts";
import { messages } from "./messages.ts";

export type PosterItem = Extract<ToolkitItem, { type: "poster" }>;

/** The poster as a letter-size PDF, with the numbers of this program's own list. */
export function printPoster(tenant: Tenant, poster: PosterItem, locale: string): Promise<Uint8Array> {
  const { hotlines } = tenant.profile;
  const t = messages.in(locale);
  const words = (text: PosterItem["headline"]) =>
    expandToText(textIn(text, locale), tokensOf(tenant.profile, locale), locale);
  const lines = poster.hotlines.flatMap((id) => hotlines.find((line) => line.id === id) ?? []);
  const shown = lines.flatMap((line, at) => {
    if (!line.phone) return [];
    const text = line.sms ? [t("poster.text-to", { number: line.sms })] : [];
    const details = at === 0 ? [words(poster.call), ...text] : [];
    const name = profileText(line.name, locale);
    return { name, number: line.phone, ...(details.length > 0 && { details: details.join(" ") }) };
  });
  const [first, ...others] = shown;
  if (!first) throw new DomainError("toolkits.poster-without-number", "unavailable");
  return posterPdf({
    ...letterheadOf(tenant.profile, locale),
    headline: words(poster.headline),
    lines: poster.lines.map(({ text }) => words(text)),
    hotlines: [first, ...others],
    verifiedOn: lines[0]?.lastVerified,
  });
}
