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

const lineHeight = 18;
/** Bar, its label's first line and the room to the next. */
const rowHeight = 46;
/** Letters that surely fit a phone: text in a picture does not wrap of itself. */
const widest = 44;
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
  let bottom = 0;
  const rows = bars.map((bar) => {
    const lines = linesOf(bar);
    const row = { bar, lines, top: bottom };
    bottom += rowHeight + (lines.length - 1) * lineHeight;
    return row;
  });
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
      <svg class="cc-bars" width="100%" height={bottom + 4} {...pictureAttributes(props)}>
        <title id={`${props.id}-title`}>{props.title}</title>
        <desc id={`${props.id}-desc`}>{props.description}</desc>
        {rows.map(({ bar, lines, top: row }) => {
          const end = length(bar.value ?? 0);
          const under = row + (lines.length - 1) * lineHeight;
          return (
            <g class={bar.strong ? "cc-bars__strong" : undefined}>
              {lines.map(({ label, note }, at) => (
                <text x="0" y={row + 16 + at * lineHeight}>
                  {label}
                  {note && <tspan class="cc-bars__note">{label ? ` ${note}` : note}</tspan>}
                </text>
              ))}
              <line class="cc-bars__axis" x1="0" x2="0" y1={under + 20} y2={under + 40} />
              <rect x="0" y={under + 22} width={`${end.toFixed(2)}%`} height="16" />
              <text class="cc-bars__value" x={`${end.toFixed(2)}%`} dx={end > 0 ? 8 : 0} y={under + 35}>
                {told(bar)}
              </text>
            </g>
          );
        })}
      </svg>
    </ChartFrame>
  );
}

/** A bar's label in lines; its note ends the last one, or stands below where it does not fit. */
function linesOf({ label, note }: Bar): { label?: string; note?: string }[] {
  const labels = wrap(label);
  const last = labels.at(-1) ?? "";
  const lines = labels.map((line) => ({ label: line }));
  if (!note) return lines;
  if (last.length + note.length >= widest) return [...lines, ...wrap(note).map((line) => ({ note: line }))];
  return [...lines.slice(0, -1), { label: last, note }];
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= widest) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
