import { readFileSync } from "node:fs";
import { join } from "node:path";
import { reducedCount } from "@concord/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { memoryStore, portsOf, sourceOf } from "../test/memory-peer.ts";
import { mutateEntry } from "../test/mutate-entry.ts";
import { runSeed, seededRandom } from "../test/seeded-random.ts";
import { draft, forge, headerOf, namedKey, now, trust } from "../test/vector-network.ts";
import { effects, genesis, pullEntries, verifyEntry } from "./index.ts";

interface EntryVector {
  readonly text: string;
  readonly after: { readonly feed: string; readonly seq: number; readonly head: string };
  readonly result: { readonly verified: boolean };
}

const { vectors }: { vectors: readonly EntryVector[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, "../vectors/entry.json"), "utf8"),
);
const valid = vectors.filter((one) => one.result.verified);
const texts = valid.map((one) => one.text);
const known = new Set(texts);
const start = { feed: "us-aa", seq: 0, head: genesis };
const count = reducedCount("mutated entries", 2000, 1_000_000);

test("no mutated entry is taken, none is thrown at the caller, and nothing that is held changes", async () => {
  const seed = runSeed();
  const random = seededRandom(seed);
  const before = JSON.stringify([trust.root, trust.registry]);
  const held = memoryStore(trust.member("us-aa"));
  let tried = 0;
  while (tried < count) {
    const { text, after } = valid[Math.floor(random() * valid.length)] ?? { text: "", after: start };
    const mutated = mutateEntry(text, texts, random);
    // Two segments of one entry, or of two that share them, make the entry that was.
    if (known.has(mutated)) continue;
    tried += 1;
    const verdict = verifyEntry(mutated, trust, after);
    expect(verdict, `seed ${seed}, ${mutated}`).toEqual({ verified: false, reason: expect.any(String) });
    const source = sourceOf("us-bb", { entries: [mutated], checkpoint: "", registry: "" });
    const pulled = await pullEntries("us-aa", 1, portsOf(held.store, [source], { trust, now }));
    expect(pulled, `seed ${seed}, ${mutated}`).toEqual({ pulled: false, refused: [expect.anything()] });
  }
  expect(held.position()).toEqual({
    verifiedThrough: 0,
    appendedThrough: 0,
    quarantined: false,
    head: genesis,
  });
  expect(JSON.stringify([trust.root, trust.registry])).toBe(before);
  console.info(`mutated entries refused: ${tried} of ${count} (CONCORD_SEED=${seed})`);
}, 3_600_000);

test("whatever the feed's own key signs gets a verdict", async () => {
  const key = namedKey("us-aa");
  const value = fc.jsonValue({ noUnicodeString: false });
  const change = fc.record({
    name: fc.constantFrom(...Object.keys(draft), "blobs", "reason", "more"),
    value,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { maxLength: 3 }),
      fc.option(value, { freq: 5 }),
      async (changes, other) => {
        const changed = { ...draft, ...Object.fromEntries(changes.map((one) => [one.name, one.value])) };
        const text = await forge(headerOf(key, "concord-entry+jwt"), JSON.stringify(other ?? changed), key);
        const verdict = verifyEntry(text, trust, start);
        if (!verdict.verified) expect(Object.keys(effects)).toContain(verdict.reason);
      },
    ),
    { numRuns: 500 },
  );
});
