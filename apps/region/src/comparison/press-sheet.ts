import { onePagePdf } from "@concord/documents";
import type { Site } from "@concord/ui";
import type { Comparison } from "./compare.ts";
import { rateOf } from "./datasets.ts";
import { messages } from "./messages.ts";
import { summaryOf } from "./summary.ts";
import { differenceOf, rateSource, wordsIn } from "./words.ts";

/** One sheet of paper for the press or the legislature, as PDF/UA-1. Undefined before any state has published. */
export async function pressSheet(comparison: Comparison, site: Site): Promise<Uint8Array | undefined> {
  const { locale, brand } = site;
  const t = messages.in(locale);
  const words = wordsIn(locale);
  const summary = summaryOf(comparison, locale);
  const published = comparison.standings
    .flatMap(({ release, ...standing }) => (release ? [{ ...standing, release }] : []))
    .sort((a, b) => b.release.body.membership.active - a.release.body.membership.active);
  const newest = published
    .map(({ release }) => release.asOf)
    .sort()
    .at(-1);
  if (!summary || !newest) return undefined;
  return onePagePdf({
    ...{ locale, brand, official: false, asOf: newest },
    office: { name: t("press.office") },
    jurisdictionName: words.places(comparison.standings),
    title: t("press.title"),
    sentences: [summary.first, summary.more.join(" "), ...summary.cautions],
    table: {
      title: t("members.table"),
      columns: [t("col.state"), t("col.members"), t("press.rate"), t("col.employees"), t("col.as-of")],
      rows: published.map((standing) => {
        const rate = rateOf(standing);
        const { membership } = standing.release.body;
        return [
          standing.freshness === "late"
            ? `${words.place(standing)} (${t("fresh.late").toLocaleLowerCase(locale)})`
            : words.place(standing),
          words.number(membership.active),
          rate === undefined ? t("no-denominator") : words.rate(rate),
          words.number(membership.employees),
          words.shortDay(standing.release.asOf),
        ];
      }),
    },
    footnotes: [
      `${rateSource(locale)}. ${t("note.establishment")}`,
      t("note.employees"),
      ...published.flatMap((standing) => {
        const difference = differenceOf(standing, locale);
        return difference ? [`${words.place(standing)}: ${difference}`] : [];
      }),
    ],
  });
}
