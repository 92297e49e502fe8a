import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { people } from "../identity/tables.ts";
import type { ApplicationDraft } from "./model.ts";

const at = (name: string) => timestamp(name, { withTimezone: true });

export const applications = pgTable(
  "membership_applications",
  {
    id: text().primaryKey(),
    /** Can be spoken on the phone. */
    reference: text().notNull().unique(),
    kind: text({ enum: ["new", "renewal"] }).notNull(),
    status: text({ enum: ["draft", "submitted", "needs-information", "approved", "denied"] }).notNull(),
    /** What was typed so far, complete or not: nothing typed is lost. */
    form: jsonb().$type<ApplicationDraft>().notNull(),
    /** The form as it was last handed in: what the office reads and decides on while the applicant edits. */
    handedIn: jsonb("handed_in").$type<ApplicationDraft>(),
    locale: text().notNull(),
    /** Taken from the form when it is written, for the office's search and its hint at duplicates. */
    searchName: text("search_name").notNull(),
    contactEmail: text("contact_email").notNull(),
    /** SHA-256 of the secret in the applicant's cookie and resume link. */
    resumeSha256: text("resume_sha256").notNull().unique(),
    personId: text("person_id").references(() => people.id),
    memberId: text("member_id").references(() => members.id),
    /** What the office asked for, or the ground of a denial; shown to the applicant. */
    officeNote: text("office_note"),
    createdAt: at("created_at").notNull(),
    updatedAt: at("updated_at").notNull(),
    submittedAt: at("submitted_at"),
    decidedAt: at("decided_at"),
  },
  (table) => [
    index("applications_queue").on(table.status, table.submittedAt, table.id),
    index("applications_person").on(table.personId),
    index("applications_member").on(table.memberId),
    index("applications_name_search").using("gin", sql`${table.searchName} gin_trgm_ops`),
    index("applications_contact").on(table.contactEmail),
  ],
);

export const members = pgTable(
  "members",
  {
    id: text().primaryKey(),
    /** Printed on the certificate, such as MS-2026-00123. */
    number: text().notNull().unique(),
    legalName: text("legal_name").notNull(),
    doingBusinessAs: text("doing_business_as"),
    /** Lower case without accents: lists are sorted by it. */
    sortName: text("sort_name").notNull(),
    /** Both names in the same spelling, for search. */
    searchName: text("search_name").notNull(),
    entityType: text("entity_type").notNull(),
    fileNumber: text("file_number"),
    /** NAICS 2022 sector, two digits or a range such as 31-33. */
    sector: text().notNull(),
    employees: integer().notNull(),
    website: text(),
    level: text().notNull(),
    commitments: text().array().notNull(),
    status: text({ enum: ["active", "lapsed", "revoked", "held"] }).notNull(),
    /** The member agreed to be in the public directory. */
    listed: boolean().notNull(),
    contactName: text("contact_name").notNull(),
    contactEmail: text("contact_email").notNull(),
    contactPhone: text("contact_phone"),
    locale: text().notNull(),
    joinedOn: date("joined_on").notNull(),
    validFrom: date("valid_from").notNull(),
    validUntil: date("valid_until").notNull(),
    /** The end of the term about whose renewal the member was reminded. */
    remindedFor: date("reminded_for"),
  },
  (table) => [
    index("members_directory").on(table.sortName, table.id).where(sql`listed and status = 'active'`),
    // Small, so that counting the directory reads next to nothing.
    index("members_listed").on(table.status).where(sql`listed and status = 'active'`),
    index("members_sector")
      .on(table.sector, table.sortName, table.id)
      .where(sql`listed and status = 'active'`),
    index("members_status").on(table.status, table.sortName, table.id),
    index("members_expiry").on(table.validUntil).where(sql`status = 'active'`),
    index("members_name_search").using("gin", sql`${table.searchName} gin_trgm_ops`),
    index("members_contact").on(table.contactEmail),
    index("members_name").on(table.sortName),
  ],
);

export const memberLocations = pgTable(
  "member_locations",
  {
    id: text().primaryKey(),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    position: integer().notNull(),
    label: text(),
    street: text().notNull(),
    city: text().notNull(),
    region: text().notNull(),
    postalCode: text("postal_code").notNull(),
    countyFips: text("county_fips").notNull(),
    /** False is never published: absent from directory, map, embeds, releases and county figures. */
    published: boolean().notNull(),
  },
  (table) => [
    uniqueIndex("member_locations_order").on(table.memberId, table.position),
    index("member_locations_county").on(table.countyFips, table.memberId).where(sql`published`),
  ],
);

/** What happened to a membership on which day; monthly figures count these. */
export const memberEvents = pgTable(
  "member_events",
  {
    id: text().primaryKey(),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    kind: text({ enum: ["joined", "renewed", "lapsed", "revoked", "held", "released"] }).notNull(),
    on: date().notNull(),
    /** Tells the order of what happened on one day. */
    seq: integer().notNull().generatedAlwaysAsIdentity(),
    level: text().notNull(),
  },
  (table) => [
    index("member_events_month").on(table.on, table.kind),
    index("member_events_member").on(table.memberId, table.on.desc(), table.seq.desc()),
  ],
);

/** Files an applicant or member hands in: a policy, evidence of a campaign. The bytes are in the blob store. */
export const membershipFiles = pgTable(
  "membership_files",
  {
    id: text().primaryKey(),
    applicationId: text("application_id").references(() => applications.id),
    memberId: text("member_id").references(() => members.id),
    purpose: text().notNull(),
    fileName: text("file_name").notNull(),
    mediaType: text("media_type").notNull(),
    sha256: text().notNull(),
    size: integer().notNull(),
    addedAt: at("added_at").notNull(),
  },
  (table) => [
    index("membership_files_application").on(table.applicationId),
    index("membership_files_member").on(table.memberId),
    index("membership_files_sha256").on(table.sha256),
  ],
);

/** When a commitment was kept, with what proves it; the checklist of the member's desk is made of these. */
export const commitmentRecords = pgTable(
  "commitment_records",
  {
    id: text().primaryKey(),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    commitment: text().notNull(),
    doneOn: date("done_on").notNull(),
    fileId: text("file_id").references(() => membershipFiles.id),
    recordedAt: at("recorded_at").notNull(),
  },
  (table) => [
    index("commitment_records_member").on(table.memberId, table.commitment, table.doneOn.desc()),
    index("commitment_records_file").on(table.fileId),
  ],
);

/** The last number given out in a year; locked while a member is added. */
export const memberNumbers = pgTable("member_numbers", {
  year: integer().primaryKey(),
  last: integer().notNull(),
});

/** A letter as it was sent, so that it can be printed again word for word. */
export const membershipLetters = pgTable(
  "membership_letters",
  {
    id: text().primaryKey(),
    applicationId: text("application_id").references(() => applications.id),
    memberId: text("member_id").references(() => members.id),
    kind: text({
      enum: ["approval", "denial", "more-information", "renewal-reminder", "revocation"],
    }).notNull(),
    locale: text().notNull(),
    reference: text().notNull(),
    recipient: text().array().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    sentAt: at("sent_at").notNull(),
  },
  (table) => [
    index("membership_letters_application").on(table.applicationId),
    index("membership_letters_member").on(table.memberId),
  ],
);
