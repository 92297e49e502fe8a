import { index, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** The outbox: written in the transaction that causes the message, sent by the worker afterwards. */
export const mails = pgTable(
  "mails",
  {
    id: text().primaryKey(),
    kind: text().notNull(),
    locale: text().notNull(),
    recipient: text().notNull(),
    subject: text().notNull(),
    bodyText: text("body_text").notNull(),
    bodyHtml: text("body_html").notNull(),
    aboutKind: text("about_kind"),
    aboutId: text("about_id"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    sentAt: timestamp("sent_at", { withTimezone: true }),
  },
  (table) => [
    index("mails_newest").on(table.createdAt.desc(), table.id.desc()),
    index("mails_recipient").on(table.recipient, table.createdAt.desc()),
    index("mails_about").on(table.aboutKind, table.aboutId),
  ],
);
