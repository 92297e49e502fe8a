import { Section, Table } from "@concord/ui";
import { type Activity, type ActivityMetric, activityMetrics, type Comparison } from "../compare.ts";
import { messages } from "../messages.ts";
import type { Cell, RegionalCell, Standing } from "../model.ts";
import { DataLinks, StateName, type ViewProps } from "./parts.tsx";

type Props = ViewProps & { comparison: Comparison };

/** What is about learners: hidden where small, and the region's sum with it. */
export function ActivitySection({ comparison, ...view }: Props) {
  const { site, words } = view;
  const t = messages.in(site.locale);
  const { activity } = comparison;
  if (!activity) return null;
  const month = words.month(activity.period);
  return (
    <Section title={t("activity.heading", { month })} id="activity" tone="paper">
      <p>{t("activity.lead")}</p>
      <Table
        caption={t("activity.table", { month })}
        captionHidden
        rows={rowsOf(activity, comparison.standings)}
        columns={[
          {
            header: t("col.state"),
            cell: ({ standing }) =>
              standing ? <StateName {...view} standing={standing} /> : t("activity.total"),
          },
          ...activityMetrics.map((metric) => ({
            header: t(`col.${metric}`),
            cell: (row: Row) => <CellText {...view} row={row} metric={metric} />,
            numeric: true,
          })),
        ]}
      />
      <p class="cc-chart__note">{t("activity.hidden-note")}</p>
      <p class="cc-chart__note">
        <DataLinks site={site} dataset="activity" />
      </p>
    </Section>
  );
}

interface Row {
  /** Absent in the region's own row. */
  readonly standing?: Standing;
  readonly cells: Readonly<Record<ActivityMetric, Cell | RegionalCell | undefined>>;
}

function rowsOf({ rows }: Activity, standings: readonly Standing[]): Row[] {
  const cells = (pick: (row: Activity["rows"][number]) => Cell | RegionalCell | undefined): Row["cells"] => {
    const of = (metric: ActivityMetric) => {
      const row = rows.find((one) => one.metric === metric);
      return row && pick(row);
    };
    return {
      completions: of("completions"),
      "contact-hours": of("contact-hours"),
      "toolkit-adoptions": of("toolkit-adoptions"),
    };
  };
  return [
    ...standings.map((standing, at) => ({ standing, cells: cells((row) => row.cells[at]?.cell) })),
    { cells: cells((row) => row.total) },
  ];
}

function CellText({ site, words, row, metric }: ViewProps & { row: Row; metric: ActivityMetric }) {
  const t = messages.in(site.locale);
  const cell = row.cells[metric];
  if (!cell || cell.is === "missing") return <>{t("activity.missing")}</>;
  const without =
    "missing" in cell && cell.missing > 0
      ? t("activity.total-missing", { missing: cell.missing })
      : undefined;
  const note =
    cell.is === "shown"
      ? undefined
      : "rule" in cell
        ? t(`activity.rule.${cell.rule}`, { threshold: thresholdOf(row.standing) })
        : t("activity.total-hidden", { hidden: cell.hidden, others: words.number(cell.others) });
  return (
    <>
      {cell.is === "shown" ? words.number(cell.value) : t("activity.hidden")}
      {[note, without].map((text) => text && <small class="region-note">{text}</small>)}
    </>
  );
}

/** Below which this state hides a figure. */
function thresholdOf(standing: Standing | undefined): number {
  return standing?.release?.body.protection.threshold ?? 11;
}
