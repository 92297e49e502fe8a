import { useChrome } from "../page/site-scope.tsx";
import type { Classes } from "./classes.ts";

/** Four fills that differ in density as well as in color: clear, dots, lines, solid with lines. */
export function MapPatterns({ id }: { id: string }) {
  return (
    <defs>
      {[0, 1, 2, 3].map((step) => (
        <pattern id={`${id}-class-${step}`} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect class={`cc-map__ground cc-map__ground--${step}`} width="6" height="6" />
          {step === 1 && <circle class="cc-map__weave" cx="3" cy="3" r="0.8" />}
          {step === 2 && <path class="cc-map__weave" d="M0 6 6 0M-1 1 1-1M5 7 7 5" />}
          {step === 3 && (
            <path class="cc-map__weave cc-map__weave--light" d="M0 6 6 0M-1 1 1-1M5 7 7 5M0 0l6 6" />
          )}
        </pattern>
      ))}
    </defs>
  );
}

/** Each class by the least and the greatest figure in it, written as on the map: a limit may round to a figure beyond it. */
export function MapLegend(props: {
  id: string;
  classes: Classes;
  values: readonly number[];
  format: (value: number) => string;
  missing: boolean;
}) {
  const t = useChrome();
  const { id, classes, values, format } = props;
  return (
    <ul class="cc-legend-list">
      {[0, 1, 2, 3].map((step) => {
        const within = values.filter((value) => classes.of(value) === step);
        if (within.length === 0) return null;
        const [from, to] = [format(Math.min(...within)), format(Math.max(...within))];
        return (
          <li>
            <Swatch fill={`url(#${id}-class-${step})`} />
            {from === to ? from : t("chart.range", { from, to })}
          </li>
        );
      })}
      {props.missing && (
        <li>
          <Swatch />
          {t("chart.missing")}
        </li>
      )}
    </ul>
  );
}

function Swatch({ fill }: { fill?: string }) {
  return (
    <svg width="30" height="20" aria-hidden="true">
      <rect
        class={fill ? "cc-map__area" : "cc-map__area cc-map__area--missing"}
        x="1"
        y="1"
        width="28"
        height="18"
        fill={fill}
      />
    </svg>
  );
}
