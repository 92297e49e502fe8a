import { Section, Table } from "@concord/ui";
import type { Comparison } from "../compare.ts";
import { messages } from "../messages.ts";
import { graceDays } from "../model.ts";
import { DataLinks, FreshnessTag, Program, stateHref, type ViewProps } from "./parts.tsx";

export function FreshnessSection({ site, words, comparison }: ViewProps & { comparison: Comparison }) {
  const t = messages.in(site.locale);
  return (
    <Section title={t("fresh.heading")} id="freshness">
      <p>{t("fresh.lead", { days: graceDays, month: words.month(comparison.due) })}</p>
      <Table
        caption={t("fresh.table")}
        captionHidden
        rows={comparison.standings}
        columns={[
          {
            header: t("col.state"),
            cell: (standing) => (
              <>
                <a href={stateHref(site, standing)}>{words.place(standing)}</a>
                <small class="region-note">
                  <Program site={site} standing={standing} />
                </small>
              </>
            ),
          },
          {
            header: t("col.status"),
            cell: (standing) => (
              <>
                <FreshnessTag site={site} freshness={standing.freshness} />
                {words.reasons(standing).map((reason) => (
                  <small class="region-note">{reason}</small>
                ))}
              </>
            ),
          },
          {
            header: t("col.newest"),
            cell: ({ release }) => (release ? words.shortMonth(release.period) : t("none-yet")),
          },
          {
            header: t("col.as-of"),
            cell: ({ release }) => (release ? words.shortDay(release.asOf) : t("none-yet")),
          },
          {
            header: t("col.signed"),
            cell: ({ release }) => (release ? words.moment(release.signedAt) : t("none-yet")),
          },
          {
            header: t("col.heard"),
            cell: ({ contact }) => (contact.lastHeardAt ? words.moment(contact.lastHeardAt) : t("never")),
          },
        ]}
      />
      <p class="cc-chart__note">
        <DataLinks site={site} dataset="freshness" />
      </p>
    </Section>
  );
}
