import { genesis, sha256 } from "../src/hash.ts";
import type { FeedEpoch } from "../src/registry.ts";
import { draft, namedKey } from "./vector-network.ts";

type Stored = ReturnType<typeof stored>;

const { body, significance, ...about } = draft;
const hashOf = (name: string) => sha256(`entry ${name}`);

/** `1.3b recall one`: what the third entry, signed in epoch 1, says of an item; the letter tells branches apart. */
function stored(step: string) {
  const [place = "", op = "", name = ""] = step.split(" ");
  const [epoch, seq] = place.split(".").map((part) => Number.parseInt(part, 10));
  const said = { ...about, epoch, seq, op, item: `us-aa.${name}`, revision: op === "revise" ? 2 : 1 };
  const more = op === "erase" ? { revisions: [1] } : {};
  const content = op === "publish" || op === "revise" ? { body, significance, blobs: [] } : more;
  return { epoch, seq, sha256: hashOf(place), entry: { ...said, ...content } };
}

const epoch = (number: number, first: number, close?: FeedEpoch["close"]): FeedEpoch => ({
  ...{ epoch: number, first, keys: [{ jwk: namedKey(`us-aa-${number}`).publicJwk, from: first }] },
  ...(close ? { close } : {}),
});
const closedAt = (seq: number, cause: "stolen" | "restored", head = hashOf(`1.${seq}`)) => [
  epoch(1, 1, { seq, head, cause }),
  epoch(2, seq + 1),
];

interface Case {
  readonly name: string;
  readonly epochs: readonly FeedEpoch[];
  /** The chain as it is stored, one entry after another. */
  readonly chain: readonly string[];
  /** What an earlier cut set aside. */
  readonly setAside?: readonly string[];
  readonly through: number | undefined;
  readonly items: Record<string, string>;
}

const two = ["1.1 publish one", "1.2 publish two"];
const thief = ["1.3 recall one", "1.4 publish three"];

const cases: readonly Case[] = [
  {
    ...{ name: "no epoch is closed", epochs: [epoch(1, 1)], chain: [...two, "1.3 recall one"] },
    ...{ through: undefined, items: { one: "recalled 1", two: "live 1" } },
  },
  {
    ...{ name: "closed where our copy ends", epochs: closedAt(2, "stolen"), chain: two },
    ...{ through: undefined, items: { one: "live 1", two: "live 1" } },
  },
  {
    ...{ name: "closed ahead of our copy", epochs: closedAt(9, "stolen"), chain: two },
    ...{ through: undefined, items: { one: "live 1", two: "live 1" } },
  },
  {
    name: "a thief's entries are void, and its recall falls",
    ...{ epochs: closedAt(2, "stolen"), chain: [...two, ...thief] },
    ...{ through: 2, items: { one: "live 1", two: "live 1" } },
  },
  {
    name: "a recall beyond a restore stays, a publication does not",
    ...{ epochs: closedAt(2, "restored"), chain: [...two, ...thief] },
    ...{ through: 2, items: { one: "recalled 1", two: "live 1" } },
  },
  {
    name: "an erasure and a withdrawal beyond a restore stay",
    ...{ epochs: closedAt(2, "restored"), chain: [...two, "1.3 erase one", "1.4 withdraw two"] },
    ...{ through: 2, items: { one: "erased 1", two: "withdrawn 1" } },
  },
  {
    name: "a revision beyond a restore has no effect",
    ...{ epochs: closedAt(2, "restored"), chain: [...two, "1.3 revise one"] },
    ...{ through: 2, items: { one: "live 1", two: "live 1" } },
  },
  {
    name: "another branch of a third epoch goes back to the head of the second",
    epochs: [
      epoch(1, 1, { seq: 1, head: hashOf("1.1"), cause: "restored" }),
      epoch(2, 2, { seq: 2, head: hashOf("2.2"), cause: "restored" }),
      epoch(3, 3, { seq: 3, head: hashOf("3.3a"), cause: "restored" }),
    ],
    chain: ["1.1 publish one", "2.2 publish two", "3.3b publish three"],
    ...{ through: 2, items: { one: "live 1", two: "live 1" } },
  },
  {
    name: "closed before its first entry",
    ...{ epochs: closedAt(0, "stolen", genesis), chain: two },
    ...{ through: 0, items: {} },
  },
  {
    name: "another branch than the one that was closed goes back to where its epoch began, and its recall stays in doubt",
    epochs: [
      epoch(1, 1, { seq: 1, head: hashOf("1.1"), cause: "restored" }),
      epoch(2, 2, { seq: 3, head: hashOf("2.3a"), cause: "stolen" }),
      epoch(3, 4),
    ],
    chain: ["1.1 publish one", "2.2b publish two", "2.3b recall one"],
    ...{ through: 1, items: { one: "recalled 1" } },
  },
  {
    name: "once the closed head is reached the other branch's recall falls",
    epochs: closedAt(2, "stolen", hashOf("1.2a")),
    ...{ chain: ["1.1 publish one", "1.2a publish two"], setAside: ["1.1 publish one", "1.2b recall one"] },
    ...{ through: undefined, items: { one: "live 1", two: "live 1" } },
  },
  {
    name: "what the next epoch says follows what stays of the one before",
    epochs: closedAt(2, "restored"),
    ...{ chain: [...two, "2.3 revise one", "2.4 revise two"], setAside: ["1.3 recall one"] },
    ...{ through: undefined, items: { one: "recalled 1", two: "live 2" } },
  },
  {
    name: "the second of two closes cuts",
    epochs: [
      epoch(1, 1, { seq: 1, head: hashOf("1.1"), cause: "restored" }),
      epoch(2, 2, { seq: 2, head: hashOf("2.2"), cause: "stolen" }),
      epoch(3, 3),
    ],
    chain: ["1.1 publish one", "2.2 publish two", "2.3 erase one"],
    ...{ through: 2, items: { one: "live 1", two: "live 1" } },
  },
  {
    name: "two epochs closed at one place",
    epochs: [
      epoch(1, 1, { seq: 1, head: hashOf("1.1"), cause: "stolen" }),
      epoch(2, 2, { seq: 1, head: hashOf("1.1"), cause: "stolen" }),
      epoch(3, 2),
    ],
    chain: ["1.1 publish one", "2.2 recall one"],
    ...{ through: 1, items: { one: "live 1" } },
  },
];

/** What is left of a stored feed when the registry gives these epochs: the cut, and the status of each item. */
export function closingVectors() {
  return cases.map(({ name, epochs, chain, setAside = [], through, items }) => {
    const rows = chain.map(stored);
    const cut = through === undefined ? null : { through, head: headAt(rows, through) };
    return { name, epochs, chain: rows, setAside: setAside.map(stored), cut, items };
  });
}

function headAt(rows: readonly Stored[], seq: number): string {
  return rows.find((row) => row.seq === seq)?.sha256 ?? genesis;
}
