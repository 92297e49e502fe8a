import { signCheckpoint } from "../src/checkpoint.ts";
import { genesis, sha256 } from "../src/hash.ts";
import {
  breakSignature,
  closedSecond,
  forge,
  headerOf,
  iat,
  namedKey,
  net,
  now,
  respell,
  resultOf,
  trust,
} from "./vector-network.ts";

const aa = namedKey("us-aa");
const { version, sha256: registryHash } = trust.registry;
const head = sha256("head");
const statement = {
  ...{ net, feed: "us-aa", epoch: 1, size: 1, head },
  registry: { version, sha256: registryHash },
};
type Statement = typeof statement;
type Case = readonly [name: string, reason: string, text: string, feed?: string];

const typ = "concord-checkpoint+jwt";
const full = { ...statement, iat, exp: iat + 86_400 };
const checkpoint = async (change: Partial<Statement> = {}, key = aa, at = now) =>
  (await signCheckpoint({ ...statement, ...change }, key, at)).text;
const raw = (change: object, key = aa) =>
  forge(headerOf(key, typ), JSON.stringify({ ...full, ...change }), key);
const cc2 = namedKey("us-cc-2");
const started = { feed: "us-cc", epoch: 2, size: 2, head: sha256(closedSecond.text) };
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

/** `stale` where the reason stands: such a checkpoint verifies. */
export async function checkpointVectors() {
  const cases = [...(await accepted()), ...(await refusedByForm()), ...(await refusedByContent())];
  return cases.map(([name, reason, text, feed = "us-aa"]) => ({
    ...{ name, text, feed },
    result:
      reason === "" || reason === "stale" ? { verified: true, stale: reason === "stale" } : resultOf(reason),
  }));
}

const accepted = async (): Promise<Case[]> => [
  ["a checkpoint", "", await checkpoint()],
  ["of a feed without entries", "", await checkpoint({ size: 0, head: genesis })],
  ["of a new epoch without entries", "", await checkpoint(started, cc2), "us-cc"],
  [
    "an expired one is stale, not invalid",
    "stale",
    await checkpoint({}, aa, new Date("2026-10-01T12:00:00Z")),
  ],
  ["five minutes past its end", "", await checkpoint({}, aa, later(-86_700))],
  ["a second more than five minutes past its end", "stale", await checkpoint({}, aa, later(-86_701))],
  ["signed by a clock that is five minutes ahead", "", await checkpoint({}, aa, later(300))],
  [
    "whole numbers written with a fraction of nothing",
    "",
    await rawText((json) => json.replace('"size":1', '"size":1.0')),
  ],
  ["an end in the second of its beginning", "", await raw({ exp: iat })],
  ["a registry newer than ours", "", await checkpoint({ registry: { version: version + 1, sha256: head } })],
  ["members that are not known are no fault", "", await raw({ more: true })],
];

function rawText(change: (json: string) => string) {
  return forge(headerOf(aa, typ), change(JSON.stringify(full)), aa);
}

const refusedByForm = async (): Promise<Case[]> => {
  const good = await checkpoint();
  return [
    ["longer than 16 KiB", "too-large", await raw({ more: "x".repeat(16_000) })],
    ["written in another way", "not-canonical", respell(good)],
    ["a member named twice", "not-canonical", await rawText((json) => json.replace("{", '{"size":9,'))],
    ["an entry's type", "bad-type", await forge(headerOf(aa, "concord-entry+jwt"), JSON.stringify(full), aa)],
    ["a feed that nobody has", "unknown-member", good, "us-zz"],
    ["another member's key", "unknown-key", await checkpoint({}, namedKey("us-bb-2"))],
    ["a broken signature", "bad-signature", breakSignature(good)],
  ];
};

const refusedByContent = async (): Promise<Case[]> => [
  ["more entries than 2^31-1", "malformed", await raw({ size: 2 ** 31 })],
  ["U+0000 in a member that is not known", "malformed", await raw({ more: "\0" })],
  ["no size", "malformed", await raw({ size: undefined })],
  ["signed more than five minutes ahead of our clock", "malformed", await checkpoint({}, aa, later(301))],
  ["a life of more than a day", "malformed", await raw({ exp: iat + 86_401 })],
  ["an end before its beginning", "malformed", await raw({ exp: iat - 1 })],
  [
    "our registry's version with another hash",
    "registry-fork",
    await checkpoint({ registry: { version, sha256: head } }),
  ],
  ["another network", "wrong-network", await checkpoint({ net: head })],
  ["another feed", "chain-broken", await checkpoint({ feed: "us-bb" })],
  ["another epoch than its key's", "wrong-epoch", await checkpoint({ epoch: 2 })],
  ["a closed epoch", "wrong-epoch", await checkpoint({ feed: "us-cc" }, namedKey("us-cc-1")), "us-cc"],
  [
    "a key that is not current",
    "key-out-of-range",
    await checkpoint({ feed: "us-bb" }, namedKey("us-bb-1")),
    "us-bb",
  ],
  ["a feed without entries that has a head", "chain-broken", await checkpoint({ size: 0 })],
  [
    "a new epoch without entries on another head",
    "chain-broken",
    await checkpoint({ ...started, head }, cc2),
    "us-cc",
  ],
  [
    "a new epoch smaller than what was closed",
    "malformed",
    await checkpoint({ ...started, size: 1 }, cc2),
    "us-cc",
  ],
];

export function comparisonVectors() {
  const known = { ...full, size: 5 };
  return [
    ["the first one", "newer", {}, null],
    ["larger", "newer", { size: 6, iat: iat + 60 }],
    ["larger, though signed before", "newer", { size: 6, iat: iat - 60 }],
    ["the same again", "same", {}],
    ["the same size, signed anew", "newer", { iat: iat + 60 }],
    ["the same size, signed before", "same", { iat: iat - 60 }],
    ["smaller and signed before: old news", "older", { size: 4, iat: iat - 60 }],
    ["smaller and signed in the same second", "older", { size: 4 }],
    ["smaller and signed later", "rollback", { size: 4, iat: iat + 60 }],
    ["one size, two heads", "split-view", { head: sha256("other"), iat: iat + 60 }],
    ["smaller, in a new epoch", "newer", { epoch: 2, size: 4, iat: iat + 60 }],
    ["larger, in an epoch before", "older", { size: 6, iat: iat + 60 }, { ...known, epoch: 2 }],
  ].map(([name, order, change, held = known]) => {
    const seen = { ...known, ...(change as object) };
    return { name, known: held, seen, order };
  });
}
