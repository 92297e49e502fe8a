import { signGeneral } from "../src/general-jws.ts";
import { sha256 } from "../src/hash.ts";
import type { SigningKey } from "../src/keys.ts";
import { issueRegistry } from "../src/network.ts";
import { signRegistry } from "../src/registry.ts";
import { epochCases, groupCases, memberCases } from "./member-cases.ts";
import {
  breakSignature,
  registryPayload as first,
  forge,
  headerOf,
  offlineKeys,
  registry,
  registryDraft,
  registryKeys,
  respell,
  resultOf,
  trust,
} from "./vector-network.ts";

const two = registryKeys.slice(0, 2);
const [one] = registryKeys;
const second = { ...first, version: 2, prev: trust.registry.sha256 };
const after = { version: 1, sha256: trust.registry.sha256 };

/** A registry is held against version 1, the one beside the vectors. */
export async function registryVectors() {
  const cases = [...(await trustCases()), ...(await formCases()), ...(await changedMembers())];
  const vectors = cases.map(([name, reason, text]) => ({ name, text, result: resultOf(reason) }));
  return [...vectors, ...paddedVectors(registry)];
}

async function trustCases() {
  const next = await issueRegistry({ ...registryDraft, after }, two);
  const { net: _, ...noNet } = second;
  const forked = { ...first, exp: first.exp + 1 };
  const outOfPlace = { ...second, prev: sha256("another") };
  const broken = JSON.parse(next);
  for (const entry of broken.signatures) entry.signature = breakSignature(`.${entry.signature}`).slice(1);
  return [
    ["the same again", "", registry],
    ["the next version", "", next],
    [
      "the next version with a third signature",
      "",
      await issueRegistry({ ...registryDraft, after }, registryKeys),
    ],
    [
      "one signature of two",
      "threshold-not-met",
      await issueRegistry({ ...registryDraft, after }, one ? [one] : []),
    ],
    [
      "one key twice",
      "threshold-not-met",
      await issueRegistry({ ...registryDraft, after }, one ? [one, one] : []),
    ],
    [
      "offline keys in place of registry keys",
      "threshold-not-met",
      await issueRegistry(registryDraft, offlineKeys),
    ],
    ["broken signatures", "threshold-not-met", JSON.stringify(broken)],
    ["no network", "malformed", await signGeneral(noNet, "concord-registry+jws", two)],
    ["an end before its beginning", "malformed", await signRegistry({ ...second, exp: second.iat - 1 }, two)],
    ["another network", "wrong-network", await signRegistry({ ...second, net: sha256("another") }, two)],
    ["version 1 with other content", "registry-fork", await signRegistry(forked, two)],
    ["version 2 that does not follow ours", "registry-fork", await signRegistry(outOfPlace, two)],
  ];
}

async function formCases() {
  const given = JSON.parse(registry);
  const signed: string = given.signatures[0].signature;
  const signatures = (count: number) => {
    const all = Array(count).fill(given.signatures).flat().slice(0, count);
    return JSON.stringify({ ...given, signatures: all });
  };
  const twice = JSON.stringify(second).replace("{", '{"version":2,');
  return [
    ["a root's type", "bad-type", await signGeneral(first, "concord-root+jws", two)],
    ["a member named twice in the payload", "not-canonical", await signText(twice, two)],
    [
      "U+0000 in a member that is not known",
      "malformed",
      await signText(JSON.stringify({ ...second, more: "\0" }), two),
    ],
    ["a member beside payload and signatures", "not-canonical", registry.replace("{", '{"more":1,')],
    ["no signature", "not-canonical", JSON.stringify({ ...given, signatures: [] })],
    ["40 signatures", "", signatures(40)],
    ["41 signatures", "not-canonical", signatures(41)],
    ["a signature written in another way", "not-canonical", registry.replace(signed, respell(signed))],
    ["a member named twice", "not-canonical", registry.replace("{", '{"payload":"e30",')],
    ["an unprotected header", "not-canonical", registry.replace('"protected"', '"header":{},"protected"')],
  ];
}

/** The text is followed by spaces until it has so many bytes, which JSON allows. */
function paddedVectors(text: string) {
  const size = 4 * 1024 * 1024;
  return [
    { name: "4 MiB", text, padTo: size, result: resultOf("") },
    { name: "a byte more than 4 MiB", text, padTo: size + 1, result: resultOf("too-large") },
  ];
}

/** A registry payload as it is given, which the real signers would not write. */
async function signText(payload: string, keys: readonly SigningKey[]): Promise<string> {
  const signatures = await Promise.all(
    keys.map(async (key) => {
      const [header, body, signature] = (
        await forge(headerOf(key, "concord-registry+jws"), payload, key)
      ).split(".");
      return { body, of: { protected: header, signature } };
    }),
  );
  return JSON.stringify({ payload: signatures[0]?.body, signatures: signatures.map((one) => one.of) });
}

/** The next version, with a member or a group changed. */
async function changedMembers() {
  const [member, ...others] = first.members;
  const cases = [
    ...[...memberCases(), ...epochCases()].map(([name, reason, change]) => {
      return [name, reason, { members: [{ ...member, ...change }, ...others] }] as const;
    }),
    ...groupCases(),
  ];
  return await Promise.all(
    cases.map(async ([name, reason, change]) => {
      return [name, reason, await signGeneral({ ...second, ...change }, "concord-registry+jws", two)];
    }),
  );
}

/** Held against version 2, so that version 1 is old. */
export async function olderRegistryVector() {
  const current = await issueRegistry({ ...registryDraft, after }, two);
  return { name: "older than ours", current, text: registry, result: resultOf("registry-rollback") };
}
