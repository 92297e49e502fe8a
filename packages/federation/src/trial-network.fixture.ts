import { type EntryDraft, signEntry } from "./entry.ts";
import { genesis, sha256 } from "./hash.ts";
import { generateSigningKey, readSigningKey, type SigningKey } from "./keys.ts";
import { foundNetwork, issueRegistry, newMember } from "./network.ts";
import { verifyRegistry } from "./registry.ts";
import { verifyFirstRoot } from "./root.ts";
import { Trust } from "./trust.ts";

/** A small network for tests: three offline keys (two must sign), three registry keys (two must sign), a key per member. */
export async function trialNetwork(codes: readonly string[]) {
  const now = new Date("2026-11-01T12:00:00Z");
  const keys = (count: number) => Array.from({ length: count }, () => readSigningKey(generateSigningKey()));
  const offlineKeys = keys(3);
  const registryKeys = keys(3);
  const memberKeys = new Map(codes.map((code) => [code, readSigningKey(generateSigningKey())]));
  const { root, rootSha256 } = await foundNetwork({
    offlineKeys,
    threshold: 2,
    registryKeys,
    registryThreshold: 2,
    now,
    validDays: 365,
  });
  const members = [...memberKeys].map(([code, key]) =>
    newMember({
      code,
      name: code.toUpperCase(),
      baseUrl: `https://${code}.example`,
      roles: ["tenant"],
      key: key.publicJwk,
    }),
  );
  const registry = await issueRegistry(
    {
      net: rootSha256,
      groups: [{ code: "all", name: "All", members: [...codes] }],
      members,
      now,
      validDays: 90,
    },
    registryKeys.slice(0, 2),
  );
  const trust = await trustOf(root, rootSha256, registry);
  const keyOf = (code: string): SigningKey => {
    const key = memberKeys.get(code);
    if (!key) throw new Error(`no member ${code}`);
    return key;
  };
  const entry = (code: string, draft: Partial<EntryDraft> & { seq: number }, key = keyOf(code)) =>
    signEntry({ ...draftOf(rootSha256, code), ...draft } as EntryDraft, key);
  return { now, root, rootSha256, registry, trust, members, offlineKeys, registryKeys, keyOf, entry };
}

export async function trustOf(root: string, net: string, registry: string): Promise<Trust> {
  const first = await verifyFirstRoot(root, net);
  if (!first.verified) throw new Error(first.reason);
  const verdict = await verifyRegistry(registry, first.root);
  if (!verdict.verified) throw new Error(verdict.reason);
  return new Trust(first.root, verdict.registry);
}

/** A first publication with a small body. */
export function draftOf(net: string, feed: string) {
  return {
    net,
    feed,
    epoch: 1,
    seq: 1,
    prev: genesis,
    iat: 1_793_534_400,
    op: "publish",
    item: `${feed}.one`,
    revision: 1,
    kind: "training",
    schema: "concord.training/1",
    significance: "minor",
    body: { sha256: sha256("{}"), size: 2 },
  } as const;
}
