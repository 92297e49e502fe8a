import type { Op, Reason } from "@concord/federation";

export interface PeerStatus {
  readonly code: string;
  readonly name: string;
  readonly baseUrl: string;
  readonly memberStatus: "active" | "suspended" | "left";
  readonly lastHeardAt?: Date;
  readonly lastAttemptAt?: Date;
  readonly nextAttemptAt?: Date;
  /** Entries of its feed that are verified and in effect here. */
  readonly verifiedThrough: number;
  /** Entries its newest checkpoint speaks of. */
  readonly size: number;
  readonly lagEntries: number;
  /** Since its newest checkpoint was signed; a stale checkpoint is older than 24 hours. */
  readonly lagMinutes?: number;
  readonly stale: boolean;
  readonly missingBlobs: number;
  readonly quarantine?: { readonly reason: Reason; readonly since: Date };
  readonly lastReason?: Reason;
  /** Seconds by which its clock is ahead of ours, where it refuses our requests for that: one of the two is wrong. */
  readonly clockAhead?: number;
  /** What it says it holds of our feed, from its last receipt. */
  readonly appliedOurs?: { readonly through: number; readonly at: Date };
  readonly lastSummary?: SyncSummary;
}

/** How our own feed stands. */
export interface OwnFeed {
  /** Undefined while the registry does not name our key as current. */
  readonly epoch?: number;
  readonly size: number;
  readonly head: string;
  /** When its last checkpoint was signed. */
  readonly checkpointAt?: Date;
  /** Nothing is signed since then: `source` (the high-water file, the registry, a member) knows an entry that we do not hold. */
  readonly halted?: {
    readonly since: Date;
    readonly source: string;
    readonly epoch: number;
    readonly seq: number;
    readonly head: string;
  };
}

export interface Quarantine {
  readonly feed: string;
  readonly reason: Reason;
  readonly since: Date;
  /** Two statements, as signed by the feed's own key, that cannot both be true. */
  readonly evidence: readonly string[];
  readonly ended?: { readonly at: Date; readonly by: "registry" | "office" };
}

/** What a mirror said of a feed, held against what we have of it. */
export interface CrossCheck {
  readonly feed: string;
  readonly mirror: string;
  /** A reason where what it gave proves nothing, or where two statements of the feed's own key contradict each other. */
  readonly found: "agrees" | Reason;
}

export interface Holder {
  readonly code: string;
  readonly name: string;
  /** When its last receipt came; left out where none has come. */
  readonly heardAt?: Date;
  readonly appliedThrough: number;
  /** The newest revision that it has applied; left out where it has none. */
  readonly revision?: number;
  /** The last tombstone that it has applied. */
  readonly ended?: "withdraw" | "recall" | "erase";
}

export interface Unapplied {
  readonly code: string;
  readonly name: string;
  readonly item: string;
  readonly kind: string;
  readonly op: Op;
  readonly revision: number;
  readonly seq: number;
  /** When we signed it. */
  readonly since: Date;
  /** Whether the member said before that it holds the item. */
  readonly holds: boolean;
}

/** A recall or erasure that has not had all its effect here. */
export interface Delayed {
  readonly feed: string;
  readonly item: string;
  readonly op: "recall" | "erase";
  /** `held`: it came, and what its feed said around it is not verified yet. `files`: files to be deleted are still here. */
  readonly why: "held" | "files";
  /** When it came, or took effect but for the files. */
  readonly since: Date;
}

/** How far the recovery of our own feed has come. */
export interface RestoredFeed {
  /**
   * `in-order`: nothing was missing. `close-epoch`: the registry must close `epoch` at `seq` and `head`, because it
   * was restored. `new-key`: it has; start with the key of the next epoch. `restored`: publishing goes on.
   * `unreachable`: no mirror gave what is missing; try again. `not-ours`: our own file says that nothing is missing,
   * and still others have more: nothing was taken, since somebody else may sign with our key.
   */
  readonly state: "in-order" | "close-epoch" | "new-key" | "restored" | "unreachable" | "not-ours";
  readonly epoch: number;
  /** Our last entry now, and its hash. */
  readonly seq: number;
  readonly head: string;
  /** Entries of ours that mirrors gave back. */
  readonly recovered: number;
  /** Bodies and files that are still to come. */
  readonly missing: number;
  /** Entries up to here were signed once, and no mirror that answered has them. */
  readonly lostThrough?: number;
  /** Members that could not be reached; one of them may have what is lost. */
  readonly silent: readonly string[];
}

/** What the recovery of our own feed is doing, for whoever waits for it. */
export type RestoreStep =
  | { readonly doing: "asking"; readonly members: number }
  | { readonly doing: "recovering"; readonly mirrors: number }
  /** A page of entries came back, the last of them this one. */
  | { readonly doing: "storing"; readonly through: number }
  | { readonly doing: "fetching-files" };

export interface SyncSummary {
  readonly code: string;
  readonly at: Date;
  readonly outcome: "current" | "synced" | "held" | "failed";
  /** Who the entries came from: the origin or a mirror. */
  readonly source?: string;
  readonly published: number;
  readonly revised: number;
  readonly withdrawn: number;
  readonly recalled: number;
  readonly erased: number;
  readonly ignored: number;
  /** `evidence` is a signed statement: that of a `registry-fork`. */
  readonly refused: readonly {
    readonly source: string;
    readonly reason: Reason;
    readonly evidence?: string;
  }[];
  readonly blobsFetched: number;
  readonly blobsMissing: number;
}
