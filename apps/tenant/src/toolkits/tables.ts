import type { BlobRef, Overlay, PolicyAnswers, PolicyTemplate, Text, ToolkitBody } from "@concord/content";
import { sql } from "drizzle-orm";
import {
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { members } from "../membership/tables.ts";

const at = (name: string) => timestamp(name, { withTimezone: true });

export const toolkits = pgTable(
  "toolkits",
  {
    id: text().primaryKey(),
    source: text({ enum: ["own", "adopted"] }).notNull(),
    status: text({ enum: ["published", "withdrawn", "recalled"] }).notNull(),
    slug: text().unique(),
    item: text().unique(),
    feed: text(),
    revision: integer().notNull(),
    networkRevision: integer("network_revision"),
    title: jsonb().$type<Text>().notNull(),
    summary: jsonb().$type<Text>().notNull(),
    audience: jsonb().$type<Text>().notNull(),
    languages: text().array().notNull(),
    sectors: text().array().notNull(),
    /** The steps of the path, in order. */
    stepIds: text("step_ids").array().notNull(),
    attribution: text(),
    licence: text(),
    reason: text(),
    overlay: jsonb().$type<Overlay>(),
    /** Null once the origin erased it. */
    body: jsonb().$type<ToolkitBody>(),
    blobs: jsonb().$type<readonly BlobRef[]>().notNull(),
    createdAt: at("created_at").notNull(),
    updatedAt: at("updated_at").notNull(),
  },
  (table) => [index("toolkits_catalogue").on(table.status, table.createdAt, table.id)],
);

/** Which files a toolkit names: only these are served to the public. */
export const toolkitAssets = pgTable(
  "toolkit_assets",
  {
    toolkitId: text("toolkit_id")
      .notNull()
      .references(() => toolkits.id),
    sha256: text().notNull(),
    mediaType: text("media_type").notNull(),
    size: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.toolkitId, table.sha256] }),
    index("toolkit_assets_sha256").on(table.sha256),
  ],
);

export const toolkitAdoptions = pgTable(
  "toolkit_adoptions",
  {
    id: text().primaryKey(),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    toolkitId: text("toolkit_id")
      .notNull()
      .references(() => toolkits.id),
    chosenAt: at("chosen_at").notNull(),
  },
  (table) => [
    uniqueIndex("toolkit_adoptions_once").on(table.memberId, table.toolkitId),
    index("toolkit_adoptions_toolkit").on(table.toolkitId, table.chosenAt.desc(), table.id),
    index("toolkit_adoptions_chosen").on(table.chosenAt),
  ],
);

/** A step that was done, with what proves it. There is no room for a note: none is needed. */
export const toolkitSteps = pgTable(
  "toolkit_steps",
  {
    adoptionId: text("adoption_id")
      .notNull()
      .references(() => toolkitAdoptions.id),
    step: text().notNull(),
    doneOn: date("done_on").notNull(),
    fileName: text("file_name"),
    mediaType: text("media_type"),
    sha256: text(),
    size: integer(),
    recordedAt: at("recorded_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.adoptionId, table.step] }),
    index("toolkit_steps_recorded").on(table.recordedAt),
  ],
);

/** The member's own: the office sees neither answers nor result. */
export const toolkitAssessments = pgTable(
  "toolkit_assessments",
  {
    id: text().primaryKey(),
    adoptionId: text("adoption_id")
      .notNull()
      .references(() => toolkitAdoptions.id),
    item: text().notNull(),
    /** The toolkit's revision whose questions were answered. */
    revision: integer().notNull(),
    answers: jsonb().$type<Readonly<Record<string, string>>>().notNull(),
    percent: integer().notNull(),
    level: text().notNull(),
    takenAt: at("taken_at").notNull(),
  },
  (table) => [index("toolkit_assessments_adoption").on(table.adoptionId, table.takenAt.desc())],
);

/** A policy as the member filled it, with the template it was made from: it prints the same for ever. */
export const toolkitPolicies = pgTable(
  "toolkit_policies",
  {
    id: text().primaryKey(),
    adoptionId: text("adoption_id")
      .notNull()
      .references(() => toolkitAdoptions.id),
    item: text().notNull(),
    revision: integer().notNull(),
    template: jsonb().$type<PolicyTemplate>().notNull(),
    answers: jsonb().$type<PolicyAnswers>().notNull(),
    version: integer().notNull(),
    company: text().notNull(),
    locale: text().notNull(),
    createdAt: at("created_at").notNull(),
    updatedAt: at("updated_at").notNull(),
    adoptedOn: date("adopted_on"),
    adoptedBy: text("adopted_by"),
    position: text(),
  },
  (table) => [
    uniqueIndex("toolkit_policies_version").on(table.adoptionId, table.item, table.version),
    uniqueIndex("toolkit_policies_draft").on(table.adoptionId, table.item).where(sql`adopted_on is null`),
    index("toolkit_policies_created").on(table.createdAt),
  ],
);
