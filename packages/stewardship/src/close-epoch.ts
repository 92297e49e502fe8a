import type { FeedEpoch } from "@concord/federation";
import { DomainError } from "@concord/runtime";
import { lastEpoch, memberOf, type Wanted, withLastEpoch, withMember } from "./members.ts";

/**
 * Ends a member's epoch after an entry. One that is closed just there changes nothing. Throws
 * `stewardship.unknown-member` and `epoch-closed`: a close is never moved.
 */
export function closeEpoch(held: Wanted, code: string, close: NonNullable<FeedEpoch["close"]>): Wanted {
  const member = memberOf(held, code);
  const epoch = lastEpoch(member);
  const at = epoch.close;
  if (at && (at.seq !== close.seq || at.head !== close.head || at.cause !== close.cause)) {
    const params = { code, epoch: epoch.epoch, seq: at.seq };
    throw new DomainError("stewardship.epoch-closed", "conflict", params);
  }
  return withMember(held, withLastEpoch(member, { ...epoch, close }));
}
