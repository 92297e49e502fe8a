import type { Figures } from "@concord/content";
import {
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import type { Dimension, HiddenRule, RefusalReason } from "./model.ts";

const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** The release in force of each member and month. */
export const releases = pgTable(
  "releases",
  {
    member: text("member").notNull(),
    /** YYYY-MM. */
    period: text("period").notNull(),
    item: text("item").notNull(),
    revision: integer("revision").notNull(),
    seq: integer("seq").notNull(),
    asOf: date("as_of").notNull(),
    signedAt: at("signed_at").notNull(),
    receivedAt: at("received_at").notNull(),
    body: jsonb("body").$type<Figures>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.member, table.period] }),
    index("releases_period_idx").on(table.period),
    index("releases_item_idx").on(table.item),
  ],
);

/** Every figure of the releases in force, a row each. A hidden one has its rule and no value. */
export const figures = pgTable(
  "figures",
  {
    member: text("member").notNull(),
    period: text("period").notNull(),
    metric: text("metric").notNull(),
    dimension: text("dimension").$type<Dimension>().notNull(),
    /** The level or sector; empty for a total. */
    code: text("code").notNull(),
    value: doublePrecision("value"),
    hidden: text("hidden").$type<HiddenRule>(),
  },
  (table) => [
    primaryKey({ columns: [table.member, table.period, table.metric, table.dimension, table.code] }),
    index("figures_metric_idx").on(table.metric, table.dimension, table.period),
    foreignKey({
      columns: [table.member, table.period],
      foreignColumns: [releases.member, releases.period],
    }).onDelete("cascade"),
  ],
);

/** Releases that were validly signed and are not shown, with why. */
export const refusals = pgTable(
  "refusals",
  {
    item: text("item").notNull(),
    revision: integer("revision").notNull(),
    member: text("member").notNull(),
    reason: text("reason").$type<RefusalReason>().notNull(),
    at: at("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.item, table.revision] }),
    index("refusals_member_idx").on(table.member, table.at),
  ],
);
