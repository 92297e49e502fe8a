import { type JoinRequest, newMember } from "@concord/federation";
import { DomainError } from "@concord/runtime";
import { demandUnusedKey, type Wanted } from "./members.ts";

/** The group of everybody. */
const everybody = "all";

/** What the first registry says. */
export const nobodyYet: Wanted = {
  groups: [{ code: everybody, name: "All members", members: [] }],
  members: [],
};

/**
 * The registry with whoever asked in it, in the group of everybody and in those named; a group that is not there is
 * made. A member that is there with this key is left as it is. Throws `stewardship.member-already` and `key-used`.
 */
export function admitMember(held: Wanted, request: JoinRequest, groups: readonly string[]): Wanted {
  const member = newMember(request);
  const same = held.members.find((one) => one.code === member.code);
  if (same) {
    const known = same.epochs.some((epoch) => epoch.keys.some(({ jwk }) => jwk.kid === request.key.kid));
    if (!known) throw new DomainError("stewardship.member-already", "conflict", { code: member.code });
    return held;
  }
  demandUnusedKey(held, request.key.kid);
  return {
    groups: [everybody, ...groups].reduce((all, code) => withSeat(all, code, member.code), held.groups),
    members: [...held.members, member],
  };
}

type Groups = Wanted["groups"];

function withSeat(groups: Groups, code: string, member: string): Groups {
  const group = groups.find((one) => one.code === code);
  if (!group) return [...groups, { code, name: code, members: [member] }];
  const members = [...new Set([...group.members, member])];
  return groups.map((one) => (one === group ? { ...group, members } : one));
}
