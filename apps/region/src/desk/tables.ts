import { sql } from "drizzle-orm";
import { bigserial, index, integer, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";

const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
const document = () => text({ enum: ["registry", "root"] }).notNull();

/** Requests to join, or to sign with another key, that verified and wait for keepers. */
export const joinRequests = pgTable("join_requests", {
  id: text().primaryKey(),
  kid: text().notNull().unique(),
  code: text().notNull(),
  /** As it was signed. */
  signed: text().notNull(),
  receivedAt: at("received_at").notNull(),
  expiresAt: at("expires_at").notNull(),
});

/** Documents that at least one keeper signed; of each kind one is open. */
export const proposals = pgTable(
  "proposals",
  {
    id: text().primaryKey(),
    document: document(),
    version: integer().notNull(),
    sha256: text().notNull(),
    /** A general JWS with the keepers' signatures, and no others. */
    signed: text().notNull(),
    standing: text({
      enum: ["open", "complete", "finished", "replaced", "withdrawn", "expired", "overtaken"],
    }).notNull(),
    openedAt: at("opened_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    closedAt: at("closed_at"),
  },
  (table) => [
    uniqueIndex("proposals_one_open_idx").on(table.document).where(sql`standing in ('open', 'complete')`),
    uniqueIndex("proposals_sha256_idx").on(table.sha256),
  ],
);

/** Who signed what and when, by the keys alone. Rows are added and never changed. */
export const deskActs = pgTable(
  "desk_acts",
  {
    seq: bigserial({ mode: "number" }).primaryKey(),
    at: at("at").notNull(),
    act: text({
      enum: ["opened", "signed", "complete", "finished", "replaced", "withdrawn", "expired", "overtaken"],
    }).notNull(),
    document: document(),
    version: integer().notNull(),
    sha256: text().notNull(),
    /** RFC 7638 thumbprint of the keeper's key; none where nobody did it. */
    kid: text(),
  },
  (table) => [index("desk_acts_sha256_idx").on(table.sha256)],
);
