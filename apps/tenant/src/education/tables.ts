import { sql } from "drizzle-orm";
import {
  check,
  date,
  index,
  integer,
  numeric,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { people } from "../identity/tables.ts";
import { members } from "../membership/tables.ts";
import { liveSessions, trainings } from "../trainings/tables.ts";

const at = (name: string) => timestamp(name, { withTimezone: true });
const hours = (name: string) => numeric(name, { precision: 6, scale: 2, mode: "number" });

export const boardApprovals = pgTable(
  "board_approvals",
  {
    id: text().primaryKey(),
    boardId: text("board_id").notNull(),
    trainingId: text("training_id").references(() => trainings.id),
    sessionId: text("session_id").references(() => liveSessions.id),
    mode: text({ enum: ["self-paced", "live-online", "in-person"] }).notNull(),
    locale: text().notNull(),
    contactHours: hours("contact_hours").notNull(),
    approvalNumber: text("approval_number").notNull(),
    approvedOn: date("approved_on").notNull(),
    expiresOn: date("expires_on"),
    /** The law or rule that it rests on, and where it can be read. */
    citation: text(),
    citationUrl: text("citation_url"),
    /** The first day on which it counts no more, where the office ended it, and why. */
    endedOn: date("ended_on"),
    endReason: text("end_reason"),
    /** The board's letter, in the blob store. */
    letterSha256: text("letter_sha256"),
    letterName: text("letter_name"),
    letterType: text("letter_type"),
    recordedAt: at("recorded_at").notNull(),
  },
  (table) => [
    index("board_approvals_board").on(table.boardId, table.recordedAt.desc()),
    index("board_approvals_training").on(table.trainingId),
    index("board_approvals_session").on(table.sessionId),
    check("board_approvals_one_activity", sql`num_nonnulls(training_id, session_id) = 1`),
  ],
);

export const boardStandings = pgTable("board_standings", {
  boardId: text("board_id").primaryKey(),
  stage: text({ enum: ["none", "contacted", "talking", "submitted", "approved", "declined"] }).notNull(),
  contact: text(),
  nextStep: text("next_step"),
  updatedAt: at("updated_at").notNull(),
});

export const licenses = pgTable(
  "licenses",
  {
    id: text().primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    jurisdiction: text().notNull(),
    boardId: text("board_id").notNull(),
    profession: text().notNull(),
    number: text().notNull(),
    createdAt: at("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("licenses_once").on(
      table.personId,
      table.jurisdiction,
      table.boardId,
      table.profession,
      table.number,
    ),
  ],
);

export const rosters = pgTable(
  "rosters",
  {
    id: text().primaryKey(),
    boardId: text("board_id").notNull(),
    number: integer().notNull(),
    rows: integer().notNull(),
    createdAt: at("created_at").notNull(),
  },
  (table) => [uniqueIndex("rosters_number").on(table.boardId, table.number)],
);

/**
 * Written once, when it is earned. The one later change is the roster that reports it, and that once; a row that
 * was not reported goes with the approval it rested on, where the office ends that.
 */
export const credits = pgTable(
  "credits",
  {
    id: text().primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    /** The license may be removed by its holder; what was earned stays. */
    licenseId: text("license_id").notNull(),
    boardId: text("board_id").notNull(),
    profession: text().notNull(),
    licenseNumber: text("license_number").notNull(),
    holder: text().notNull(),
    trainingId: text("training_id").references(() => trainings.id),
    sessionId: text("session_id").references(() => liveSessions.id),
    title: text().notNull(),
    mode: text({ enum: ["self-paced", "live-online", "in-person"] }).notNull(),
    locale: text().notNull(),
    contactHours: hours("contact_hours").notNull(),
    approvalId: text("approval_id")
      .notNull()
      .references(() => boardApprovals.id),
    approvalNumber: text("approval_number").notNull(),
    completedOn: date("completed_on").notNull(),
    certificateId: text("certificate_id").notNull(),
    rosterId: text("roster_id").references(() => rosters.id),
    createdAt: at("created_at").notNull(),
  },
  (table) => [
    index("credits_unreported").on(table.boardId, table.completedOn).where(sql`roster_id is null`),
    index("credits_roster").on(table.rosterId, table.completedOn, table.id),
    index("credits_person").on(table.personId),
    uniqueIndex("credits_once").on(
      table.approvalId,
      table.personId,
      table.boardId,
      table.profession,
      table.licenseNumber,
    ),
    index("credits_training").on(table.trainingId),
    index("credits_session").on(table.sessionId),
    index("credits_created").on(table.createdAt),
    check("credits_one_activity", sql`num_nonnulls(training_id, session_id) = 1`),
  ],
);

/**
 * What was finished under an address that nobody had proved: it has its certificate without credit, and credit
 * waits until the person of the address signs in and says that it was them.
 */
export const unclaimedCompletions = pgTable(
  "unclaimed_completions",
  {
    id: text().primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    memberId: text("member_id").references(() => members.id),
    holder: text().notNull(),
    trainingId: text("training_id").references(() => trainings.id),
    sessionId: text("session_id").references(() => liveSessions.id),
    title: text().notNull(),
    mode: text({ enum: ["self-paced", "live-online", "in-person"] }).notNull(),
    locale: text().notNull(),
    minutes: integer().notNull(),
    attribution: text(),
    completedAt: at("completed_at").notNull(),
    claimedAt: at("claimed_at"),
  },
  (table) => [
    index("unclaimed_completions_person").on(table.personId, table.completedAt.desc()),
    check("unclaimed_completions_one_activity", sql`num_nonnulls(training_id, session_id) = 1`),
  ],
);
