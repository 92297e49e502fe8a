import { signGeneral } from "../src/general-jws.ts";
import { sha256 } from "../src/hash.ts";
import { issueRegistry } from "../src/network.ts";
import { type RegistryPayload, signRegistry } from "../src/registry.ts";
import { type RootPayload, signRoot } from "../src/root.ts";
import { resultOf } from "./statement-vectors.ts";
import {
  breakSignature,
  namedKey,
  net,
  offlineKeys,
  registry,
  registryDraft,
  registryKeys,
  root,
  trust,
} from "./vector-network.ts";

const payloadOf = (document: string) => Buffer.from(JSON.parse(document).payload, "base64url").toString();
const two = registryKeys.slice(0, 2);
const [one] = registryKeys;

/** A registry is held against version 1, the one beside the vectors. */
export async function registryVectors() {
  const first: RegistryPayload = JSON.parse(payloadOf(registry));
  const after = { version: 1, sha256: trust.registry.sha256 };
  const next = await issueRegistry({ ...registryDraft, after }, two);
  const { net: _, ...noNet } = first;
  const forked = { ...first, exp: first.exp + 1 };
  const outOfPlace = { ...first, version: 2, prev: sha256("another") };
  const broken = JSON.parse(next);
  for (const entry of broken.signatures) entry.signature = breakSignature(`.${entry.signature}`).slice(1);
  const cases = [
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
    ["another network", "wrong-network", await signRegistry({ ...first, net: sha256("another") }, two)],
    ["version 1 with other content", "registry-fork", await signRegistry(forked, two)],
    ["version 2 that does not follow ours", "registry-fork", await signRegistry(outOfPlace, two)],
    ["a root's type", "bad-type", await signGeneral(first, "concord-root+jws", two)],
    ["a member named twice", "not-canonical", registry.replace("{", '{"payload":"e30",')],
    ["an unprotected header", "not-canonical", registry.replace('"protected"', '"header":{},"protected"')],
  ];
  return cases.map(([name, reason, text]) => ({ name, text, result: resultOf(reason) }));
}

/** Held against version 2, so that version 1 is old. */
export async function olderRegistryVector() {
  const after = { version: 1, sha256: trust.registry.sha256 };
  const current = await issueRegistry({ ...registryDraft, after }, two);
  return { name: "older than ours", current, text: registry, result: resultOf("registry-rollback") };
}

export async function rootVectors() {
  const first: RootPayload = JSON.parse(payloadOf(root));
  const newKeys = ["offline-4", "offline-5", "offline-6"].map(namedKey);
  const rotated = { ...first, version: 2, root: { keys: newKeys.map((key) => key.publicJwk), threshold: 2 } };
  const [a, b, c] = [offlineKeys.slice(0, 2), newKeys.slice(0, 2), offlineKeys.slice(0, 1)];
  const weak = { ...first, root: { ...first.root, threshold: 1 } };
  const firsts = [
    ["version 1", "", root, net],
    ["a document that is not the one pinned", "wrong-network", root, sha256("another")],
    ["one signature of two", "threshold-not-met", await signRoot(first, c), net],
    ["a threshold that is no majority", "malformed", await signRoot(weak, a), sha256(JSON.stringify(weak))],
    ["a registry's type", "bad-type", await signGeneral(first, "concord-registry+jws", a), net],
    ["no JSON", "not-canonical", "root", net],
  ];
  const nexts = [
    ["version 2, signed by both sets of keys", "", await signRoot(rotated, [...a, ...b])],
    ["signed by the old keys alone", "threshold-not-met", await signRoot(rotated, a)],
    ["signed by the new keys alone", "threshold-not-met", await signRoot(rotated, b)],
    ["a version left out", "sequence-gap", await signRoot({ ...rotated, version: 3 }, [...a, ...b])],
    ["version 1 again", "registry-rollback", root],
  ];
  return {
    first: firsts.map(([name, reason, text, pinned]) => ({
      name,
      text,
      net: pinned,
      result: resultOf(reason),
    })),
    next: nexts.map(([name, reason, text]) => ({ name, text, result: resultOf(reason) })),
  };
}
