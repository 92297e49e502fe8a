import type { FeedEpoch, Registry, RegistryMember } from "@concord/federation";
import { DomainError } from "@concord/runtime";

/** What a ceremony decides of a registry; version, dates and signatures follow from it. */
export type Wanted = Pick<Registry, "groups" | "members">;

/** Throws `stewardship.unknown-member` for a code that the registry does not name. */
export function memberOf({ members }: Wanted, code: string): RegistryMember {
  const member = members.find((one) => one.code === code);
  if (!member) {
    const known = members.map((one) => one.code).join(", ");
    throw new DomainError("stewardship.unknown-member", "not-found", { code, known });
  }
  return member;
}

/** The registry with one member said anew. */
export function withMember({ groups, members }: Wanted, member: RegistryMember): Wanted {
  return { groups, members: members.map((one) => (one.code === member.code ? member : one)) };
}

/** The protocol allows no member without an epoch. */
export function lastEpoch({ code, epochs }: RegistryMember): FeedEpoch {
  const epoch = epochs.at(-1);
  if (!epoch) throw new Error(`${code} has no epoch`);
  return epoch;
}

/** The member with its last epoch replaced, by one or more. */
export function withLastEpoch(member: RegistryMember, ...epochs: readonly FeedEpoch[]): RegistryMember {
  return { ...member, epochs: [...member.epochs.slice(0, -1), ...epochs] };
}

/** One key never speaks for two, and never comes back: the registry names it once. Throws `stewardship.key-used`. */
export function demandUnusedKey({ members }: Wanted, kid: string): void {
  const holder = members.find((member) =>
    member.epochs.some((epoch) => epoch.keys.some((key) => key.jwk.kid === kid)),
  );
  if (holder) throw new DomainError("stewardship.key-used", "conflict", { code: holder.code });
}
