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
  resultOf,
} from "./vector-network.ts";

const aa = namedKey("us-aa");
const typ = "concord-request+jwt";
const body = '{"feed":"us-aa","seq":1}';
const other = sha256("another");
const url = "https://us-bb.example/federation/v1/hints";
const claims: RequestPayload = {
  ...{ net, iss: "us-aa", aud: "us-bb", htm: "POST", htu: url, jti: "req_00000001", iat, body: sha256(body) },
};
const request = (change: Partial<RequestPayload> = {}, key = aa) =>
  signRequest({ ...claims, ...change }, key);
const raw = (change: object, of = typ) =>
  forge(headerOf(aa, of), JSON.stringify({ ...claims, ...change }), aa);

/** Held against the request in `seen`; a vector may see another one. */
export async function requestVectors() {
  const seen = { audience: "us-bb", method: "POST", url, body, now: now.toISOString() };
  const cases = [...(await accepted()), ...(await refusedByForm()), ...(await refusedByTarget())];
  return {
    seen,
    vectors: cases.map(([name, reason, text, sees]) => ({
      ...{ name, text, ...(sees ? { seen: { ...seen, ...sees } } : {}) },
      result: resultOf(reason),
    })),
  };
}

type Case = readonly [name: string, reason: string, text: string, sees?: object];
const reading = {
  method: "GET",
  url: "https://us-bb.example/federation/v1/feeds/us-bb/checkpoint",
  body: null,
};
const toRead = { htm: "GET", htu: reading.url, body: undefined } as const;

const accepted = async (): Promise<Case[]> => [
  ["a hint", "", await request()],
  ["a reading without a body", "", await request(toRead), reading],
  ["a jti of 100 characters", "", await request({ jti: "j".repeat(100) })],
  ["300 seconds old", "", await request({ iat: iat - 300 })],
  ["300 seconds ahead", "", await request({ iat: iat + 300 })],
  ["members that are not known are no fault", "", await raw({ more: true })],
];

const refusedByForm = async (): Promise<Case[]> => {
  const good = await request();
  const twice = JSON.stringify(claims).replace("{", '{"iss":"us-cc",');
  return [
    ["longer than 16 KiB", "too-large", await raw({ x: "x".repeat(16_000) })],
    ["written in another way", "not-canonical", respell(good)],
    ["a member named twice", "not-canonical", await forge(headerOf(aa, typ), twice, aa)],
    ["an entry's type", "bad-type", await raw({}, "concord-entry+jwt")],
    ["no audience", "malformed", await raw({ aud: undefined })],
    ["a method that is not one", "malformed", await raw({ htm: "PUT" })],
    ["a jti of 101 characters", "malformed", await raw({ jti: "j".repeat(101) })],
    ["a jti of seven characters", "malformed", await raw({ jti: "req_001" })],
    ["nobody we know", "unknown-member", await request({ iss: "us-zz" })],
    ["a member that left", "unknown-member", await request({ iss: "us-ll" }, namedKey("us-ll"))],
    ["a suspended member", "suspended-member", await request({ iss: "us-ss" }, namedKey("us-ss"))],
    ["another's key", "unknown-key", await request({}, namedKey("stranger"))],
    ["a rotated key", "key-out-of-range", await request({ iss: "us-bb" }, namedKey("us-bb-1"))],
    ["a key of a closed epoch", "key-out-of-range", await request({ iss: "us-cc" }, namedKey("us-cc-1"))],
    ["a broken signature", "bad-signature", breakSignature(good)],
  ];
};

const refusedByTarget = async (): Promise<Case[]> => [
  ["another network", "wrong-network", await request({ net: other })],
  ["meant for another", "wrong-audience", await request({ aud: "us-cc" })],
  ["for another URL", "wrong-audience", await request({ htu: url.replace("hints", "receipts") })],
  [
    "with a query that was not signed",
    "wrong-audience",
    await request(toRead),
    { ...reading, url: `${reading.url}?a=1` },
  ],
  ["for another method", "wrong-audience", await request({ htm: "GET" })],
  ["301 seconds old", "stale-request", await request({ iat: iat - 301 })],
  ["301 seconds ahead", "stale-request", await request({ iat: iat + 301 })],
  ["another body", "body-mismatch", await request({ body: other })],
  ["no body's hash", "body-mismatch", await request({ body: undefined })],
  ["a body's hash where there is none", "body-mismatch", await request({ ...toRead, body: other }), reading],
];
