import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgSequence, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import type { CertificateFacts } from "./model.ts";

export const certificateStatusIndex = pgSequence("certificate_status_index", { minValue: 0, startWith: 0 });

export const certificates = pgTable(
  "certificates",
  {
    id: text().primaryKey(),
    /** Printed on the certificate; whoever has it may verify. */
    code: text().notNull().unique(),
    kind: text({ enum: ["membership", "completion"] }).notNull(),
    memberId: text("member_id"),
    personId: text("person_id"),
    locale: text().notNull(),
    facts: jsonb().$type<CertificateFacts>().notNull(),
    statusIndex: integer("status_index").notNull().unique().default(sql`nextval('certificate_status_index')`),
    status: text({ enum: ["valid", "suspended", "revoked"] }).notNull(),
    issuedAt: timestamp("issued_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    index("certificates_member").on(table.memberId, table.issuedAt.desc()),
    index("certificates_not_valid").on(table.statusIndex).where(sql`status <> 'valid'`),
    index("certificates_person").on(table.personId, table.issuedAt.desc()),
  ],
);
