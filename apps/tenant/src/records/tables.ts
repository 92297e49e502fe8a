import { sql } from "drizzle-orm";
import { index, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";

/** Holds no word of what was disclosed: only which record is closed, since when, and to whom it is open. */
export const recordRestrictions = pgTable(
  "record_restrictions",
  {
    id: text().primaryKey(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    restrictedAt: timestamp("restricted_at", { withTimezone: true }).notNull(),
    readers: text().array().notNull(),
    liftedAt: timestamp("lifted_at", { withTimezone: true }),
  },
  (table) => [
    uniqueIndex("record_restrictions_open")
      .on(table.subjectKind, table.subjectId)
      .where(sql`lifted_at is null`),
    index("record_restrictions_newest").on(table.restrictedAt.desc()),
  ],
);
