import { z } from "@hono/zod-openapi";
import { refusals } from "./credit-model.ts";
import { boardStages, deliveryModes } from "./model.ts";

export const activityView = z.object({ kind: z.enum(["training", "session"]), id: z.string() });

export const approvalView = z
  .object({
    id: z.string(),
    boardId: z.string(),
    activity: activityView,
    mode: z.enum(deliveryModes),
    locale: z.string(),
    contactHours: z.number(),
    approvalNumber: z.string(),
    approvedOn: z.iso.date(),
    expiresOn: z.iso.date().nullable(),
    citation: z.string().nullable(),
    citationUrl: z.string().nullable(),
    /** The first day on which it counts no more, where the office ended it. */
    endedOn: z.iso.date().nullable(),
  })
  .openapi("Approval");

export const approvalList = z.object({ approvals: z.array(approvalView) }).openapi("ApprovalList");

export const creditQuery = z.object({
  jurisdiction: z.string(),
  board: z.string().default(""),
  profession: z.string().default(""),
  /** How it is taken, where that is asked; else as this course is taken. */
  mode: z.enum(deliveryModes).optional(),
  locale: z.string(),
});

export const creditAnswer = z
  .discriminatedUnion("counts", [
    z.object({
      counts: z.literal(true),
      hours: z.number(),
      approvalNumber: z.string(),
      /** The law or rule it rests on, and where it can be read. */
      citation: z.string().optional(),
      citationUrl: z.string().optional(),
      note: z.record(z.string(), z.string()).optional(),
    }),
    z.object({ counts: z.literal(false), reason: z.enum(refusals) }),
  ])
  .openapi("CreditAnswer");

export const rosterView = z
  .object({
    id: z.string(),
    boardId: z.string(),
    number: z.number().int(),
    rows: z.number().int(),
    createdAt: z.iso.datetime(),
  })
  .openapi("Roster");

export const rosterList = z
  .object({ rosters: z.array(rosterView), waiting: z.number().int() })
  .openapi("RosterList");

export const onceHeader = z.object({ "idempotency-key": z.string().max(255).optional() });

/** A board's letter is handed in afterwards, as a file of the approval. */
export const approvalRequest = z
  .object({
    activityId: z.string(),
    mode: z.enum(deliveryModes),
    locale: z.string(),
    contactHours: z.number(),
    approvalNumber: z.string(),
    approvedOn: z.string(),
    expiresOn: z.string().optional(),
    citation: z.string().optional(),
    citationUrl: z.string().optional(),
  })
  .openapi("ApprovalRequest");

export const endRequest = z.object({ endsOn: z.string(), reason: z.string() }).openapi("ApprovalEnd");

export const endedApproval = z
  .object({
    approval: approvalView,
    /** Credit not yet reported that went with it; its holders may claim it under another approval. */
    takenBack: z.number().int(),
  })
  .openapi("EndedApproval");

const standing = {
  stage: z.enum(boardStages),
  contact: z.string().nullable(),
  nextStep: z.string().nullable(),
};

export const standingRequest = z
  .object({ stage: z.enum(boardStages), contact: z.string().optional(), nextStep: z.string().optional() })
  .openapi("BoardStandingRequest");

export const standingView = z.object({ boardId: z.string(), ...standing }).openapi("BoardStanding");

export const boardList = z
  .object({
    boards: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        ...standing,
        /** Whether it counts at least one course today, and how many completions wait for its next roster. */
        accepts: z.boolean(),
        unreported: z.number().int(),
      }),
    ),
    accepting: z.number().int(),
  })
  .openapi("BoardList");

export const letterRequest = z
  .object({
    /** PDF, PNG or JPEG, at most 10 MiB. */
    file: z.instanceof(File).openapi({ type: "string", format: "binary" }),
  })
  .openapi("LetterRequest");
