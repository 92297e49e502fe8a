import {
  type Reason,
  type Registry,
  type Root,
  readUnfinishedRegistry,
  readUnfinishedRoot,
  signersOf,
  toSeconds,
  verifyFirstRoot,
  verifyNextRoot,
  verifyRegistry,
} from "@concord/federation";
import { fingerprint, inGroups } from "@concord/stewardship";
import { describeEpoch } from "./differences.ts";
import { type Finding, nothing, type Verdict } from "./finding.ts";
import type { Network } from "./network-folder.ts";

interface At {
  readonly network: Network | undefined;
  readonly net: string | undefined;
  readonly now: Date;
}

export async function verifyDocument(text: string, typ: string | undefined, at: At): Promise<Finding> {
  return typ === "concord-root+jws" ? await verifyRoot(text, at) : await verifyOneRegistry(text, at);
}

async function verifyRoot(text: string, { network, net, now }: At): Promise<Finding> {
  const read = readUnfinishedRoot(text);
  if (!read.ok) return nothing("a root that cannot be read", read.reason);
  const { payload, sha256 } = read.value;
  const { version } = payload;
  const before = network?.roots.find((root) => root.version === version - 1);
  const verdict =
    version === 1
      ? await verifyFirstRoot(text, net ?? network?.net ?? sha256)
      : before
        ? await verifyNextRoot(text, before)
        : ({ verified: false, reason: "sequence-gap" } as const);
  const id = version === 1 ? [`Network: ${inGroups(sha256)}`, `In full: ${sha256}`] : [];
  const unpinned = version === 1 && !net && !network ? ["Held against itself only: compare the id."] : [];
  return {
    what: `root version ${version}`,
    says: [...id, ...rolesOf(payload)],
    signers: await signersAmong(text, "concord-root+jws", [
      { of: "root", keys: payload.root.keys },
      { of: `root version ${version - 1}`, keys: before?.root.keys ?? [] },
    ]),
    notes: [...unpinned, expiry(payload.exp, now)],
    ...whyNot(verdict, payload.exp, now),
  };
}

async function verifyOneRegistry(text: string, { network, now }: At): Promise<Finding> {
  const read = readUnfinishedRegistry(text);
  if (!read.ok) return nothing("a registry that cannot be read", read.reason);
  const { payload } = read.value;
  const root = network && (await rootOf(text, network));
  // "Unknown" is all that can be said of a signature whose keys nobody gave us.
  const verdict = root
    ? await verifyRegistry(text, root, network?.registry)
    : ({ verified: false, reason: "unknown-key" } as const);
  return {
    what: `registry version ${payload.version}`,
    says: membersOf(payload),
    signers: root
      ? await signersAmong(text, "concord-registry+jws", [{ of: "registry", keys: root.registry.keys }])
      : [],
    notes: [expiry(payload.exp, now)],
    ...whyNot(verdict, payload.exp, now),
  };
}

/** The newest root whose keys signed it, so that a registry from before a rotation is still told from a forged one. */
async function rootOf(text: string, network: Network): Promise<Root> {
  for (const root of network.roots.toReversed()) {
    if ((await verifyRegistry(text, root)).verified) return root;
  }
  return network.root;
}

function whyNot(verdict: Verdict, exp: number, now: Date): { reason?: Reason } {
  if (!verdict.verified) return { reason: verdict.reason };
  return exp < toSeconds(now) ? { reason: "registry-expired" } : {};
}

function expiry(exp: number, now: Date): string {
  const days = Math.floor((exp - toSeconds(now)) / 86_400);
  const on = new Date(exp * 1000).toISOString().slice(0, 10);
  if (days < 0)
    return `It expired on ${on}: withdrawals, recalls and erasures still count, nothing new does.`;
  return `It lasts until ${on}, ${days} days from now.${days < 30 ? " Renew it." : ""}`;
}

function rolesOf({ root, registry }: Pick<Root, "root" | "registry">): string[] {
  return [
    `root: ${root.threshold} of ${root.keys.length} keys must sign`,
    `registry: ${registry.threshold} of ${registry.keys.length} keys must sign`,
  ];
}

const membersOf = ({ members }: Pick<Registry, "members">): string[] =>
  members.flatMap(({ code, name, status, baseUrl, epochs }) => [
    `${code}: ${name}, ${baseUrl}, ${status}`,
    ...epochs.flatMap((epoch) => describeEpoch(code, epoch)),
  ]);

type Role = { readonly of: string; readonly keys: Root["root"]["keys"] };

async function signersAmong(
  text: string,
  typ: Parameters<typeof signersOf>[1],
  roles: readonly Role[],
): Promise<string[]> {
  const found = await Promise.all(
    roles.map(async ({ of, keys }) => {
      const signed = await signersOf(text, typ, keys);
      return signed.map((kid) => `${fingerprint(kid)} (${of} key ${place(keys, kid)} of ${keys.length})`);
    }),
  );
  return found.flat();
}

const place = (keys: Role["keys"], kid: string) => keys.findIndex((key) => key.kid === kid) + 1;
