import { DescriptionList, PageHeading, ProcessList, Table } from "@concord/ui";
import { sources } from "../../denominators/index.ts";
import { RegionPage } from "../../portal/region-page.tsx";
import { messages } from "../messages.ts";
import type { Standing } from "../model.ts";
import { differenceOf } from "../words.ts";
import { DataSection } from "./data-section.tsx";
import type { ViewProps } from "./parts.tsx";

type Props = ViewProps & { standings: readonly Standing[] };

/** How the figures come about, what they mean, and what they do not say. */
export function AboutPage(props: Props) {
  const { site } = props;
  const t = messages.in(site.locale);
  return (
    <RegionPage site={site} title={t("about.title")} width="wide">
      <PageHeading title={t("about.title")} lead={t("about.lead")} />
      <h2>{t("about.path")}</h2>
      <ProcessList
        items={(["count", "protect", "sign", "check"] as const).map((step) => ({
          heading: t(`about.path-${step}`),
          content: <p>{t(`about.path-${step}-body`)}</p>,
        }))}
      />
      <h2>{t("about.late")}</h2>
      <DescriptionList
        items={(["late", "hidden", "none"] as const).map((kind) => ({
          term: t(`about.late-${kind}`),
          detail: t(`about.late-${kind}-body`),
        }))}
      />
      <h2>{t("about.compare")}</h2>
      <ul class="usa-list">
        {(["age", "levels", "impact"] as const).map((caution) => (
          <li>{t(`about.compare-${caution}`)}</li>
        ))}
        <li>{t("note.employees")}</li>
      </ul>
      <Rates {...props} />
      <Differences {...props} />
      <DataSection {...props} />
    </RegionPage>
  );
}

function Rates({ site, words, standings }: Props) {
  const t = messages.in(site.locale);
  const [year, sectorYear] = [String(sources.establishments.year), String(sources.sectorEstablishments.year)];
  const rows = standings.flatMap((standing) =>
    standing.denominator ? [{ standing, ...standing.denominator }] : [],
  );
  return (
    <>
      <h2>{t("about.rates")}</h2>
      <p>{t("about.rates-lead")}</p>
      <p>{t("note.establishment")}</p>
      <p>{t("note.like")}</p>
      <Table
        caption={t("about.denominators")}
        rows={rows}
        columns={[
          { header: t("col.state"), cell: ({ standing }) => words.place(standing) },
          { header: t("about.population"), cell: (row) => words.number(row.population), numeric: true },
          {
            header: t("col.establishments", { year }),
            cell: (row) => words.number(row.establishments),
            numeric: true,
          },
          ...(["62", "72"] as const).map((sector) => ({
            header: t(`about.sector${sector}`, { year: sectorYear }),
            cell: (row: (typeof rows)[number]) => words.number(row.sectorEstablishments[sector] ?? 0),
            numeric: true,
          })),
        ]}
      />
      <p class="cc-chart__note">{t("about.sources", { year, sectorYear })}</p>
      <p class="cc-chart__note">{t("about.sector-file", { sectorYear })}</p>
    </>
  );
}

function Differences({ site, words, standings }: Props) {
  const t = messages.in(site.locale);
  const different = standings.flatMap((standing) => {
    const detail = differenceOf(standing, site.locale);
    return detail ? [{ term: words.place(standing), detail }] : [];
  });
  return (
    <>
      <h2>{t("about.differences")}</h2>
      {different.length > 0 ? <DescriptionList items={different} /> : <p>{t("about.no-differences")}</p>}
    </>
  );
}
