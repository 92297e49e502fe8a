import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { measureDrip } from "./federation/measure-drip.ts";
import { measureFedify } from "./federation/measure-fedify.ts";
import { measureGrowth } from "./federation/measure-growth.ts";
import { measureHints } from "./federation/measure-hints.ts";
import { measureMemory } from "./federation/measure-memory.ts";
import { measureSync } from "./federation/measure-sync.ts";
import type { Measure, Scale } from "./measure.ts";
import { measureNetwork } from "./measure-network.ts";
import { measureTenant } from "./measure-tenant.ts";
import { table } from "./table.ts";
import { isStopped, undoOnSignal } from "./undo.ts";

const measurings: Readonly<Record<string, (scale: Scale) => Promise<Measure[]>>> = {
  tenant: measureTenant,
  sync: measureSync,
  fedify: measureFedify,
  hints: measureHints,
  memory: measureMemory,
  growth: measureGrowth,
  drip: measureDrip,
  network: measureNetwork,
};

const usage = `pnpm bench [--only name]… [--small]
  --only   measure this alone, and write no file: ${Object.keys(measurings).join(", ")}
  --small  measure less of the federation, to see that a measure works; writes no file either
`;

/** Measures, prints a table and writes `file`. Ends with a fault where a gate is missed or something cannot be measured. */
async function main(names: readonly string[], scale: Scale, file: string | undefined): Promise<void> {
  undoOnSignal();
  const measures: Measure[] = [];
  const faults: string[] = [];
  for (const name of names) {
    if (isStopped()) return;
    process.stdout.write(`Measuring ${name}\n`);
    try {
      measures.push(...((await measurings[name]?.(scale)) ?? []));
    } catch (error) {
      faults.push(`Not measured: ${name}: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  if (isStopped()) return;
  process.stdout.write(`${table(measures)}\n`);
  if (file !== undefined) {
    await mkdir(dirname(file), { recursive: true });
    const rows = measures.map(({ least: _, ...row }) => row);
    await writeFile(file, `${JSON.stringify(rows, undefined, 2)}\n`);
    process.stdout.write(`Written to ${file}\n`);
  }
  for (const { name, ratio, least = 0 } of measures) {
    if ((ratio ?? 0) < least)
      faults.push(`Missed: ${name}: ${(ratio ?? 0).toFixed(3)}, at least ${least.toFixed(3)}`);
  }
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
}

interface Asked {
  readonly only: readonly string[] | undefined;
  readonly small: boolean;
}

function readArguments(args: readonly string[]): Asked | { readonly fault: string } {
  const options = { only: { type: "string", multiple: true }, small: { type: "boolean" } } as const;
  try {
    // Package managers differ in whether they pass on the dashes that end their own arguments.
    const { values } = parseArgs({ args: args.filter((one) => one !== "--"), options });
    const unknown = values.only?.find((name) => !Object.hasOwn(measurings, name));
    if (unknown !== undefined) return { fault: `Nothing is measured under the name ${unknown}.` };
    return { only: values.only, small: values.small ?? false };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

const asked = readArguments(process.argv.slice(2));
if ("fault" in asked) {
  process.stderr.write(`${asked.fault}\n${usage}`);
  process.exitCode = 2;
} else {
  const { only, small } = asked;
  const file = only || small ? undefined : join(process.env.DATA_DIR ?? ".data", "bench.json");
  await main(only ?? Object.keys(measurings), { small }, file);
}
