import { writeNumber } from "@concord/runtime";
import { scaleLinear } from "d3-scale";
import { Table } from "../display/table.tsx";
import { useChrome, useSite } from "../page/site-scope.tsx";
import { ChartFrame, type ChartProps, pictureAttributes } from "./chart-frame.tsx";

export interface Bar {
  readonly label: string;
  /** Undefined where no figure is given; it is then said, never drawn as nothing. */
  readonly value: number | undefined;
  readonly note?: string;
  readonly strong?: boolean;
}

const rowHeight = 46;
/** Percent of the width that the longest bar takes; its figure stands after it. */
const longest = 78;

/** Horizontal bars, each with its label above and its figure at its end. Lengths are percentages: text never shrinks. */
export function BarChart(
  props: ChartProps & { bars: readonly Bar[]; placeLabel?: string; valueLabel?: string },
) {
  const t = useChrome();
  const { locale } = useSite();
  const { bars } = props;
  const format = props.format ?? ((value: number) => writeNumber(value, locale));
  const top = Math.max(...bars.map((bar) => bar.value ?? 0), 0);
  const length = scaleLinear([0, top || 1], [0, longest]);
  const told = (bar: Bar) => (bar.value === undefined ? t("chart.missing") : format(bar.value));
  const table = (
    <Table
      caption={props.title}
      captionHidden
      compact
      rows={bars}
      columns={[
        { header: props.placeLabel ?? t("chart.place"), cell: (bar) => bar.label },
        { header: props.valueLabel ?? t("chart.value"), cell: told, numeric: true },
      ]}
    />
  );
  return (
    <ChartFrame chart={props} table={table}>
      <svg class="cc-bars" width="100%" height={bars.length * rowHeight + 4} {...pictureAttributes(props)}>
        <title id={`${props.id}-title`}>{props.title}</title>
        <desc id={`${props.id}-desc`}>{props.description}</desc>
        {bars.map((bar, at) => {
          const end = length(bar.value ?? 0);
          const row = at * rowHeight;
          return (
            <g class={bar.strong ? "cc-bars__strong" : undefined}>
              <text x="0" y={row + 16}>
                {bar.label}
                {bar.note && <tspan class="cc-bars__note"> {bar.note}</tspan>}
              </text>
              <rect x="0" y={row + 22} width={`${end.toFixed(2)}%`} height="16" />
              <text class="cc-bars__value" x={`${end.toFixed(2)}%`} dx={end > 0 ? 8 : 0} y={row + 35}>
                {told(bar)}
              </text>
            </g>
          );
        })}
        <line class="cc-bars__axis" x1="0" x2="0" y1="20" y2={bars.length * rowHeight} />
      </svg>
    </ChartFrame>
  );
}
