import type { Entry, Op, Reason } from "@concord/federation";
import { isNull } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import type { ItemStatus } from "./contract.ts";
import type { Unknown } from "./signing-guard.ts";
import type { SyncSummary } from "./standing.ts";

export const schema = pgSchema("peer");
const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** Every root and registry version that was verified, as signed. */
export const trustDocuments = schema.table(
  "trust_documents",
  {
    kind: text("kind").$type<"root" | "registry">().notNull(),
    version: integer("version").notNull(),
    sha256: text("sha256").notNull(),
    document: text("document").notNull(),
    receivedAt: at("received_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.version] })],
);

/** One row per feed, ours included: how far it is stored, and how far it is in effect. */
export const feeds = schema.table("feeds", {
  code: text("code").primaryKey(),
  appendedThrough: integer("appended_through").notNull().default(0),
  head: text("head").notNull(),
  verifiedThrough: integer("verified_through").notNull().default(0),
  /** The checkpoint of `verified_through`, as signed; of our own feed the last that we signed. */
  checkpoint: text("checkpoint"),
  /** How far our receipts that the origin took say we have applied it; what is beyond is owed. */
  receiptThrough: integer("receipt_through").notNull().default(0),
  /** Receipts in a row that the origin has not taken, the one under way included. */
  receiptFailures: integer("receipt_failures").notNull().default(0),
  /** Not before then again. */
  receiptDueAt: at("receipt_due_at"),
  quarantinedAt: at("quarantined_at"),
  quarantineReason: text("quarantine_reason").$type<Reason>(),
  /** Only of our own feed: since when nothing is signed, and what was found that we do not hold. */
  haltedAt: at("halted_at"),
  haltFound: jsonb("halt_found").$type<Unknown>(),
});

/** Every time a feed contradicted itself: the statements that prove it, and how it ended. */
export const quarantines = schema.table(
  "quarantines",
  {
    feed: text("feed").notNull(),
    since: at("since").notNull(),
    reason: text("reason").$type<Reason>().notNull(),
    /** Both signed by the feed's own key. */
    evidence: jsonb("evidence").$type<readonly string[]>().notNull(),
    endedAt: at("ended_at"),
    /** `registry` when its epoch was closed, `office` when somebody here released it. */
    endedBy: text("ended_by").$type<"registry" | "office">(),
  },
  (table) => [primaryKey({ columns: [table.feed, table.since] })],
);

/** Entries as signed, each valid in its chain. Those with no verdict have no effect yet. */
export const entries = schema.table(
  "entries",
  {
    feed: text("feed").notNull(),
    epoch: integer("epoch").notNull(),
    seq: integer("seq").notNull(),
    sha256: text("sha256").notNull(),
    signed: text("signed").notNull(),
    /** What it says; null where a validly signed entry says nonsense. */
    payload: jsonb("payload").$type<Entry>(),
    op: text("op").$type<Op>(),
    item: text("item"),
    revision: integer("revision"),
    bodySha256: text("body_sha256"),
    signedAt: at("signed_at").notNull(),
    receivedAt: at("received_at").notNull(),
    verdict: text("verdict").$type<"applied" | "skipped">(),
    reason: text("reason").$type<Reason>(),
    /** When handlers heard of it: at once, or when its body and blobs were all here. */
    deliveredAt: at("delivered_at"),
  },
  (table) => [
    primaryKey({ columns: [table.feed, table.seq, table.epoch] }),
    index("entries_item_idx").on(table.item, table.revision),
    index("entries_body_idx").on(table.bodySha256),
    index("entries_received_idx").on(table.receivedAt),
    index("entries_undelivered_idx").on(table.feed, table.seq).where(isNull(table.deliveredAt)),
  ],
);

/** Entries beyond the close of their epoch, kept as evidence. Tombstones among them may stay in effect. */
export const voidEntries = schema.table(
  "void_entries",
  {
    feed: text("feed").notNull(),
    epoch: integer("epoch").notNull(),
    seq: integer("seq").notNull(),
    sha256: text("sha256").notNull(),
    signed: text("signed").notNull(),
    payload: jsonb("payload").$type<Entry>(),
    item: text("item"),
    receivedAt: at("received_at").notNull(),
    voidedAt: at("voided_at").notNull(),
    /** Whether it ever had an effect here. */
    verdict: text("verdict").$type<"applied" | "skipped">(),
  },
  (table) => [
    primaryKey({ columns: [table.feed, table.sha256] }),
    index("void_entries_item_idx").on(table.item),
  ],
);

/** What the entries in effect made of each item. */
export const items = schema.table(
  "items",
  {
    item: text("item").primaryKey(),
    feed: text("feed").notNull(),
    kind: text("kind").notNull(),
    status: text("status").$type<ItemStatus>().notNull(),
    /** The newest revision that its feed speaks of. */
    revision: integer("revision").notNull(),
    /** The newest revision that is here with its body and every blob. */
    offeredRevision: integer("offered_revision"),
    erasedRevisions: integer("erased_revisions").array().notNull(),
    reason: text("reason"),
    publishedAt: at("published_at").notNull(),
  },
  (table) => [
    index("items_kind_idx").on(table.kind, table.item),
    index("items_feed_idx").on(table.feed, table.item),
  ],
);

/** Bodies as JSON text, byte for byte what was hashed. */
export const bodies = schema.table("bodies", {
  sha256: text("sha256").primaryKey(),
  json: text("json").notNull(),
});

/** Which revisions need which blobs. */
export const revisionBlobs = schema.table(
  "revision_blobs",
  {
    item: text("item").notNull(),
    revision: integer("revision").notNull(),
    feed: text("feed").notNull(),
    sha256: text("sha256").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.item, table.revision, table.sha256] }),
    index("revision_blobs_sha256_idx").on(table.sha256),
  ],
);

/** Blobs that some revision needs or needed; `wanted` falls when the last of them is erased. */
export const blobs = schema.table("blobs", {
  sha256: text("sha256").primaryKey(),
  size: bigint("size", { mode: "number" }).notNull(),
  type: text("type").notNull(),
  present: boolean("present").notNull(),
  wanted: boolean("wanted").notNull().default(true),
});

/** What we remember of talking with a member's server. */
export const contacts = schema.table("contacts", {
  code: text("code").primaryKey(),
  lastHeardAt: at("last_heard_at"),
  lastAttemptAt: at("last_attempt_at"),
  nextAttemptAt: at("next_attempt_at").notNull(),
  hintedAt: at("hinted_at"),
  failures: integer("failures").notNull().default(0),
  /** By how many seconds its clock is ahead of ours, where it refuses our requests for that. */
  clockAhead: integer("clock_ahead"),
  lastReason: text("last_reason").$type<Reason>(),
  lastSummary: jsonb("last_summary").$type<SyncSummary>(),
});

/** The last receipt each member gave us for our feed. */
export const receipts = schema.table("receipts", {
  code: text("code").primaryKey(),
  appliedThrough: integer("applied_through").notNull(),
  signed: text("signed").notNull(),
  receivedAt: at("received_at").notNull(),
});

/** Requests taken, until their time is over: each is taken once. */
export const takenRequests = schema.table(
  "taken_requests",
  {
    issuer: text("issuer").notNull(),
    jti: text("jti").notNull(),
    takenAt: at("taken_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.issuer, table.jti] }),
    index("taken_requests_taken_at_idx").on(table.takenAt),
  ],
);
