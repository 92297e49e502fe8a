import { boolean, index, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";

const at = (name: string) => timestamp(name, { withTimezone: true });

export const people = pgTable("people", {
  id: text().primaryKey(),
  email: text().notNull().unique(),
  name: text().notNull(),
  locale: text().notNull(),
  createdAt: at("created_at").notNull(),
});

/** Roles are ours and changed by commands; the session library never sees them. */
export const roleGrants = pgTable(
  "role_grants",
  {
    id: text().primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    role: text({ enum: ["officer", "member", "learner"] }).notNull(),
    memberId: text("member_id"),
    grantedAt: at("granted_at").notNull(),
  },
  (table) => [uniqueIndex("role_grants_once").on(table.personId, table.role, table.memberId)],
);

/** Only the SHA-256 of a token is kept; the token is shown once. */
export const apiTokens = pgTable("api_tokens", {
  id: text().primaryKey(),
  name: text().notNull(),
  tokenSha256: text("token_sha256").notNull().unique(),
  scopes: text().array().notNull(),
  /** The member it acts for; null where it is the office's or a person's. */
  memberId: text("member_id"),
  /** The person whose own learning it acts for. */
  personId: text("person_id").references(() => people.id),
  createdAt: at("created_at").notNull(),
  expiresAt: at("expires_at").notNull(),
  revokedAt: at("revoked_at"),
});

// The four tables below are better-auth's own; it reads and writes them, nobody else does.
export const authUsers = pgTable("auth_users", {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean("email_verified").notNull(),
  image: text(),
  createdAt: at("created_at").notNull(),
  updatedAt: at("updated_at").notNull(),
});

export const authSessions = pgTable(
  "auth_sessions",
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    userId: text("user_id")
      .notNull()
      .references(() => authUsers.id, { onDelete: "cascade" }),
    expiresAt: at("expires_at").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    createdAt: at("created_at").notNull(),
    updatedAt: at("updated_at").notNull(),
  },
  (table) => [index("auth_sessions_user").on(table.userId)],
);

export const authAccounts = pgTable("auth_accounts", {
  id: text().primaryKey(),
  accountId: text("account_id").notNull(),
  providerId: text("provider_id").notNull(),
  userId: text("user_id")
    .notNull()
    .references(() => authUsers.id, { onDelete: "cascade" }),
  accessToken: text("access_token"),
  refreshToken: text("refresh_token"),
  idToken: text("id_token"),
  accessTokenExpiresAt: at("access_token_expires_at"),
  refreshTokenExpiresAt: at("refresh_token_expires_at"),
  scope: text(),
  password: text(),
  createdAt: at("created_at").notNull(),
  updatedAt: at("updated_at").notNull(),
});

export const authVerifications = pgTable(
  "auth_verifications",
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: at("expires_at").notNull(),
    createdAt: at("created_at").notNull(),
    updatedAt: at("updated_at").notNull(),
  },
  (table) => [index("auth_verifications_identifier").on(table.identifier)],
);
