import { DomainError } from "@concord/runtime";
import { isFingerprintOf } from "./fingerprint.ts";
import { lastEpoch, memberOf, type Wanted, withLastEpoch, withMember } from "./members.ts";

/**
 * Ends the key of a member whose fingerprint was given, after entry `to`. One that signed nothing is taken out
 * instead, where `to` is the entry before its first: no range says "none". Throws `stewardship.unknown-member`,
 * `unknown-key`, `last-key`.
 */
export function retireKey(held: Wanted, code: string, key: { fingerprint: string; to: number }): Wanted {
  const member = memberOf(held, code);
  const epoch = lastEpoch(member);
  const old = epoch.keys.find(({ jwk }) => isFingerprintOf(key.fingerprint, jwk.kid));
  if (!old) throw new DomainError("stewardship.unknown-key", "not-found", { code });
  const ended = key.to === old.from - 1 ? [] : [{ ...old, to: key.to }];
  const keys = epoch.keys.flatMap((one) => (one === old ? ended : [one]));
  if (!keys.some(({ to }) => to === undefined)) {
    throw new DomainError("stewardship.last-key", "conflict", { code });
  }
  return withMember(held, withLastEpoch(member, { ...epoch, keys }));
}
