import type { Database, Executor, Jobs, Tx } from "@concord/database";
import type {
  BlobRef,
  Derivation,
  Json,
  Op,
  Reason,
  Significance,
  SigningKey,
  Trust,
} from "@concord/federation";
import type { Clock, Ids, Logger } from "@concord/runtime";
import type { BlobStore } from "@concord/storage";
import type { Hono } from "hono";
import type { Bootstrap, NetworkMove } from "./bootstrap.ts";
import type { HaltedFeed } from "./halt-feed.ts";
import type { HighWater } from "./high-water.ts";
import type { Newcomer, SignedRequest } from "./newcomer.ts";
import type { OwnKey } from "./read-own-keys.ts";
import type {
  CrossCheck,
  Delayed,
  Holder,
  OwnFeed,
  PeerStatus,
  Quarantine,
  RestoredFeed,
  RestoreStep,
  SyncSummary,
  Unapplied,
} from "./standing.ts";
import type { FinishedTrust } from "./take-trust.ts";

/** The online key that signs this member's entries, checkpoints, receipts and requests. */
export interface PeerKeys {
  readonly feed: SigningKey;
}

export interface PeerDeps {
  readonly code: string;
  readonly name: string;
  readonly baseUrl: string;
  readonly database: Database;
  readonly jobs: Jobs;
  /**
   * This peer's alone. Any member can name a hash: what such an entry finds, serves or erases must never be a file
   * that the application keeps for itself.
   */
  readonly blobs: BlobStore;
  /** Where the application keeps the files of what it publishes; they are copied from there. */
  readonly published?: Pick<BlobStore, "open">;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
  readonly keys: PeerKeys;
  readonly bootstrap: Bootstrap;
  /** Replaces the guarded fetch; a trial on one machine passes `loopbackFetch()`. */
  readonly fetch?: typeof fetch;
  /** Allows plain http and private addresses. Never true in production. */
  readonly development: boolean;
  /** Called per kind in the transaction in which an entry of another member takes effect. */
  readonly onItem: Readonly<Record<string, ItemHandler>>;
  /**
   * Called per kind in the transaction in which an entry of our own takes effect that the application did not just
   * publish: mirrors gave it back after a restore. What the application has of it already is told again at times.
   */
  readonly onRecovered?: Readonly<Record<string, ItemHandler>>;
  /** Called per kind in the transaction that makes entries void, our own feed's too, before `onItem` hears of what stands. */
  readonly onUndone?: Readonly<Record<string, UndoneHandler>>;
  /** Called in the transaction that puts another member's feed into quarantine. */
  readonly onQuarantine?: (tx: Tx, feed: string) => Promise<void>;
  /** Whether this instance understands a kind and schema; everything, unless given. */
  readonly supports?: (kind: string, schema: string) => boolean;
  /** Between two polls of a peer, before jitter; 300 unless given. */
  readonly pollSeconds?: number;
  /** How long another member may take for an answer, and be silent in the middle of a file; 30 unless given. */
  readonly patienceSeconds?: number;
  /** Where it is kept how far our feed was signed, outside the database and its backups; without it only mirrors can tell. */
  readonly highWater?: HighWater;
}

export type UndoneHandler = (tx: Tx, undone: ItemUndone) => Promise<void>;

/** The registry closed an epoch before entries that had an effect on this item. What stands is handed over anew after it. */
export interface ItemUndone {
  readonly feed: string;
  readonly item: string;
  readonly kind: string;
  readonly cause: "stolen" | "restored";
  /** Left out where nothing of it stands. */
  readonly stands?: { readonly revision: number; readonly status: ItemStatus };
}

export type ItemHandler = (tx: Tx, change: ItemChange) => Promise<void>;

export interface ItemChange {
  readonly feed: string;
  readonly item: string;
  readonly revision: number;
  readonly op: Op;
  readonly kind: string;
  readonly schema: string;
  /** The parsed body; absent on withdraw, recall and erase. */
  readonly body?: Json;
  readonly blobs: readonly BlobRef[];
  readonly attribution?: string;
  readonly licence?: string;
  readonly significance?: Significance;
  readonly reason?: string;
  readonly derivedFrom?: Derivation;
  readonly supersedes?: string;
  readonly seq: number;
  /** When the origin says it signed the entry. */
  readonly at: Date;
}

export interface Publication {
  /** Left out on `publish`: an id is made. A name without a dot is prefixed with this member's code. */
  readonly item?: string;
  readonly op: Op;
  readonly kind: string;
  readonly schema: string;
  /** `minor` unless given; publish and revise only. */
  readonly significance?: Significance;
  /** At most 1 MiB as JSON; publish and revise only. */
  readonly body?: Json;
  /** Must already be in the store that the application publishes from, or among the peer's own files. */
  readonly blobs?: readonly BlobRef[];
  readonly licence?: string;
  readonly attribution?: string;
  readonly derivedFrom?: Derivation;
  readonly supersedes?: string;
  /** Shown to people where the item was; withdraw, recall and erase only. */
  readonly reason?: string;
  /** The revisions to erase; all of them unless given. Erase only. */
  readonly revisions?: readonly number[];
}

export interface Published {
  readonly item: string;
  readonly revision: number;
  readonly seq: number;
  readonly entrySha256: string;
}

export type ItemStatus = "live" | "withdrawn" | "recalled" | "erased";

/** An item of any feed, our own included, as its verified entries leave it. */
export interface FeedItem {
  readonly feed: string;
  /** The name the registry gives the feed's member. */
  readonly feedName: string;
  readonly item: string;
  readonly revision: number;
  readonly status: ItemStatus;
  readonly kind: string;
  readonly schema: string;
  readonly significance: Significance;
  /** Null where it is not here: not yet, or erased. */
  readonly body: Json;
  readonly blobs: readonly BlobRef[];
  readonly attribution?: string;
  readonly licence?: string;
  readonly derivedFrom?: Derivation;
  readonly supersedes?: string;
  /** Why it was withdrawn or recalled. */
  readonly reason?: string;
  readonly seq: number;
  readonly publishedAt: Date;
  readonly revisedAt: Date;
  /** Every blob of the revision is here and its hash was checked: only then may it be offered for use. */
  readonly complete: boolean;
  /** Whether this instance understands its kind and schema. */
  readonly supported: boolean;
}

export interface ItemQuery {
  readonly kind?: string;
  readonly feed?: string;
  /** The `item` of the last row of the page before. */
  readonly cursor?: string;
  /** 1 to 200; 100 unless given. */
  readonly limit?: number;
}

/** An entry that its feed signed and that has no effect here. */
export interface RefusedEntry {
  readonly feed: string;
  readonly seq: number;
  readonly reason: Reason;
  /** When it came. */
  readonly at: Date;
  readonly item?: string;
  /** The entry as signed. */
  readonly evidence: string;
}

/** One line of "what happened on the network", newest first. */
export interface FeedEvent {
  readonly feed: string;
  readonly feedName: string;
  readonly op: Op;
  readonly item: string;
  readonly revision: number;
  readonly kind: string;
  readonly seq: number;
  /** When the origin signed it. */
  readonly at: Date;
  /** When it reached us. */
  readonly receivedAt: Date;
  readonly entrySha256: string;
}

export interface Peer {
  readonly code: string;
  readonly name: string;
  /** RFC 7638 thumbprint of our online key. */
  readonly kid: string;
  /** Files that entries name, each checked by its hash: mirrored ones, and copies of our own. */
  readonly files: Pick<BlobStore, "open" | "read" | "has">;
  /** Appends to our own feed inside the caller's transaction; peers are told after its commit. */
  publish(tx: Tx, publication: Publication): Promise<Published>;
  /** `/federation/v1/…`, to be mounted by the application at its root. */
  readonly routes: Hono;
  items(query: ItemQuery): Promise<FeedItem[]>;
  /** Whoever holds a connection passes it on: a pool whose connections all wait for another stands still. */
  item(id: string, db?: Executor): Promise<FeedItem | undefined>;
  /** Another member of the network, by the caller's own connection; undefined where the registry has none or it is us. */
  member(db: Executor, code: string): Promise<{ readonly code: string; readonly name: string } | undefined>;
  revisionBody(item: string, revision: number, db?: Executor): Promise<Json | undefined>;
  events(limit?: number): Promise<FeedEvent[]>;
  status(): Promise<PeerStatus[]>;
  ownFeed(): Promise<OwnFeed>;
  /** Every quarantine with its evidence, newest first, those that ended too. */
  quarantines(): Promise<Quarantine[]>;
  /**
   * Lets a feed out of quarantine, in the caller's transaction. Where its contradiction lasts the next sync finds it
   * again. Says why it was there. Throws `federation.not-quarantined`.
   */
  release(tx: Tx, feed: string): Promise<Reason | null>;
  /** Asks two mirrors for their checkpoint of each feed we follow; done once a day by itself. */
  crossCheck(): Promise<CrossCheck[]>;
  /** Who says that it holds what of an item of ours, by its last receipt. */
  holders(item: string): Promise<Holder[]>;
  /** Recalls, erasures and safety revisions of ours that a member has not said it applied, oldest first. */
  unapplied(): Promise<Unapplied[]>;
  /** Recalls and erasures, our own erasures too, that have not had all their effect here, oldest first. */
  delayed(): Promise<Delayed[]>;
  /** What other feeds signed and we did not take. */
  refused(): Promise<RefusedEntry[]>;
  /** The newest root and registry that we verified: the network as we know it. */
  trust(): Promise<Pick<Trust, "root" | "registry">>;
  /** The same by the caller's own connection. */
  trustWithin(db: Executor): Promise<Pick<Trust, "root" | "registry">>;
  /**
   * Takes a finished root and registry that people brought, and tells the other members, who fetch it from here.
   * The answer is why it was refused.
   */
  takeTrust(brought: FinishedTrust): Promise<Reason | undefined>;
  /** Before the first start in another network: begins the feed anew. True where there was something to leave. */
  enterNetwork(move: NetworkMove): Promise<boolean>;
  /** Our own request to join a network, signed by our key, good for 30 days. */
  joinRequest(net: string): Promise<SignedRequest>;
  /** Our request to sign with another key; the present one vouches for it unless it may be stolen. */
  keyRequest(next: SigningKey, vouch: boolean): Promise<SignedRequest>;
  /** Our keys that may sign now, and how far each did. */
  ownKeys(): Promise<OwnKey[]>;
  /** Signs nothing more, in the caller's transaction: somebody else may have our key. Throws `federation.already-halted`. */
  halt(tx: Tx): Promise<HaltedFeed>;
  /** Ends what `halt` began. Throws `federation.not-halted`. */
  resume(tx: Tx): Promise<void>;
  /** What a newcomer asks of a network that it is not in yet. */
  readonly newcomer: Newcomer;
  /** After the database was restored from a backup: the step that can be done now. */
  restoreFeed(
    told?: (step: RestoreStep) => void,
    given?: {
      /** The folder of the online keys was put back as well, so the file in it says nothing of what came after. */
      readonly keysRestored?: boolean;
    },
  ): Promise<RestoredFeed>;
  /** Pulls from one member or from all, now; returns when done. */
  syncNow(code?: string): Promise<SyncSummary[]>;
  start(): Promise<void>;
  stop(): Promise<void>;
}
