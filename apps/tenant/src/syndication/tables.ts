import type { Body, Overlay, Text } from "@concord/content";
import { index, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { alertKinds } from "./watch-network.ts";

const at = (name: string) => timestamp(name, { withTimezone: true });
const kind = () => text({ enum: ["training", "series", "toolkit"] }).notNull();
const significance = () => text({ enum: ["minor", "major", "safety"] }).notNull();

/** What other members publish, and what this office decided about each. */
export const incomingItems = pgTable(
  "incoming_items",
  {
    item: text().primaryKey(),
    feed: text().notNull(),
    revision: integer().notNull(),
    kind: kind(),
    schema: text().notNull(),
    title: jsonb().$type<Text>().notNull(),
    languages: text().array().notNull(),
    significance: significance(),
    status: text({
      enum: [
        "new",
        "update-available",
        "adopted",
        "declined",
        "followed",
        "blocked",
        "withdrawn",
        "recalled",
        "erased",
      ],
    }).notNull(),
    pinnedRevision: integer("pinned_revision"),
    attribution: text(),
    licence: text(),
    reason: text(),
    note: text(),
    seenAt: at("seen_at").notNull(),
    decidedAt: at("decided_at"),
  },
  (table) => [
    index("incoming_items_status").on(table.status, table.seenAt.desc(), table.item),
    index("incoming_items_seen").on(table.seenAt.desc(), table.item),
    index("incoming_items_feed").on(table.feed),
  ],
);

/** What this office published to the network. */
export const sharedItems = pgTable(
  "shared_items",
  {
    item: text().primaryKey(),
    kind: kind(),
    sourceId: text("source_id").notNull().unique(),
    sourceRevision: integer("source_revision").notNull(),
    revision: integer().notNull(),
    title: jsonb().$type<Text>().notNull(),
    significance: significance(),
    status: text({ enum: ["live", "withdrawn", "recalled", "erased"] }).notNull(),
    reason: text(),
    /** The item of ours that it replaces, and the other member's that it is built on. */
    supersedes: text(),
    derivedFrom: text("derived_from"),
    seq: integer().notNull(),
    /** When it came back from other members, after a restore; null once this office said something of it since. */
    recoveredAt: at("recovered_at"),
    publishedAt: at("published_at").notNull(),
    revisedAt: at("revised_at").notNull(),
  },
  (table) => [
    index("shared_items_revised").on(table.revisedAt.desc(), table.item),
    index("shared_items_derived").on(table.derivedFrom),
  ],
);

/** What this office keeps as its own on adopted material, apart from anything an update writes. */
export const overlays = pgTable("item_overlays", {
  item: text()
    .primaryKey()
    .references(() => incomingItems.item),
  overlay: jsonb().$type<Overlay>().notNull(),
  updatedAt: at("updated_at").notNull(),
});

/** What our catalogue has of an item whose update was taken in part: no revision of its origin. */
export const partBodies = pgTable("item_part_bodies", {
  item: text()
    .primaryKey()
    .references(() => incomingItems.item),
  body: jsonb().$type<Body>().notNull(),
  updatedAt: at("updated_at").notNull(),
});

/** What this office decided about a member's material of one kind; where it decided nothing there is no row. */
export const peerRules = pgTable(
  "peer_rules",
  {
    feed: text().notNull(),
    kind: kind(),
    choice: text({ enum: ["follow", "review", "auto", "block"] }).notNull(),
    updatedAt: at("updated_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.feed, table.kind] })],
);

/** What officers were told of and is not over: each is said once. */
export const toldAlerts = pgTable("told_alerts", {
  key: text().primaryKey(),
  kind: text({ enum: alertKinds }).notNull(),
  stage: text(),
  /** What the line that says that it is over needs: no title, which may be the very thing that had to go. */
  member: text(),
  item: text(),
  toldAt: at("told_at").notNull(),
});
