import { signGeneral } from "../src/general-jws.ts";
import { sha256 } from "../src/hash.ts";
import { type JoinPayload, signJoinRequest } from "../src/join-request.ts";
import type { SigningKey } from "../src/keys.ts";
import { iat, namedKey, net, now, resultOf } from "./vector-network.ts";

const typ = "concord-join+jws";
const days = 86_400;
const newcomer = namedKey("us-dd");
const asked = { net, code: "us-dd", name: "us-dd", baseUrl: "https://us-dd.example" };
const claims: JoinPayload = {
  ...{ ...asked, roles: ["tenant"], key: newcomer.publicJwk, iat, exp: iat + 30 * days },
};

const request = (change: object = {}, keys: readonly SigningKey[] = [newcomer]) =>
  signGeneral({ ...claims, ...change }, typ, keys);

/** A member asks for a new key, and another key signs beside it. */
const rotation = (code: string, beside: string) =>
  request({ code, name: code }, [newcomer, namedKey(beside)]);

/** Held against the network of `trust.json`; `endorsed` says that the member's present key signed as well. */
export async function joinVectors() {
  const valid = [
    ["a newcomer", false, await signJoinRequest({ ...asked, roles: ["tenant"] }, { key: newcomer }, now)],
    ["a new key, for which the present one vouches", true, await rotation("us-aa", "us-aa")],
    ["a new key in a later epoch", true, await rotation("us-cc", "us-cc-2")],
    ["a new key, for which a retired one vouches", false, await rotation("us-bb", "us-bb-1")],
    ["a new key, for which one of a closed epoch vouches", false, await rotation("us-cc", "us-cc-1")],
    ["a new key, for which another member vouches", false, await rotation("us-aa", "us-bb-2")],
    ["a new key, for which nobody vouches", false, await request({ code: "us-aa" })],
    [
      "the present key itself",
      false,
      await request({ code: "us-aa", key: namedKey("us-aa").publicJwk }, [namedKey("us-aa")]),
    ],
    ["asked 30 days and five minutes ago", false, await aged(-30 * days - 300)],
    ["five minutes ahead of our clock", false, await aged(300)],
    ["members that are not known are no fault", false, await request({ more: true })],
  ] as const;
  const refused = [...(await refusedByForm()), ...(await refusedBySaying())];
  return [
    ...valid.map(([name, endorsed, text]) => ({ name, text, result: { verified: true, endorsed } })),
    ...refused.map(([name, reason, text]) => ({ name, text, result: resultOf(reason) })),
  ];
}

type Case = readonly [name: string, reason: string, text: string];

const aged = (by: number) => request({ iat: iat + by, exp: iat + by + 30 * days });

async function refusedByForm(): Promise<Case[]> {
  const good = await request();
  const jws = JSON.parse(good);
  const [{ signature }] = jws.signatures;
  const broken = (signature[0] === "A" ? "B" : "A") + signature.slice(1);
  return [
    ["longer than 16 KiB", "too-large", await request({ x: "x".repeat(16_000) })],
    ["a member of the JWS twice", "not-canonical", good.replace("{", `{"payload":"${jws.payload}",`)],
    ["a registry's type", "bad-type", await signGeneral(claims, "concord-registry+jws", [newcomer])],
    [
      "a broken signature",
      "bad-signature",
      JSON.stringify({ ...jws, signatures: [{ ...jws.signatures[0], signature: broken }] }),
    ],
  ];
}

async function refusedBySaying(): Promise<Case[]> {
  const kid = namedKey("us-aa").kid;
  return [
    ["signed by another key than it asks for", "bad-signature", await request({}, [namedKey("us-aa")])],
    [
      "another's key, which did not sign",
      "bad-signature",
      await request({ key: namedKey("us-aa").publicJwk }),
    ],
    ["another network", "wrong-network", await request({ net: sha256("another") })],
    ["out of date", "stale-request", await aged(-30 * days - 301)],
    ["more than five minutes ahead of our clock", "stale-request", await aged(301)],
    ["a life of more than 30 days", "malformed", await request({ exp: iat + 30 * days + 1 })],
    ["an end before its beginning", "malformed", await request({ exp: iat - 1 })],
    ["an address with a path", "malformed", await request({ baseUrl: "https://us-dd.example/mbat" })],
    ["a kid that is not the thumbprint", "malformed", await request({ key: { ...newcomer.publicJwk, kid } })],
    ["no role", "malformed", await request({ roles: [] })],
  ];
}
