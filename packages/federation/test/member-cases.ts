import { createHash } from "node:crypto";
import { genesis, sha256 } from "../src/hash.ts";
import { namedKey, respell } from "./vector-network.ts";

/** What is changed of a member, a group or a payload, and what the registry then is. */
export type Case = readonly [name: string, reason: string, change: object];

const jwk = namedKey("us-aa").publicJwk;
const credential = { kid: "did:web:us-aa.example#1", jwk: { kty: "OKP", crv: "Ed25519", x: jwk.x } };

export function memberCases(): Case[] {
  return [
    ["a name of 200 characters", "", { name: "n".repeat(200) }],
    ["a region", "", { roles: ["region", "tenant"] }],
    ["a base URL with a port", "", { baseUrl: "http://127.0.0.1:8080" }],
    ["a key that signs certificates", "", { credentialKeys: [credential] }],
    [
      "a certificate key's name of 200 characters",
      "",
      { credentialKeys: [{ ...credential, kid: "k".repeat(200) }] },
    ],
    ["a code in capitals", "malformed", { code: "US-AA" }],
    ["a code of 33 characters", "malformed", { code: "a".repeat(33) }],
    ["a member's code twice", "malformed", { code: "us-bb" }],
    ["no name", "malformed", { name: "" }],
    ["a name of 201 characters", "malformed", { name: "n".repeat(201) }],
    ["a base URL with a path", "malformed", { baseUrl: "https://us-aa.example/concord" }],
    ["a base URL with a slash at its end", "malformed", { baseUrl: "https://us-aa.example/" }],
    ["a base URL that is none", "malformed", { baseUrl: "https://" }],
    ["a base URL of another scheme", "malformed", { baseUrl: "ftp://us-aa.example" }],
    ["no role", "malformed", { roles: [] }],
    ["a role that is not one", "malformed", { roles: ["observer"] }],
    ["a status that is not one", "malformed", { status: "asleep" }],
    [
      "a private certificate key",
      "malformed",
      { credentialKeys: [{ ...credential, jwk: { ...credential.jwk, d: "AA" } }] },
    ],
    [
      "a secret certificate key",
      "malformed",
      { credentialKeys: [{ ...credential, jwk: { kty: "oct", k: "AA" } }] },
    ],
    ["a certificate key without a name", "malformed", { credentialKeys: [{ ...credential, kid: "" }] }],
    [
      "a certificate key's name of 201 characters",
      "malformed",
      { credentialKeys: [{ ...credential, kid: "k".repeat(201) }] },
    ],
    ...keyCases(),
  ];
}

const thumbprintOf = (x: string) =>
  createHash("sha256").update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest("base64url");

function keyCases(): Case[] {
  const keyed = (change: object) => ({
    epochs: [{ epoch: 1, first: 1, keys: [{ jwk: { ...jwk, ...change }, from: 1 }] }],
  });
  const shortX = Buffer.alloc(31, 1).toString("base64url");
  return [
    ["a kid that is not the thumbprint", "malformed", keyed({ kid: namedKey("us-bb-1").kid })],
    ["a key of another type", "malformed", keyed({ kty: "EC" })],
    ["a key on another curve", "malformed", keyed({ crv: "X25519" })],
    ["a key of 31 bytes", "malformed", keyed({ x: shortX, kid: thumbprintOf(shortX) })],
    [
      "a key written in another way",
      "malformed",
      keyed({ x: respell(jwk.x), kid: thumbprintOf(respell(jwk.x)) }),
    ],
  ];
}

export function groupCases(): Case[] {
  const group = { code: "se", name: "Southeast", members: ["us-aa"] };
  const cases: [string, string, object[]][] = [
    ["a group", "", [{ ...group, name: "n".repeat(200) }]],
    ["a group without a name", "malformed", [{ ...group, name: "" }]],
    ["a group's name of 201 characters", "malformed", [{ ...group, name: "n".repeat(201) }]],
  ];
  return cases.map(([name, reason, groups]) => [name, reason, { groups }]);
}

export function epochCases(): Case[] {
  const [a, b] = [namedKey("us-aa"), namedKey("us-aa-2")].map((key) => key.publicJwk);
  const head = sha256("head");
  const close = { seq: 2, head, cause: "stolen" };
  const opening = { epoch: 1, first: 1, keys: [{ jwk: a, from: 1 }] };
  const closed = { ...opening, close };
  const second = { epoch: 2, first: 3, keys: [{ jwk: b, from: 3 }] };
  const from = (keys: object) => ({ ...second, keys: [keys] });
  const cases: [string, string, object[]][] = [
    ["an epoch closed and the next one begun", "", [closed, second]],
    ["an epoch closed and no other begun", "", [closed]],
    [
      "an epoch closed before its first entry",
      "",
      [{ ...opening, close: { ...close, seq: 0, head: genesis } }],
    ],
    ["no epoch", "malformed", []],
    ["a first epoch that is not the first", "malformed", [second]],
    ["a first epoch that begins later", "malformed", [{ ...opening, first: 2, keys: [{ jwk: a, from: 2 }] }]],
    ["an epoch left out", "malformed", [closed, { ...second, epoch: 3 }]],
    ["an epoch after one that is open", "malformed", [opening, second]],
    [
      "an epoch that does not begin after the close",
      "malformed",
      [closed, { ...from({ jwk: b, from: 4 }), first: 4 }],
    ],
    ["an epoch closed before it began", "malformed", [closed, { ...second, close: { ...close, seq: 1 } }]],
    [
      "an empty epoch closed on another head",
      "malformed",
      [closed, { ...second, close: { ...close, head: genesis } }],
    ],
    ["a cause that is not one", "malformed", [{ ...opening, close: { ...close, cause: "bored" } }]],
    ["a key of a closed epoch come back", "malformed", [closed, from({ jwk: a, from: 3 })]],
    ["a key from before its epoch", "malformed", [closed, from({ jwk: b, from: 2 })]],
    ["a key that ends before it begins", "malformed", [closed, from({ jwk: b, from: 3, to: 2 })]],
    ["an epoch without a key", "malformed", [closed, { ...second, keys: [] }]],
  ];
  return cases.map(([name, reason, epochs]) => [name, reason, { epochs }]);
}
