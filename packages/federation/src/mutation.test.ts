import { isDeepStrictEqual } from "node:util";
import { reducedCount } from "@concord/testing";
import { expect, test } from "vitest";
import { findMutants, type Mutant } from "../test/find-mutants.ts";
import { loadProtocol } from "../test/load-protocol.ts";
import { runSeed, seededRandom } from "../test/seeded-random.ts";
import { vectorChecks } from "../test/vector-checks.ts";

const checks = vectorChecks();
const mutants = findMutants();
const seed = runSeed();
const sample = reducedCount("checks taken out of the verifying code", 40, mutants.length);

/** The name of a vector whose answer is another one, or undefined. */
async function noticedBy(change?: Mutant): Promise<string | undefined> {
  let protocol: ReturnType<typeof loadProtocol>;
  try {
    protocol = loadProtocol(change);
  } catch {
    return "the code does not load";
  }
  for (const { name, expected, actual } of checks) {
    try {
      if (!isDeepStrictEqual(await actual(protocol), expected)) return name;
    } catch {
      return name;
    }
  }
  return undefined;
}

test("any single check taken out of the verifying code is noticed by a named vector", async () => {
  expect(await noticedBy(), "unchanged code answers every vector as it must").toBeUndefined();
  const unnoticed: string[] = [];
  for (const mutant of shuffled(mutants, seededRandom(seed)).slice(0, sample)) {
    if ((await noticedBy(mutant)) === undefined) unnoticed.push(mutant.name);
  }
  console.info(
    `checks taken out and noticed: ${sample - unnoticed.length} of ${sample} (CONCORD_SEED=${seed})`,
  );
  expect(unnoticed).toEqual([]);
}, 600_000);

function shuffled<T>(all: readonly T[], random: () => number): T[] {
  const drawn = all.map((one) => ({ one, at: random() }));
  return drawn.toSorted((a, b) => a.at - b.at).map(({ one }) => one);
}
