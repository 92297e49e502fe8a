import { BarChart, Section, Table } from "@concord/ui";
import { sources } from "../../denominators/index.ts";
import type { Comparison } from "../compare.ts";
import { named } from "../datasets.ts";
import { messages } from "../messages.ts";
import { type Sector, sectorsOf } from "../sectors.ts";
import { DataLinks, type ViewProps } from "./parts.tsx";

export function SectorsSection({ site, words, comparison }: ViewProps & { comparison: Comparison }) {
  const t = messages.in(site.locale);
  const sectors = sectorsOf(comparison.standings, site.locale).filter(({ members }) => members > 0);
  const [first] = sectors;
  if (!first) return null;
  return (
    <Section title={t("sectors.heading")} id="sectors">
      <div class="region-pair">
        <BarChart
          id="sectors-chart"
          title={t("sectors.chart")}
          description={t("sectors.chart-is", { highest: first.title, value: words.number(first.members) })}
          bars={sectors.map(({ code, title, members }) => ({ label: title, value: members, note: code }))}
          placeLabel={t("col.sector")}
          valueLabel={t("col.members")}
          format={words.number}
          notes={[t("sectors.note"), <DataLinks site={site} dataset="sectors" />]}
        />
        <SectorRates site={site} words={words} sectors={sectors} />
      </div>
    </Section>
  );
}

/** The few sectors with a denominator of their own. */
function SectorRates({ site, words, sectors }: ViewProps & { sectors: readonly Sector[] }) {
  const t = messages.in(site.locale);
  const source = sources.sectorEstablishments;
  const year = String(source.year);
  const known = sectors.filter(({ rate }) => rate !== undefined);
  if (known.length === 0) return null;
  return (
    <div class="cc-stack">
      <h3>{t("sectors.rates")}</h3>
      <Table
        caption={t("sectors.rates")}
        captionHidden
        rows={known}
        columns={[
          { header: t("col.sector"), cell: ({ title, code }) => `${title} (${code})` },
          { header: t("col.members"), cell: ({ members }) => words.number(members), numeric: true },
          {
            header: t("col.establishments", { year }),
            cell: ({ establishments }) => words.number(establishments ?? 0),
            numeric: true,
          },
          {
            header: t("col.sector-rate", { year }),
            cell: ({ rate }) => words.rate(rate ?? 0),
            numeric: true,
          },
        ]}
      />
      <p class="cc-chart__note">{named(source)}.</p>
      <p class="cc-chart__note">{t("sectors.rates-note", { series: source.series, year })}</p>
      <p class="cc-chart__note">{t("note.establishment")}</p>
    </div>
  );
}
