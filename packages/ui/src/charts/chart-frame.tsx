import type { Child, PropsWithChildren } from "hono/jsx";
import { useChrome } from "../page/site-scope.tsx";

/** What every chart takes. Texts are in the page's language. */
export interface ChartProps {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** What the picture shows, in a sentence or two, for who cannot see it. */
  readonly description: string;
  readonly level?: 2 | 3 | 4;
  readonly source?: Child;
  readonly asOf?: Date;
  /** Footnotes that change how a figure is read. */
  readonly notes?: readonly Child[];
  readonly format?: (value: number) => string;
}

/** Title above, the picture, its figures as a table, its source and footnotes. */
export function ChartFrame({
  chart,
  table,
  children,
}: PropsWithChildren<{ chart: ChartProps; table: Child }>) {
  const t = useChrome();
  const Heading = `h${chart.level ?? 3}` as const;
  return (
    <figure class="cc-chart" aria-labelledby={`${chart.id}-heading`}>
      <Heading id={`${chart.id}-heading`}>{chart.title}</Heading>
      {children}
      {chart.notes?.map((note) => (
        <p class="cc-chart__note">{note}</p>
      ))}
      <p class="cc-chart__note">
        {chart.asOf && `${t("chart.asOf", { date: chart.asOf })}. `}
        {chart.source && (
          <>
            {t("chart.source", { source: "" }).trim()} {chart.source}
          </>
        )}
      </p>
      <details class="cc-chart__data">
        <summary>{t("chart.data")}</summary>
        {table}
      </details>
    </figure>
  );
}

/** Ties a picture to its `<title>` and `<desc>`. */
export const pictureAttributes = (chart: ChartProps) => ({
  role: "img",
  "aria-labelledby": `${chart.id}-title`,
  "aria-describedby": `${chart.id}-desc`,
});
