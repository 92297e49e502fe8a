import type { BlobRef, Overlay, Text } from "@concord/content";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { people } from "../identity/tables.ts";
import { members } from "../membership/tables.ts";
import type { OfferedBody } from "./model.ts";

const at = (name: string) => timestamp(name, { withTimezone: true });

export const trainings = pgTable(
  "trainings",
  {
    id: text().primaryKey(),
    kind: text({ enum: ["training", "series"] }).notNull(),
    source: text({ enum: ["own", "adopted"] }).notNull(),
    status: text({ enum: ["draft", "published", "withdrawn", "recalled"] }).notNull(),
    slug: text(),
    item: text().unique(),
    feed: text(),
    latestRevision: integer("latest_revision").notNull(),
    offeredRevision: integer("offered_revision"),
    networkRevision: integer("network_revision"),
    title: jsonb().$type<Text>().notNull(),
    summary: jsonb().$type<Text>().notNull(),
    languages: text().array().notNull(),
    minutes: integer().notNull(),
    attribution: text(),
    licence: text(),
    reason: text(),
    overlay: jsonb().$type<Overlay>(),
    createdAt: at("created_at").notNull(),
    updatedAt: at("updated_at").notNull(),
  },
  (table) => [
    index("trainings_catalogue").on(table.status, table.createdAt.desc(), table.id),
    index("trainings_slug").on(table.slug).where(sql`slug is not null`),
  ],
);

/** A revision is written once; learners stay with the one they began. */
export const trainingRevisions = pgTable(
  "training_revisions",
  {
    trainingId: text("training_id")
      .notNull()
      .references(() => trainings.id),
    revision: integer().notNull(),
    body: jsonb().$type<OfferedBody>().notNull(),
    blobs: jsonb().$type<readonly BlobRef[]>().notNull(),
    createdAt: at("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.trainingId, table.revision] })],
);

/** Which files a revision names: only these are served to the public. */
export const trainingAssets = pgTable(
  "training_assets",
  {
    trainingId: text("training_id").notNull(),
    revision: integer().notNull(),
    sha256: text().notNull(),
    mediaType: text("media_type").notNull(),
    size: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.trainingId, table.revision, table.sha256] }),
    index("training_assets_sha256").on(table.sha256),
  ],
);

/** Files that came in as material: only these may be named by what this office writes, never what a member handed in. */
export const materialFiles = pgTable("material_files", {
  sha256: text().primaryKey(),
  keptAt: at("kept_at").notNull(),
});

/** The address by which a member's staff learn without an account. */
export const employerLinks = pgTable("employer_links", {
  id: text().primaryKey(),
  memberId: text("member_id")
    .notNull()
    .unique()
    .references(() => members.id),
  token: text().notNull().unique(),
  createdAt: at("created_at").notNull(),
});

export const enrollments = pgTable(
  "enrollments",
  {
    id: text().primaryKey(),
    trainingId: text("training_id")
      .notNull()
      .references(() => trainings.id),
    revision: integer().notNull(),
    personId: text("person_id").references(() => people.id),
    memberId: text("member_id").references(() => members.id),
    learnerName: text("learner_name").notNull(),
    learnerEmail: text("learner_email"),
    keySha256: text("key_sha256"),
    locale: text().notNull(),
    doneLessons: text("done_lessons").array().notNull(),
    quizPassed: boolean("quiz_passed").notNull(),
    startedAt: at("started_at").notNull(),
    completedAt: at("completed_at"),
  },
  (table) => [
    index("enrollments_training").on(table.trainingId),
    index("enrollments_person").on(table.personId, table.startedAt.desc()),
    index("enrollments_member").on(table.memberId, table.startedAt.desc(), table.id),
    index("enrollments_completed").on(table.completedAt).where(sql`completed_at is not null`),
    uniqueIndex("enrollments_open")
      .on(table.personId, table.trainingId)
      .where(sql`person_id is not null and completed_at is null`),
  ],
);

export const liveSessions = pgTable(
  "live_sessions",
  {
    id: text().primaryKey(),
    kind: text({ enum: ["webinar", "series-part"] }).notNull(),
    trainingId: text("training_id").references(() => trainings.id),
    partId: text("part_id"),
    title: jsonb().$type<Text>().notNull(),
    description: jsonb().$type<Text>(),
    locale: text().notNull(),
    startsAt: at("starts_at").notNull(),
    endsAt: at("ends_at").notNull(),
    /** How it is held: boards approve one mode. */
    mode: text({ enum: ["live-online", "in-person"] })
      .notNull()
      .default("live-online"),
    joinUrl: text("join_url"),
    /** Where people meet in person. */
    place: text(),
    capacity: integer(),
    host: text(),
    attendanceCode: text("attendance_code").notNull().unique(),
    sequence: integer().notNull(),
    cancelledAt: at("cancelled_at"),
    createdAt: at("created_at").notNull(),
    updatedAt: at("updated_at").notNull(),
  },
  (table) => [
    index("live_sessions_calendar").on(table.startsAt, table.id),
    index("live_sessions_series").on(table.trainingId, table.partId, table.startsAt),
    check(
      "live_sessions_somewhere",
      sql`case mode when 'in-person' then place else join_url end is not null`,
    ),
  ],
);

export const registrations = pgTable(
  "session_registrations",
  {
    id: text().primaryKey(),
    sessionId: text("session_id")
      .notNull()
      .references(() => liveSessions.id),
    personId: text("person_id").references(() => people.id),
    memberId: text("member_id").references(() => members.id),
    name: text().notNull(),
    email: text().notNull(),
    locale: text().notNull(),
    keySha256: text("key_sha256").notNull().unique(),
    registeredAt: at("registered_at").notNull(),
    cancelledAt: at("cancelled_at"),
    attendedAt: at("attended_at"),
  },
  (table) => [
    uniqueIndex("session_registrations_once").on(table.sessionId, table.email),
    index("session_registrations_person").on(table.personId),
    index("session_registrations_member").on(table.memberId, table.registeredAt.desc()),
    index("session_registrations_attended").on(table.attendedAt).where(sql`attended_at is not null`),
  ],
);
