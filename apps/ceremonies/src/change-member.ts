import type { FeedEpoch, Registry, RegistryMember } from "@concord/federation";
import { DomainError } from "@concord/runtime";
import type { Wanted } from "./change-registry.ts";

/** Throws `ceremonies.unknown-member` for a code that the registry does not name. */
export function memberOf(registry: Registry, code: string): RegistryMember {
  const member = registry.members.find((one) => one.code === code);
  if (!member) {
    const known = registry.members.map((one) => one.code).join(", ") || "nobody yet";
    throw new DomainError("ceremonies.unknown-member", "not-found", { code, known });
  }
  return member;
}

/** The registry with one member said anew. */
export function withMember(registry: Registry, member: RegistryMember): Wanted {
  const members = registry.members.map((one) => (one.code === member.code ? member : one));
  return { groups: registry.groups, members };
}

export function lastEpoch(member: RegistryMember): FeedEpoch {
  const epoch = member.epochs.at(-1);
  if (!epoch)
    throw new DomainError("ceremonies.refused", "conflict", { file: member.code, reason: "malformed" });
  return epoch;
}

export function withLastEpoch(member: RegistryMember, ...epochs: readonly FeedEpoch[]): RegistryMember {
  return { ...member, epochs: [...member.epochs.slice(0, -1), ...epochs] };
}

/** One key never speaks for two, and never comes back: the registry names it once. */
export function demandUnusedKey(registry: Registry, kid: string): void {
  const holder = registry.members.find((member) =>
    member.epochs.some((epoch) => epoch.keys.some((key) => key.jwk.kid === kid)),
  );
  if (holder) throw new DomainError("ceremonies.key-used", "conflict", { code: holder.code });
}
