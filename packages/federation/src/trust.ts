import { genesis } from "./hash.ts";
import { type VerifyingKey, verifyingKey } from "./keys.ts";
import { toSeconds } from "./names.ts";
import type { Reason } from "./reasons.ts";
import type { FeedEpoch, Registry, RegistryMember } from "./registry.ts";
import type { Root } from "./root.ts";

/** A verified root and a verified registry: the only source of keys and addresses. */
export class Trust {
  readonly root: Root;
  readonly registry: Registry;
  readonly #keys = new Map<string, VerifyingKey>();

  constructor(root: Root, registry: Registry) {
    this.root = root;
    this.registry = registry;
  }

  get net(): string {
    return this.root.net;
  }

  member(code: string): RegistryMember | undefined {
    return this.registry.members.find((member) => member.code === code);
  }

  /** The key of a member with the epoch and the range of entries it may sign. */
  feedKey(member: RegistryMember, kid: string): FeedKeyUse | undefined {
    for (const epoch of member.epochs) {
      const use = epoch.keys.find((key) => key.jwk.kid === kid);
      if (use) return { key: this.#imported(use.jwk), epoch, from: use.from, to: use.to };
    }
    return undefined;
  }

  #imported(jwk: Parameters<typeof verifyingKey>[0]): VerifyingKey {
    const key = this.#keys.get(jwk.kid) ?? verifyingKey(jwk);
    this.#keys.set(jwk.kid, key);
    return key;
  }
}

export interface FeedKeyUse {
  readonly key: VerifyingKey;
  readonly epoch: FeedEpoch;
  readonly from: number;
  readonly to: number | undefined;
}

/** Checkpoints, receipts and requests are signed by a current key only: of the open epoch, with no end. */
export function isCurrent(use: FeedKeyUse): boolean {
  return use.epoch.close === undefined && use.to === undefined;
}

/** The key of a member that speaks to us itself: it is there, not suspended, and the key is current. */
export function speakersKey(
  trust: Trust,
  code: string,
  kid: string,
): { readonly ok: true; readonly key: VerifyingKey } | { readonly ok: false; readonly reason: Reason } {
  const member = trust.member(code);
  if (!member || member.status === "left") return { ok: false, reason: "unknown-member" };
  if (member.status === "suspended") return { ok: false, reason: "suspended-member" };
  const use = trust.feedKey(member, kid);
  if (!use) return { ok: false, reason: "unknown-key" };
  return isCurrent(use) ? { ok: true, key: use.key } : { ok: false, reason: "key-out-of-range" };
}

/** The hash that the first entry of an epoch names as its `prev`. */
export function headBefore(member: RegistryMember, epoch: FeedEpoch): string {
  return member.epochs.find((one) => one.epoch === epoch.epoch - 1)?.close?.head ?? genesis;
}

/**
 * Whether a root or registry has expired. That stops nothing that is a matter of safety: keep verifying and
 * mirroring, apply withdraw, recall and erase, hold the rest.
 */
export function trustExpired(trust: Trust, now: Date): boolean {
  return Math.min(trust.root.exp, trust.registry.exp) < toSeconds(now);
}

/** Why nothing of this member is taken at present. A member that left is still mirrored. */
export function refusesMember(member: RegistryMember | undefined): Reason | undefined {
  if (!member) return "unknown-member";
  return member.status === "suspended" ? "suspended-member" : undefined;
}
