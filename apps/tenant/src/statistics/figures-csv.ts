import { type FigureMetric, type Figures, textIn } from "@concord/content";
import { stringify } from "csv-stringify/sync";
import { messages } from "./messages.ts";
import { type FigureRow, figureRows } from "./rows.ts";

/** A release as CSV (RFC 4180, UTF-8, formulas defused); a hidden figure has no value and says its rule. */
export function figuresCsv(figures: Figures, locale: string): string {
  const t = messages.in(locale);
  const notice = figures.notice ? textIn(figures.notice, locale) : undefined;
  const line = (metric: FigureMetric, category: string, value: string, status: string) => {
    const { unit, definition, difference } = figures.metrics[metric];
    const meaning = [definition, ...(difference ? [difference] : [])]
      .map((text) => textIn(text, locale))
      .join(" ");
    const about = [textIn(unit, locale), status, meaning, figures.period, figures.asOf];
    return [t(`metric.${metric}`), category, value, ...about, ...(notice ? [notice] : [])];
  };
  const heads = ["metric", "category", "value", "unit", "status", "definition", "period", "as-of"] as const;
  const { byLevel, bySector } = figures.membership;
  const part = (category: string, members: number) =>
    line("members", category, String(members), t("csv.shown"));
  const lines = [
    [...heads.map((head) => t(`csv.${head}`)), ...(notice ? [t("csv.notice")] : [])],
    ...figureRows(figures).map((row) => line(row.metric, "", csvValue(row), csvStatus(row, locale))),
    ...byLevel.map(({ title, members }) => part(textIn(title, locale), members)),
    ...bySector.map(({ sector, title, members }) => part(`${sector} ${textIn(title, locale)}`, members)),
  ];
  return stringify(lines, { bom: true, escape_formulas: true, record_delimiter: "windows" });
}

function csvValue({ value }: FigureRow): string {
  return value.kind === "hidden" ? "" : String(value.value);
}

function csvStatus({ value }: FigureRow, locale: string): string {
  const t = messages.in(locale);
  return value.kind === "hidden" ? t("csv.hidden", { rule: value.rule }) : t("csv.shown");
}
