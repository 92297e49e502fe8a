import type { Figures } from "@concord/content";
import { index, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/** Every release of monthly figures, as it was published. */
export const figureReleases = pgTable(
  "figure_releases",
  {
    month: text().notNull(),
    revision: integer().notNull(),
    item: text().notNull(),
    seq: integer().notNull(),
    body: jsonb().$type<Figures>().notNull(),
    publishedAt: timestamp("published_at", { withTimezone: true }).notNull(),
    publishedBy: text("published_by").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.month, table.revision] }),
    index("figure_releases_published").on(table.publishedAt.desc()),
  ],
);
