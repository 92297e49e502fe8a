/**
 * What happens when a check fails. Only `quarantine` touches the feed itself, and only two
 * contradictory statements signed by the feed's own key lead there.
 */
export type Effect =
  /** Our registry may be old: fetch it and try once more. */
  | "refresh-registry"
  /** The server that answered is at fault; another may do. */
  | "drop-source"
  /** This statement has no effect; what follows it does. */
  | "skip"
  /** The evidence is kept, nothing more of this feed takes effect, staff are alerted. */
  | "quarantine"
  /** A request to us is refused; nothing we hold changes. */
  | "refuse-request"
  /** It cannot be checked now, which is never "invalid": keep everything and try later. */
  | "back-off";

/** Every reason a check can give, each with its one effect. The union is closed. */
export const effects = {
  "unknown-member": "refresh-registry",
  "suspended-member": "refresh-registry",
  "unknown-key": "refresh-registry",
  "key-out-of-range": "refresh-registry",
  "wrong-epoch": "refresh-registry",
  "registry-expired": "refresh-registry",
  "bad-signature": "drop-source",
  "bad-type": "drop-source",
  "not-canonical": "drop-source",
  "wrong-network": "drop-source",
  "sequence-gap": "drop-source",
  "chain-broken": "drop-source",
  "beyond-close": "drop-source",
  "registry-rollback": "drop-source",
  "registry-fork": "drop-source",
  "threshold-not-met": "drop-source",
  "too-large": "drop-source",
  "body-mismatch": "drop-source",
  "blob-mismatch": "drop-source",
  tombstoned: "skip",
  unsupported: "skip",
  malformed: "skip",
  rollback: "quarantine",
  "split-view": "quarantine",
  "replayed-request": "refuse-request",
  "wrong-audience": "refuse-request",
  "stale-request": "refuse-request",
  unreachable: "back-off",
} as const satisfies Record<string, Effect>;

export type Reason = keyof typeof effects;

export function effectOf(reason: Reason): Effect {
  return effects[reason];
}

/** The refusing half of every verification's result. */
export interface Refused {
  readonly verified: false;
  readonly reason: Reason;
}

export function refused(reason: Reason): Refused {
  return { verified: false, reason };
}
