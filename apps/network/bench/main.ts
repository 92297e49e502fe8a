import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Measure } from "./measure.ts";
import { measureNetwork } from "./measure-network.ts";
import { measureSync } from "./measure-sync.ts";
import { measureTenant } from "./measure-tenant.ts";

/** What the hand-written route makes of the same rows is the measure; less than this share of it is a fault. */
const leastRatio = 0.7;

/** Measures, prints a table and writes `file`. Ends with a fault where a hot read falls short. */
async function main(file: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "concord-bench-"));
  try {
    const measures = [...(await measureTenant()), await measureSync(folder), ...(await measureNetwork())];
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(measures, undefined, 2)}\n`);
    process.stdout.write(`${table(measures)}\nWritten to ${file}\n`);
    const short = measures.filter(
      ({ name, ratio }) => name.startsWith("directory") && (ratio ?? 0) < leastRatio,
    );
    if (short.length > 0) {
      process.stdout.write(`Below ${leastRatio}: ${short.map(({ name }) => name).join(", ")}\n`);
      process.exitCode = 1;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function table(measures: readonly Measure[]): string {
  const rows = measures.map(({ name, value, unit, ratio, against }) => [
    name,
    `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`,
    ratio === null ? "" : ratio.toFixed(2),
    against ?? "",
  ]);
  const all = [["what", "value", "ratio", "against"], ...rows];
  const widths = [0, 1, 2].map((at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

await main(join(process.env.DATA_DIR ?? ".data", "bench.json"));
