import type { Checkpoint } from "../checkpoint.ts";
import type { Cut } from "../closed-epochs.ts";
import type { Entry, EntryLink } from "../entry.ts";
import type { Reason } from "../reasons.ts";
import type { Trust } from "../trust.ts";

/** What a server answered; `unreachable` covers everything that is no answer in this protocol, a firewall's page too. */
export type Fetched<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly reason: Reason;
      readonly retryAfter?: number;
      /** It answers, and takes no request of ours: its registry may say of us what ours does not yet. */
      readonly refusesUs?: true;
    };

/** A page of a feed as it came; nothing in it is believed yet. */
export interface EntriesPage {
  readonly entries: readonly string[];
  /** Bodies as JSON text by their SHA-256. */
  readonly bodies: Readonly<Record<string, string>>;
}

/** A member's server: the origin of a feed, or a mirror of it. */
export interface Source {
  readonly code: string;
  /** Undefined where there is no such version. */
  root(version: number): Promise<Fetched<string | undefined>>;
  registry(): Promise<Fetched<string>>;
  checkpoint(feed: string): Promise<Fetched<string>>;
  entries(
    feed: string,
    page: { readonly epoch: number; readonly after: number; readonly limit: number },
  ): Promise<Fetched<EntriesPage>>;
}

/** An entry that stands validly in its chain. */
export type ChainRow =
  | { readonly entry: Entry; readonly sha256: string; readonly text: string; readonly body?: string }
  | { readonly skipped: EntryLink; readonly reason: Reason; readonly sha256: string; readonly text: string };

export interface FeedPosition {
  /** Entries that are in effect. */
  readonly verifiedThrough: number;
  /** Entries stored, each valid in the chain; those after `verifiedThrough` have no effect yet. */
  readonly appendedThrough: number;
  /** Hash of the last stored entry. */
  readonly head: string;
  /** The checkpoint of `verifiedThrough`. */
  readonly checkpoint?: Checkpoint;
  readonly quarantined: boolean;
}

export interface FeedCounts {
  readonly published: number;
  readonly revised: number;
  readonly withdrawn: number;
  readonly recalled: number;
  readonly erased: number;
  readonly ignored: number;
}

/** Our copy of one feed. */
export interface FeedStore {
  position(): Promise<FeedPosition>;
  /** The stored entry with this number. */
  entryAt(seq: number): Promise<{ readonly sha256: string; readonly text: string } | undefined>;
  /** Stores rows that follow the head. Storing the same row again changes nothing. */
  append(rows: readonly ChainRow[]): Promise<void>;
  /**
   * In one transaction: the effects of all entries up to `size`, the cursor, and the checkpoint's text; without a
   * text the registry's close says that they stand.
   */
  commit(reached: Pick<Checkpoint, "size"> & Partial<Pick<Checkpoint, "text">>): Promise<FeedCounts>;
  quarantine(reason: Reason, evidence: readonly string[]): Promise<void>;
  /**
   * In one transaction, after the registry closed an epoch: entries beyond the cut are set aside as void
   * (`beyond-close`), the cursors and the head go back to it, the checkpoint is forgotten, a quarantine ends, and
   * items are computed anew from `entriesInEffect`. Where entries were set aside, so are they when a commit
   * reaches the closed head.
   */
  cutBack(cut: Cut): Promise<void>;
}

export interface SyncPorts {
  /** The origin first, then mirrors in the order in which they should be tried. */
  readonly sources: readonly Source[];
  readonly store: FeedStore;
  trust(): Trust;
  /** Keeps a newer root or registry that was verified. */
  keepTrust(trust: Trust): Promise<void>;
  /** Hears of a root or registry that did not verify. That one is older than ours is no fault: its server is late. */
  refuseTrust?(refusal: Refusal): void;
  now(): Date;
  /** Step 5, called only when more is applied than before. */
  sendReceipt(checkpoint: Checkpoint): Promise<void>;
}

export interface Refusal {
  readonly source: string;
  readonly reason: Reason;
  readonly retryAfter?: number;
  /** The statement itself, where it proves that two registries of one version are about. */
  readonly evidence?: string;
}

export interface SyncResult extends FeedCounts {
  /** `current`: nothing new; `synced`: something took effect; `held`: quarantined or suspended; `failed`: try later. */
  readonly outcome: "current" | "synced" | "held" | "failed";
  /** Who gave the checkpoint that was taken. */
  readonly source?: string;
  /** Whether the origin itself answered in this protocol. */
  readonly originHeard: boolean;
  readonly refused: readonly Refusal[];
}
