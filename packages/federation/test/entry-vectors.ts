import { type EntryDraft, signEntry } from "../src/entry.ts";
import { genesis, sha256 } from "../src/hash.ts";
import {
  breakSignature,
  closedFirst,
  closedSecond,
  draft,
  forge,
  headerOf,
  namedKey,
  respell,
  respellPart,
  shortSignature,
} from "./vector-network.ts";

const typ = "concord-entry+jwt";
const start = { feed: "us-aa", seq: 0, head: genesis };
const aa = namedKey("us-aa");
const text = async (change: Partial<EntryDraft> = {}, key = aa) =>
  (await signEntry({ ...draft, ...change } as EntryDraft, key)).text;
const raw = (change: object, key = aa) =>
  forge(headerOf(key, typ), JSON.stringify({ ...draft, ...change }), key);
const bb = { feed: "us-bb", item: "us-bb.one" };
const cc = { feed: "us-cc", item: "us-cc.three" };

const accepted = async () => {
  const good = await text();
  const closedHead = sha256(closedSecond.text);
  const next = await text({ ...cc, epoch: 2, seq: 3, prev: closedHead }, namedKey("us-cc-2"));
  return [
    { name: "a first publication", text: good, after: start },
    { name: "words in any language", text: await text({ attribution: "ñ 日本 😀" }), after: start },
    { name: "the end of the year 9999", text: await text({ iat: 253_402_300_799 }), after: start },
    { name: "members that are not known are no fault", text: await raw({ future: true }), after: start },
    {
      ...{ name: "the last entry of a closed epoch", text: closedSecond.text },
      after: { feed: "us-cc", seq: 1, head: sha256(closedFirst.text) },
    },
    {
      ...{ name: "the first entry of the next epoch", text: next },
      after: { feed: "us-cc", seq: 2, head: closedHead },
    },
    {
      ...{ name: "a rotated key in its range", text: await text(bb, namedKey("us-bb-1")) },
      after: { ...start, feed: "us-bb" },
    },
  ].map(verified);
};

const refusedByForm = async () => {
  const good = await text();
  const json = JSON.stringify(draft);
  const header = headerOf(aa, typ);
  return [
    ["longer than 16 KiB", "too-large", await raw({ more: "x".repeat(16_000) })],
    ["the signature written in another way", "not-canonical", respell(good)],
    [
      "a payload written in another way, by a key that nobody knows: its form comes first",
      "not-canonical",
      await forge(headerOf(namedKey("stranger"), typ), json, namedKey("stranger"), respellPart(1)),
    ],
    ["a header written in another way", "not-canonical", await forge(header, json, aa, respellPart(0))],
    ["a header that is no JSON", "not-canonical", await forge("header", json, aa)],
    [
      "a header that names a member twice",
      "not-canonical",
      await forge(header.replace("{", '{"typ":"x",'), json, aa),
    ],
    ["an empty payload", "not-canonical", `${good.split(".")[0]}..${good.split(".")[2]}`],
    ["a signature of 63 bytes", "not-canonical", shortSignature(good)],
    ["a header without a kid", "bad-type", await forge(JSON.stringify({ alg: "Ed25519", typ }), json, aa)],
    ["U+0000 in a header", "bad-type", await forge(headerOf(aa, typ, { kid: "\0" }), json, aa)],
    ["padding", "not-canonical", `${good}==`],
    ["four segments", "not-canonical", `${good}.AAAA`],
    ["a member named twice", "not-canonical", await forge(header, json.replace("{", '{"seq":9,'), aa)],
    ["another type", "bad-type", await forge(headerOf(aa, "concord-checkpoint+jwt"), json, aa)],
    ["a key in the header", "bad-type", await forge(headerOf(aa, typ, { jwk: aa.publicJwk }), json, aa)],
    ["another algorithm's name", "bad-type", await forge(headerOf(aa, typ, { alg: "EdDSA" }), json, aa)],
    ["a broken signature", "bad-signature", breakSignature(good)],
    ["a key that the registry does not name", "unknown-key", await text({}, namedKey("stranger"))],
  ].map(([name, reason, signed]) => refused(name, reason, signed, start));
};

const refusedByPlace = async () => {
  const other = sha256("another");
  const closed = { feed: "us-cc", seq: 2, head: sha256(closedSecond.text) };
  const cc1 = namedKey("us-cc-1");
  return [
    refused("a feed that nobody has", "unknown-member", await text(), { ...start, feed: "us-zz" }),
    refused("another network", "wrong-network", await text({ net: other }), start),
    refused("another feed's name", "chain-broken", await text({ feed: "us-bb" }), start),
    refused("no place in the chain", "chain-broken", await raw({ prev: undefined }), start),
    refused("a first entry with a predecessor", "chain-broken", await text({ prev: other }), start),
    refused("a time before 1970", "chain-broken", await raw({ iat: -1 }), start),
    refused("a number beyond 2^31-1", "chain-broken", await raw({ seq: 2 ** 31, prev: other }), {
      ...{ feed: "us-aa", seq: 2 ** 31 - 1, head: other },
    }),
    refused("a time after the year 9999", "chain-broken", await raw({ iat: 253_402_300_800 }), start),
    refused("a number left out", "sequence-gap", await text({ seq: 2 }), start),
    refused("another epoch than its key's", "wrong-epoch", await text({ epoch: 2 }), start),
    refused(
      ...(["a key after its range", "key-out-of-range"] as const),
      await text({ ...bb, seq: 3, prev: other }, namedKey("us-bb-1")),
      { feed: "us-bb", seq: 2, head: other },
    ),
    refused(
      ...(["a key before its range", "key-out-of-range"] as const),
      await text(bb, namedKey("us-bb-2")),
      { ...start, feed: "us-bb" },
    ),
    refused(
      ...(["the first entry of an epoch after something else than the closed head", "chain-broken"] as const),
      await text({ ...cc, epoch: 2, seq: 3, prev: closed.head }, namedKey("us-cc-2")),
      { ...closed, head: other },
    ),
    refused(
      ...(["the first entry of an epoch that names another head", "chain-broken"] as const),
      await text({ ...cc, epoch: 2, seq: 3, prev: other }, namedKey("us-cc-2")),
      closed,
    ),
    refused(
      ...(["another last entry than the one that was closed", "chain-broken"] as const),
      await text({ ...cc, seq: 2, prev: sha256(closedFirst.text) }, cc1),
      { feed: "us-cc", seq: 1, head: sha256(closedFirst.text) },
    ),
    refused("another branch of a closed epoch", "chain-broken", closedSecond.text, {
      ...{ feed: "us-cc", seq: 1, head: other },
    }),
    refused(
      ...(["beyond the end of a closed epoch", "beyond-close"] as const),
      await text({ ...cc, seq: 3, prev: closed.head }, cc1),
      closed,
    ),
    refused(
      ...(["another predecessor than the one that was verified", "split-view"] as const),
      await text({ seq: 2, prev: other }),
      { ...start, seq: 1, head: sha256(await text()) },
    ),
  ];
};

const blob = { sha256: draft.body.sha256, size: 1, type: "image/png", role: "cover", lang: "en" };
const tombstone = { op: "recall", significance: undefined, body: undefined };
const erasure = { ...tombstone, op: "erase", revisions: [1] };
const words = (licence: number, attribution: number) => ({
  licence: "x".repeat(licence),
  attribution: "x".repeat(attribution),
});

const saying = [
  [
    "every member of a publication",
    {
      ...words(200, 500),
      blobs: [blob],
      derivedFrom: { item: "us-bb.one", revision: 1 },
      supersedes: "us-aa.old",
    },
  ],
  [
    "names as long as they may be",
    { item: `us-aa.${"x".repeat(122)}`, kind: "k".repeat(40), schema: `${"s".repeat(98)}/1` },
  ],
  [
    "a blob of 2 GiB whose role and language are as long as they may be",
    { blobs: [{ ...blob, size: 2 ** 31, role: "r".repeat(60), lang: "l".repeat(35) }] },
  ],
  ["a recall with a reason of 1000 characters", { ...tombstone, reason: "x".repeat(1000) }],
  ["an erasure of 500 revisions", { ...erasure, revisions: Array.from({ length: 500 }, (_, at) => at + 1) }],
] as const;

const skipped = async () =>
  [
    ["a significance that is not one", { significance: "urgent" }],
    ["an item of 129 characters", { item: `us-aa.${"x".repeat(123)}` }],
    ["an item with a space in its name", { item: "us-aa.o ne" }],
    ["a kind of 41 characters", { kind: "k".repeat(41) }],
    ["a kind in capitals", { kind: "Training" }],
    ["a schema of 101 characters", { schema: `${"s".repeat(99)}/1` }],
    ["a schema without a version", { schema: "concord.training" }],
    ["a body without a byte", { body: { ...draft.body, size: 0 } }],
    ["a hash in capitals", { body: { ...draft.body, sha256: draft.body.sha256.toUpperCase() } }],
    ["a blob without a byte", { blobs: [{ ...blob, size: 0 }] }],
    ["a blob beyond 2 GiB", { blobs: [{ ...blob, size: 2 ** 31 + 1 }] }],
    ["a media type with parameters", { blobs: [{ ...blob, type: "text/html; charset=utf-8" }] }],
    ["a blob without a role", { blobs: [{ ...blob, role: "" }] }],
    ["a role of 61 characters", { blobs: [{ ...blob, role: "r".repeat(61) }] }],
    ["a language of one letter", { blobs: [{ ...blob, lang: "e" }] }],
    ["a language of 36 characters", { blobs: [{ ...blob, lang: "l".repeat(36) }] }],
    ["a licence of 201 characters", words(201, 1)],
    ["an attribution of 501 characters", words(1, 501)],
    ["a recall with an empty reason", { ...tombstone, reason: "" }],
    ["a recall with a reason of 1001 characters", { ...tombstone, reason: "x".repeat(1001) }],
    ["a recall of revision 0", { ...tombstone, revision: 0 }],
    ["an erasure of nothing", { ...erasure, revisions: [] }],
    ["an erasure of 501 revisions", { ...erasure, revisions: Array(501).fill(1) }],
    ["a revision that calls itself the first", { op: "revise", revision: 1 }],
    ["another feed's item", { item: "us-bb.one" }],
    ["an operation that is not one", { op: "destroy" }],
    ["a publication without a body", { body: undefined }],
    ["a body of more than 1 MiB", { body: { sha256: draft.body.sha256, size: 1_048_577 } }],
    ["a word with U+0000", { attribution: "a\0b" }],
    ["a lone surrogate in a member that is not known", { more: ["\ud83d"] }],
    ["a number beyond 2^53-1 in a member that is not known", { more: 2 ** 53 }],
    ["65 levels in a member that is not known", { more: JSON.parse("[".repeat(64) + "]".repeat(64)) }],
    ["a revision beyond 2^31-1", { op: "revise", revision: 2 ** 31 }],
    ["a first publication that calls itself the second revision", { revision: 2 }],
  ].map(async ([name, change]) => refused(String(name), "malformed", await raw(change as object), start));

export async function entryVectors() {
  const said = await Promise.all(
    saying.map(async ([name, change]) => verified({ name, text: await raw(change), after: start })),
  );
  const groups = [await accepted(), said, await refusedByForm(), await refusedByPlace()];
  return [...groups.flat(), ...(await Promise.all(await skipped()))];
}

function verified<V extends { readonly text: string }>(vector: V) {
  return { ...vector, result: { verified: true, sha256: sha256(vector.text) } };
}

function refused(name = "", reason = "", signed = "", after: object = start) {
  return {
    name,
    text: signed,
    after,
    result: { verified: false, reason, chainGoesOn: reason === "malformed" },
  };
}
