import { signGeneral } from "../src/general-jws.ts";
import { genesis, sha256 } from "../src/hash.ts";
import { issueRegistry } from "../src/network.ts";
import { type RegistryPayload, signRegistry } from "../src/registry.ts";
import { type RootPayload, signRoot } from "../src/root.ts";
import {
  breakSignature,
  namedKey,
  net,
  offlineKeys,
  registry,
  registryDraft,
  registryKeys,
  resultOf,
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
  const all = [...cases, ...(await epochVectors())];
  return all.map(([name, reason, text]) => ({ name, text, result: resultOf(reason) }));
}

/** One member's epochs in the next version, each wrong in one way. */
async function epochVectors() {
  const first: RegistryPayload = JSON.parse(payloadOf(registry));
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
  return await Promise.all(
    cases.map(async ([name, reason, epochs]) => {
      const [member, ...others] = first.members;
      const payload = { ...first, version: 2, prev: trust.registry.sha256 };
      const changed = { ...payload, members: [{ ...member, epochs }, ...others] };
      return [name, reason, await signGeneral(changed, "concord-registry+jws", two)];
    }),
  );
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
