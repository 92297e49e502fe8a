import { sha256 } from "../src/hash.ts";
import { draft } from "./vector-network.ts";

const revision = (number: number) => ({
  ...draft,
  op: number === 1 ? "publish" : "revise",
  revision: number,
  blobs: [],
});
const { body: _, significance: __, ...about } = draft;
const bury = (op: string, more: object = {}) => ({ ...about, op, revision: 1, ...more });

/** Steps as `op:revision outcome`; an erase names the revision it erases. */
const cases: readonly (readonly [
  name: string,
  steps: string,
  status: string,
  revision?: number,
  erased?: readonly number[],
])[] = [
  ["published and revised", "publish:1 applied, revise:2 applied", "live", 2],
  ["a revision left out", "publish:1 applied, revise:3 malformed", "live"],
  ["a revision of nothing", "revise:2 malformed", "none", 0],
  ["a recall of nothing", "recall:1 malformed", "none", 0],
  ["published twice", "publish:1 applied, publish:1 malformed", "live"],
  ["no way back", "publish:1 applied, withdraw:1 applied, revise:2 tombstoned", "withdrawn"],
  ["never published again", "publish:1 applied, recall:1 applied, publish:1 tombstoned", "recalled"],
  ["withdrawn, then recalled", "publish:1 applied, withdraw:1 applied, recall:1 applied", "recalled"],
  ["recalled, then withdrawn", "publish:1 applied, recall:1 applied, withdraw:1 tombstoned", "recalled"],
  [
    "erased in two steps",
    "publish:1 applied, revise:2 applied, erase:1 applied, erase:2 applied",
    "erased",
    2,
    [1, 2],
  ],
  [
    "an erasure that names a revision that is not there",
    "publish:1 applied, erase:1+5 applied, erase:5 tombstoned",
    ...(["erased", 1, [1]] as const),
  ],
  [
    "a later erasure of the newest",
    "publish:1 applied, revise:2 applied, erase:2 applied, erase:1 applied",
    "erased",
    2,
    [1, 2],
  ],
  ["erased twice", "publish:1 applied, erase:1 applied, erase:1 tombstoned", "erased", 1, [1]],
];

/** What entries, in this order, do to one item: `applied`, or the reason for which an entry is skipped. */
export function itemVectors() {
  const written = cases.map(([name, steps, status, revision = 1, erased = []]) => ({
    ...{ name, steps: steps.split(", ").map(asStep), status, revision, erased },
  }));
  const otherKind = { entry: { ...revision(2), kind: "series" }, outcome: "malformed" };
  const published = { entry: revision(1), outcome: "applied" };
  return [
    ...written,
    { name: "another kind", steps: [published, otherKind], status: "live", revision: 1, erased: [] },
  ];
}

function asStep(step: string) {
  const [said = "", outcome] = step.split(" ");
  const [op = "", number] = said.split(":");
  if (op === "publish" || op === "revise") return { entry: revision(Number(number)), outcome };
  return {
    entry: bury(op, op === "erase" ? { revisions: (number ?? "").split("+").map(Number) } : {}),
    outcome,
  };
}

/** Bodies held against what an entry names. */
export function bodyVectors() {
  const named = { sha256: sha256('{"a":"é"}'), size: 10 };
  return [
    { name: "the body", text: '{"a":"é"}', named, is: true },
    { name: "another body of that size", text: '{"a":"è"}', named, is: false },
    { name: "a size that is not the bytes'", text: '{"a":"é"}', named: { ...named, size: 9 }, is: false },
  ];
}
