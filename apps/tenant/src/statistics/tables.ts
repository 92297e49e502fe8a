import type { Figures } from "@concord/content";
import { index, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { RestsOn } from "./model.ts";

/** Every release of monthly figures, as it was published. */
export const figureReleases = pgTable(
  "figure_releases",
  {
    month: text().notNull(),
    revision: integer().notNull(),
    item: text().notNull(),
    seq: integer().notNull(),
    body: jsonb().$type<Figures>().notNull(),
    /** On how many people each protected total rests: kept to protect the next revision, never shown. */
    restsOn: jsonb("rests_on").$type<RestsOn>(),
    publishedAt: timestamp("published_at", { withTimezone: true }).notNull(),
    publishedBy: text("published_by").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.month, table.revision] }),
    index("figure_releases_published").on(table.publishedAt.desc()),
  ],
);
