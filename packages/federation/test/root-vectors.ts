import { signGeneral } from "../src/general-jws.ts";
import { sha256 } from "../src/hash.ts";
import { type RootPayload, signRoot } from "../src/root.ts";
import { namedKey, net, offlineKeys, payloadOf, resultOf, root } from "./vector-network.ts";

export async function rootVectors() {
  const first: RootPayload = JSON.parse(payloadOf(root));
  const newKeys = ["offline-4", "offline-5", "offline-6"].map(namedKey);
  const rotated = { ...first, version: 2, root: { keys: newKeys.map((key) => key.publicJwk), threshold: 2 } };
  const [a, b, c] = [offlineKeys.slice(0, 2), newKeys.slice(0, 2), offlineKeys.slice(0, 1)];
  const second = { ...first, version: 2 };
  const malformed: [string, Partial<RootPayload>][] = [
    ["a threshold that is no majority", { root: { ...first.root, threshold: 1 } }],
    ["a threshold that nobody can meet", { root: { ...first.root, threshold: 4 } }],
    ["two keys", { root: { ...first.root, keys: first.root.keys.slice(0, 2) } }],
    ["a key twice", { root: { ...first.root, keys: [0, 1, 0].flatMap((at) => first.root.keys[at] ?? []) } }],
    ["a registry threshold that is no majority", { registry: { ...first.registry, threshold: 1 } }],
    ["no registry key", { registry: { keys: [], threshold: 0 } }],
    ["an end before its beginning", { exp: first.iat - 1 }],
  ];
  const refusedFirst = async ([name, change]: [string, Partial<RootPayload>]) => {
    const changed = { ...first, ...change };
    return [name, "malformed", await signRoot(changed, a), sha256(JSON.stringify(changed))];
  };
  const firsts = [
    ["version 1", "", root, net],
    ["a document that is not the one pinned", "wrong-network", root, sha256("another")],
    ["one signature of two", "threshold-not-met", await signRoot(first, c), net],
    ...(await Promise.all(malformed.map(refusedFirst))),
    ["a version 2", "wrong-network", await signRoot(second, a), sha256(JSON.stringify(second))],
    ["a registry's type", "bad-type", await signGeneral(first, "concord-registry+jws", a), net],
    ["no JSON", "not-canonical", "root", net],
  ];
  const nexts = [
    ["version 2, signed by both sets of keys", "", await signRoot(rotated, [...a, ...b])],
    ["signed by the old keys alone", "threshold-not-met", await signRoot(rotated, a)],
    ["signed by the new keys alone", "threshold-not-met", await signRoot(rotated, b)],
    ["a version left out", "sequence-gap", await signRoot({ ...rotated, version: 3 }, [...a, ...b])],
    ["version 1 again", "registry-rollback", root],
    ["a registry's type", "bad-type", await signGeneral(rotated, "concord-registry+jws", [...a, ...b])],
    [
      "no majority",
      "malformed",
      await signRoot({ ...rotated, root: { ...rotated.root, threshold: 1 } }, [...a, ...b]),
    ],
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
