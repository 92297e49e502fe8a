import { z } from "@hono/zod-openapi";
import { deliveryModes, refusals } from "./model.ts";

const activity = z.object({ kind: z.enum(["training", "session"]), id: z.string() });

const approvalView = z
  .object({
    id: z.string(),
    boardId: z.string(),
    activity,
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
  mode: z.enum(deliveryModes),
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
