import { writeNumber } from "@concord/runtime";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { Table } from "../display/table.tsx";
import { useChrome, useSite } from "../page/site-scope.tsx";
import { ChartFrame, type ChartProps, pictureAttributes } from "./chart-frame.tsx";

export interface Series {
  readonly label: string;
  /** One for each period; undefined breaks the line. */
  readonly values: readonly (number | undefined)[];
}

export interface LineChartProps extends ChartProps {
  /** Labels of the periods in order, such as "Jan 2026". */
  readonly periods: readonly string[];
  readonly series: readonly Series[];
  /** A panel for each series on one shared scale; so it is from four series on. */
  readonly multiples?: boolean;
}

/** Lines over time from zero, each labelled where it ends. One line needs no name: the title has it. */
export function LineChart(props: LineChartProps) {
  const t = useChrome();
  const { locale } = useSite();
  const { periods, series } = props;
  const format = props.format ?? ((value: number) => writeNumber(value, locale));
  const panels = (props.multiples ?? series.length > 3) ? series.map((one) => [one]) : [series];
  const top = Math.max(1, ...series.flatMap((one) => one.values.map((value) => value ?? 0)));
  const table = (
    <Table
      caption={props.title}
      captionHidden
      compact
      rows={periods.map((period, at) => ({ period, at }))}
      columns={[
        { header: t("chart.period"), cell: (row) => row.period },
        ...series.map((one) => ({
          header: one.label,
          numeric: true,
          cell: ({ at }: { at: number }) => {
            const value = one.values[at];
            return value === undefined ? t("chart.missing") : format(value);
          },
        })),
      ]}
    />
  );
  return (
    <ChartFrame chart={props} table={table}>
      <div class={panels.length > 1 ? "cc-panels" : undefined}>
        {panels.map((panel, at) => (
          <Panel
            chart={props}
            series={panel}
            top={top}
            format={format}
            number={at}
            multiple={panels.length > 1}
          />
        ))}
      </div>
    </ChartFrame>
  );
}

interface PanelProps {
  chart: LineChartProps;
  series: readonly Series[];
  top: number;
  format: (value: number) => string;
  number: number;
  multiple: boolean;
}

/**
 * Lines are drawn in a square of 100 that stretches with the screen; words keep their size. Figures of the scale, and
 * that of a line alone, stand in margins of their own, where no line runs.
 */
function Panel({ chart, series, top, format, number, multiple }: PanelProps) {
  const height = multiple ? 150 : 260;
  const plot = { top: 30, bottom: 26 };
  const alone = series.length === 1;
  const x = scaleLinear([0, Math.max(1, chart.periods.length - 1)], [0, 100]);
  const y = scaleLinear([0, top], [100, 0]).nice(3);
  const path = line<number | undefined>()
    .defined((value) => value !== undefined)
    .x((_, at) => x(at))
    .y((value) => y(value ?? 0))
    .digits(2);
  const ticks = y.ticks(multiple ? 2 : 4);
  const inPixels = (value: number) => plot.top + (y(value) / 100) * (height - plot.top - plot.bottom);
  const described = multiple
    ? { ...chart, id: `${chart.id}-${number}`, title: `${chart.title}: ${series[0]?.label ?? ""}` }
    : chart;
  return (
    <svg
      class={alone ? "cc-lines cc-lines--alone" : "cc-lines"}
      width="100%"
      height={height}
      {...pictureAttributes(described)}
    >
      <title id={`${described.id}-title`}>{described.title}</title>
      <desc id={`${described.id}-desc`}>{described.description}</desc>
      {multiple && (
        <text class="cc-lines__name" x="0" y="16">
          {series[0]?.label}
        </text>
      )}
      {ticks.map((tick) => (
        <line class="cc-lines__grid" x1="0" x2="100%" y1={inPixels(tick)} y2={inPixels(tick)} />
      ))}
      <svg
        x="0"
        y={plot.top}
        width="100%"
        height={height - plot.top - plot.bottom}
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        aria-hidden="true"
        overflow="visible"
      >
        {series.map((one, at) => (
          <path
            class={`cc-lines__line cc-lines__line--${at % 3}`}
            d={path([...one.values]) ?? ""}
            vector-effect="non-scaling-stroke"
          />
        ))}
      </svg>
      {ticks.map((tick) => (
        <text class="cc-lines__tick" x="-8" y={inPixels(tick) + 4} text-anchor="end">
          {format(tick)}
        </text>
      ))}
      {endLabels(series, inPixels).map(({ one, last, at }) =>
        alone ? (
          <text class="cc-lines__end" x="100%" dx="8" y={inPixels(last) + 5}>
            {format(last)}
          </text>
        ) : (
          <text class="cc-lines__end" x="100%" y={at} text-anchor="end">
            {`${one.label} ${format(last)}`}
          </text>
        ),
      )}
      <text class="cc-lines__tick" x="0" y={height - 6}>
        {chart.periods[0]}
      </text>
      <text class="cc-lines__tick" x="100%" y={height - 6} text-anchor="end">
        {chart.periods.at(-1)}
      </text>
    </svg>
  );
}

/** A label above the end of each line, pushed apart where lines end close together. */
function endLabels(series: readonly Series[], inPixels: (value: number) => number) {
  const ends = series
    .flatMap((one) => {
      const last = one.values.findLast((value) => value !== undefined);
      return last === undefined ? [] : [{ one, last, at: inPixels(last) - 8 }];
    })
    .sort((a, b) => a.at - b.at);
  let lowest = Number.NEGATIVE_INFINITY;
  return ends.map((end) => {
    lowest = Math.max(end.at, lowest + 18);
    return { ...end, at: lowest };
  });
}
