import { type Figures, textIn } from "@concord/content";
import { writeNumber } from "@concord/runtime";
import { type Site, StatusTag, Table } from "@concord/ui";
import { messages } from "../messages.ts";
import { type FigureValue, figureRows } from "../rows.ts";

/** A release as tables: the figures with their definitions, then members by level and sector. */
export function FiguresTables({ site, figures, caption }: { site: Site; figures: Figures; caption: string }) {
  const t = messages.in(site.locale);
  const meaning = (metric: keyof Figures["metrics"]) => {
    const { definition, difference } = figures.metrics[metric];
    return (
      <>
        {textIn(definition, site.locale)}
        {difference && <span class="cc-under">{textIn(difference, site.locale)}</span>}
      </>
    );
  };
  const { byLevel, bySector } = figures.membership;
  return (
    <>
      <Table
        caption={caption}
        columns={[
          { header: t("figures.metric"), cell: (row) => t(`metric.${row.metric}`) },
          {
            header: t("figures.value"),
            numeric: true,
            cell: (row) => <Value site={site} value={row.value} />,
          },
          { header: t("figures.unit"), cell: (row) => textIn(figures.metrics[row.metric].unit, site.locale) },
          { header: t("figures.meaning"), cell: (row) => meaning(row.metric) },
        ]}
        rows={figureRows(figures)}
      />
      <Table
        caption={t("figures.by-level")}
        compact
        columns={[
          { header: t("figures.level"), cell: (row) => textIn(row.title, site.locale) },
          {
            header: t("figures.members"),
            numeric: true,
            cell: (row) => writeNumber(row.members, site.locale),
          },
        ]}
        rows={byLevel}
      />
      <Table
        caption={t("figures.by-sector")}
        compact
        columns={[
          { header: t("figures.sector"), cell: (row) => `${row.sector} ${textIn(row.title, site.locale)}` },
          {
            header: t("figures.members"),
            numeric: true,
            cell: (row) => writeNumber(row.members, site.locale),
          },
        ]}
        rows={bySector}
      />
    </>
  );
}

function Value({ site, value }: { site: Site; value: FigureValue }) {
  const t = messages.in(site.locale);
  if (value.kind === "hidden") return <StatusTag status="neutral">{t("figures.hidden")}</StatusTag>;
  if (value.kind === "count") return <>{writeNumber(value.value, site.locale)}</>;
  return (
    <>
      {t("value.counties", {
        reached: writeNumber(value.value, site.locale),
        of: writeNumber(value.of, site.locale),
      })}
    </>
  );
}
