import type { Measure } from "./measure.ts";

/** The measures as lines with aligned columns; a gate shows the ratio that it asks for. */
export function table(measures: readonly Measure[]): string {
  const rows = measures.map(({ name, value, unit, ratio, against, least }) => [
    name,
    `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`,
    ratio === null ? "" : ratio.toFixed(2),
    least === undefined ? "" : `≥ ${least.toFixed(2)}`,
    against ?? "",
  ]);
  const all = [["what", "value", "ratio", "gate", "against"], ...rows];
  const widths = [0, 1, 2, 3].map((at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
