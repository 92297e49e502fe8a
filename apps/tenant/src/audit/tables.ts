import {
  bigint,
  customType,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
} from "drizzle-orm/pg-core";

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** Append only: the serving role may insert and read, never change. */
export const auditEntries = pgTable(
  "audit_entries",
  {
    seq: bigint({ mode: "number" }).primaryKey(),
    at: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    actorKind: text("actor_kind").notNull(),
    actorId: text("actor_id").notNull(),
    action: text().notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    sealed: bytea().notNull(),
    previousSha256: text("previous_sha256").notNull(),
    sha256: text().notNull(),
  },
  (table) => [index("audit_entries_subject").on(table.subjectKind, table.subjectId, table.seq)],
);

/** The key of one record's personal values, itself wrapped by the instance's master key. */
export const auditKeys = pgTable(
  "audit_keys",
  {
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    wrapped: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.subjectKind, table.subjectId] })],
);

/** One row: the end of the chain. Locking it puts writers in order. */
export const auditHead = pgTable("audit_head", {
  id: smallint().primaryKey(),
  seq: bigint({ mode: "number" }).notNull(),
  sha256: text().notNull(),
});
