import { scaleQuantile, scaleThreshold } from "d3-scale";

/** Up to four classes of values, told apart by pattern; `limits` are their lower bounds from the second on. */
export interface Classes {
  readonly limits: readonly number[];
  of(value: number): number;
}

/** Quartiles rounded to two digits, unless the limits are given. */
export function classesOf(values: readonly number[], limits?: readonly number[]): Classes {
  const bounds = limits ?? roundedQuartiles(values);
  const scale = scaleThreshold<number, number>(
    bounds,
    Array.from({ length: bounds.length + 1 }, (_, at) => at),
  );
  return { limits: bounds, of: (value) => scale(value) };
}

function roundedQuartiles(values: readonly number[]): number[] {
  if (new Set(values).size < 2) return [];
  const least = Math.min(...values);
  const rounded = scaleQuantile(values, [0, 1, 2, 3])
    .quantiles()
    .map((value) => Number(value.toPrecision(2)));
  return [...new Set(rounded)].filter((bound) => bound > least);
}
