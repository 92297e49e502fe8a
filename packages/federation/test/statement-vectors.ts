import { signCheckpoint } from "../src/checkpoint.ts";
import { sha256 } from "../src/hash.ts";
import { type RequestPayload, signRequest } from "../src/request.ts";
import {
  breakSignature,
  forge,
  headerOf,
  iat,
  namedKey,
  net,
  now,
  respell,
  trust,
} from "./vector-network.ts";

const aa = namedKey("us-aa");
const stranger = namedKey("stranger");
const { version, sha256: registryHash } = trust.registry;
const head = sha256("head");
const statement = {
  net,
  feed: "us-aa",
  epoch: 1,
  size: 1,
  head,
  registry: { version, sha256: registryHash },
};
const checkpoint = async (change: Partial<typeof statement> = {}, key = aa, at = now) =>
  (await signCheckpoint({ ...statement, ...change }, key, at)).text;

export async function checkpointVectors() {
  const typ = "concord-checkpoint+jwt";
  const json = JSON.stringify({ ...statement, iat, exp: iat + 86_400 });
  const raw = (change: object) =>
    forge(headerOf(aa, typ), JSON.stringify({ ...statement, iat, exp: iat + 86_400, ...change }), aa);
  const good = await checkpoint();
  const old = await checkpoint({}, aa, new Date("2026-10-01T12:00:00Z"));
  const cases = [
    ["a checkpoint", "", good, "us-aa"],
    ["an expired one is stale, not invalid", "", old, "us-aa"],
    ["longer than 16 KiB", "too-large", await raw({ more: "x".repeat(16_000) }), "us-aa"],
    ["written in another way", "not-canonical", respell(good), "us-aa"],
    [
      "a member named twice",
      "not-canonical",
      await forge(headerOf(aa, typ), json.replace("{", '{"size":9,'), aa),
      "us-aa",
    ],
    ["an entry's type", "bad-type", await forge(headerOf(aa, "concord-entry+jwt"), json, aa), "us-aa"],
    ["a feed that nobody has", "unknown-member", good, "us-zz"],
    ["another member's key", "unknown-key", await checkpoint({}, namedKey("us-bb-2")), "us-aa"],
    ["a broken signature", "bad-signature", breakSignature(good), "us-aa"],
    ["no size", "malformed", await raw({ size: undefined }), "us-aa"],
    ["signed tomorrow", "malformed", await raw({ iat: iat + 86_400, exp: iat + 2 * 86_400 }), "us-aa"],
    ["a life of more than a day", "malformed", await raw({ exp: iat + 86_401 }), "us-aa"],
    ["another network", "wrong-network", await checkpoint({ net: head }), "us-aa"],
    ["another feed", "chain-broken", await checkpoint({ feed: "us-bb" }), "us-aa"],
    ["a closed epoch", "wrong-epoch", await checkpoint({ feed: "us-cc" }, namedKey("us-cc-1")), "us-cc"],
    [
      "a key that is not current",
      "key-out-of-range",
      await checkpoint({ feed: "us-bb" }, namedKey("us-bb-1")),
      "us-bb",
    ],
  ];
  return cases.map(([name, reason, text, feed]) => ({ name, text, feed, result: resultOf(reason) }));
}

export function comparisonVectors() {
  const known = { ...statement, size: 5, iat, exp: iat + 86_400 };
  return [
    ["larger", "newer", { size: 6, iat: iat + 60 }],
    ["the same again", "same", {}],
    ["the same size, signed anew", "newer", { iat: iat + 60 }],
    ["smaller and signed before: old news", "older", { size: 4, iat: iat - 60 }],
    ["smaller and signed later", "rollback", { size: 4, iat: iat + 60 }],
    ["one size, two heads", "split-view", { head: sha256("other"), iat: iat + 60 }],
    ["smaller, in a new epoch", "newer", { epoch: 2, size: 4, iat: iat + 60 }],
  ].map(([name, order, change]) => ({ name, known, seen: { ...known, ...(change as object) }, order }));
}

const body = '{"feed":"us-aa","seq":1}';
const claims: RequestPayload = {
  ...{ net, iss: "us-aa", aud: "us-bb", htm: "POST", htu: "https://us-bb.example/federation/v1/hints" },
  ...{ jti: "req_00000001", iat, body: sha256(body) },
};
const request = (change: Partial<RequestPayload> = {}, key = aa) =>
  signRequest({ ...claims, ...change }, key);

export async function requestVectors() {
  const typ = "concord-request+jwt";
  const good = await request();
  const cases = [
    ["a hint", "", good],
    ["at the end of its time", "", await request({ iat: iat - 300 })],
    [
      "longer than 16 KiB",
      "too-large",
      await forge(headerOf(aa, typ), JSON.stringify({ ...claims, x: "x".repeat(16_000) }), aa),
    ],
    ["written in another way", "not-canonical", respell(good)],
    [
      "an entry's type",
      "bad-type",
      await forge(headerOf(aa, "concord-entry+jwt"), JSON.stringify(claims), aa),
    ],
    [
      "no audience",
      "malformed",
      await forge(headerOf(aa, typ), JSON.stringify({ ...claims, aud: undefined }), aa),
    ],
    ["nobody we know", "unknown-member", await request({ iss: "us-zz" })],
    ["a suspended member", "suspended-member", await request({ iss: "us-ss" }, namedKey("us-ss"))],
    ["another's key", "unknown-key", await request({}, stranger)],
    ["a rotated key", "key-out-of-range", await request({ iss: "us-bb" }, namedKey("us-bb-1"))],
    ["a broken signature", "bad-signature", breakSignature(good)],
    ["another network", "wrong-network", await request({ net: head })],
    ["meant for another", "wrong-audience", await request({ aud: "us-cc" })],
    [
      "for another URL",
      "wrong-audience",
      await request({ htu: "https://us-bb.example/federation/v1/receipts" }),
    ],
    ["for another method", "wrong-audience", await request({ htm: "GET" })],
    ["too old", "stale-request", await request({ iat: iat - 301 })],
    ["too young", "stale-request", await request({ iat: iat + 301 })],
    ["another body", "body-mismatch", await request({ body: head })],
    ["no body's hash", "body-mismatch", await request({ body: undefined })],
  ];
  const seen = { audience: "us-bb", method: "POST", url: claims.htu, body, now: now.toISOString() };
  return { seen, vectors: cases.map(([name, reason, text]) => ({ name, text, result: resultOf(reason) })) };
}

export function resultOf(reason: string | undefined) {
  return reason ? { verified: false, reason } : { verified: true };
}
