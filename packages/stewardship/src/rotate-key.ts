import type { JoinRequest } from "@concord/federation";
import { DomainError } from "@concord/runtime";
import { demandUnusedKey, lastEpoch, memberOf, type Wanted, withLastEpoch, withMember } from "./members.ts";

/** Whether a member's open epoch takes the key beside the present one, or its closed epoch is followed by a new one. */
export function opensEpoch(held: Wanted, code: string): boolean {
  return lastEpoch(memberOf(held, code)).close !== undefined;
}

/**
 * Lets a member sign its entries from number `from` on with the key it asks for, which its present key must have
 * endorsed. After a closed epoch the next one begins with the key instead, and `from` counts for nothing: there a
 * person must have compared the fingerprint. A key that is there already changes nothing.
 * Throws `stewardship.unknown-member`, `key-used`, `not-endorsed`, `number-missing`.
 */
export function rotateKey(held: Wanted, request: JoinRequest, from: number | undefined): Wanted {
  const member = memberOf(held, request.code);
  const jwk = request.key;
  const epoch = lastEpoch(member);
  if (epoch.keys.some((key) => key.jwk.kid === jwk.kid)) return held;
  demandUnusedKey(held, jwk.kid);
  if (epoch.close) {
    const first = epoch.close.seq + 1;
    const next = { epoch: epoch.epoch + 1, first, keys: [{ jwk, from: first }] };
    return withMember(held, withLastEpoch(member, epoch, next));
  }
  if (!request.endorsed)
    throw new DomainError("stewardship.not-endorsed", "forbidden", { code: member.code });
  if (from === undefined) throw new DomainError("stewardship.number-missing", "invalid");
  return withMember(held, withLastEpoch(member, { ...epoch, keys: [...epoch.keys, { jwk, from }] }));
}
