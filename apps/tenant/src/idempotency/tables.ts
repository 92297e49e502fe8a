import { index, integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";

const at = (name: string) => timestamp(name, { withTimezone: true });

/** Keys that clients sent with creating calls, and the answers they were given. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    /** SHA-256 of whose key it is and the key itself. */
    id: text().primaryKey(),
    fingerprint: text().notNull(),
    startedAt: at("started_at").notNull(),
    /** Absent while the first request runs. */
    status: integer(),
    headers: jsonb().$type<Readonly<Record<string, string>>>(),
    body: text(),
  },
  (table) => [index("idempotency_keys_age").on(table.startedAt)],
);
