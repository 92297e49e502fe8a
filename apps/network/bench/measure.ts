import { readdirSync, readFileSync } from "node:fs";

/** One line of the result. `ratio` is how the product stands to `against`, of the same run; 1 is level. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly ratio: number | null;
  readonly against: string | null;
  /** Where it is a gate: the run fails when `ratio` is less. */
  readonly least?: number;
}

/** How much is measured: less while something is being worked on. */
export interface Scale {
  readonly small: boolean;
}

/** Where nothing can be measured against, what is allowed: 1 is just so, more is better. */
export function within(name: string, value: number, unit: string, limit: number): Measure {
  return { name, value, unit, ratio: limit / value, against: `at most ${limit} ${unit}` };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** The smallest value that at least this share of all values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** Seconds that `work` takes. */
export async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
}

/** How often in a second `once` is done, `concurrency` at a time, over `seconds`. */
export async function perSecond(
  once: () => Promise<unknown>,
  { concurrency, seconds }: { concurrency: number; seconds: number },
): Promise<number> {
  const end = performance.now() + seconds * 1_000;
  let done = 0;
  const begun = performance.now();
  const lane = async () => {
    while (performance.now() < end) {
      await once();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  return done / ((performance.now() - begun) / 1_000);
}

/** Proportional set size of a process and all below it, in MiB; undefined where the system does not tell. */
export function treeMemory(root: number): number | undefined {
  try {
    const sizes = processTree(root).map((pid) =>
      Number(/^Pss:\s+(\d+)/m.exec(readOr(`/proc/${pid}/smaps_rollup`, ""))?.[1] ?? 0),
    );
    return sizes.reduce((sum, size) => sum + size, 0) / 1_024;
  } catch {
    return undefined;
  }
}

/** A process and all below it, by number. */
export function processTree(root: number): readonly number[] {
  const parents = new Map(
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        const stat = readOr(`/proc/${name}/stat`, "");
        const parent = /^.*\) \S (\d+)/.exec(stat)?.[1];
        return parent ? [[Number(name), Number(parent)] as const] : [];
      }),
  );
  const isBelow = (pid: number): boolean => pid === root || (pid > 1 && isBelow(parents.get(pid) ?? 0));
  return [...parents.keys()].filter(isBelow);
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return otherwise;
  }
}
