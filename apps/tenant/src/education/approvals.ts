import { isForeignKeyViolation } from "@concord/database";
import { DomainError, dayIn } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, defineQuery, nothing } from "../command.ts";
import type { Context } from "../context.ts";
import { can } from "../identity/index.ts";
import type { Board } from "../profile/index.ts";
import { activityId, activityOf, boardId, boardStages, deliveryModes, isPossible } from "./model.ts";
import {
  boardsApproving,
  findApproval,
  insertApproval,
  listApprovals,
  listStandings,
  putStage,
  putStanding,
  type StoredApproval,
} from "./store.ts";
import { countUnreported } from "./store-rosters.ts";

const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max, "field.too-big")
    .optional()
    .transform((typed) => typed || undefined);

/** Records what a board decided, from its letter or its call. Boards never need to sign in. */
export const recordApproval = defineCommand({
  name: "education.record-approval",
  input: z
    .object({
      boardId,
      activityId,
      mode: z.string().pipe(z.enum(deliveryModes, "field.required")),
      locale: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, "field.required"),
      contactHours: z.coerce
        .number("education.hours")
        .positive("education.hours")
        .max(200, "education.hours")
        .multipleOf(0.25, "education.hours"),
      approvalNumber: z.string().trim().min(1, "field.required").max(80, "field.too-big"),
      approvedOn: z.iso.date("field.required"),
      expiresOn: optional(10).pipe(z.iso.date("education.date").optional()),
      /** The law or rule as it is cited, and where it can be read. */
      citation: optional(300),
      citationUrl: optional(500).pipe(
        z.url({ protocol: /^https?$/, error: "education.citation-url" }).optional(),
      ),
      letter: z
        .object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().max(200), type: z.string() })
        .optional(),
    })
    .refine(({ approvedOn, expiresOn }) => !expiresOn || expiresOn >= approvedOn, {
      message: "education.expires-first",
      path: ["expiresOn"],
    })
    .refine(({ citation, citationUrl }) => citation || !citationUrl, {
      message: "education.citation-first",
      path: ["citation"],
    })
    .refine(({ activityId: id, mode }) => isPossible(activityOf(id), mode), {
      message: "education.mode-impossible",
      path: ["mode"],
    }),
  load: async (unit, input) => boardOf(unit, input.boardId),
  authorize: (actor) => can(actor, "boards:manage"),
  async run(unit, { activityId: id, letter, expiresOn, citation, citationUrl, ...input }, board) {
    if (letter && !(await unit.tenant.blobs.has(letter.sha256)))
      throw new DomainError("education.letter-missing", "invalid", {}, [
        { pointer: "/letter", code: "education.letter-missing" },
      ]);
    const now = unit.clock.now();
    const approval: StoredApproval = {
      ...input,
      id: unit.ids.next("apv"),
      activity: activityOf(id),
      expiresOn: expiresOn ?? null,
      citation: citation ?? null,
      citationUrl: citationUrl ?? null,
      endedOn: null,
      endReason: null,
      letter: letter ?? null,
      recordedAt: now,
    };
    await insertApproval(unit.tx, approval).catch((error: unknown) => {
      if (!isForeignKeyViolation(error)) throw error;
      throw new DomainError("education.activity-not-found", "invalid", {}, [
        { pointer: "/activityId", code: "education.activity-not-found" },
      ]);
    });
    await putStage(unit.tx, { boardId: board.id, stage: "approved", updatedAt: now });
    return {
      result: approval,
      audit: {
        action: "education.approval-recorded",
        subject: { kind: "approval", id: approval.id },
        after: approval,
      },
    };
  },
});

/** Lets the office hand in a board's letter, before the form it came with is judged. */
export const startApproval = defineQuery({
  name: "education.start-approval",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "boards:manage"),
  run: async () => undefined,
});

/** Notes how far the office has come with a board. */
export const noteBoard = defineCommand({
  name: "education.note-board",
  input: z.object({
    boardId,
    stage: z.string().pipe(z.enum(boardStages, "field.required")),
    contact: optional(300),
    nextStep: optional(500),
  }),
  load: async (unit, input) => boardOf(unit, input.boardId),
  authorize: (actor) => can(actor, "boards:manage"),
  async run(unit, input, board) {
    const standing = {
      boardId: board.id,
      stage: input.stage,
      contact: input.contact ?? null,
      nextStep: input.nextStep ?? null,
      updatedAt: unit.clock.now(),
    };
    await putStanding(unit.tx, standing);
    return {
      result: standing,
      audit: { action: "education.board-noted", subject: { kind: "board", id: board.id }, after: standing },
    };
  },
});

/** The profile's boards with how far each has come: "n of m boards". */
export const listBoards = defineQuery({
  name: "education.boards",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "boards:manage"),
  async run(context) {
    const [standings, accepting, unreported] = await Promise.all([
      listStandings(context.db),
      boardsApproving(context.db, todayOf(context)),
      countUnreported(context.db),
    ]);
    const boards = context.tenant.profile.boards.map((board) => ({
      board,
      standing: standings.find((one) => one.boardId === board.id),
      accepts: accepting.includes(board.id),
      unreported: unreported.get(board.id) ?? 0,
    }));
    return { boards, accepting: boards.filter(({ accepts }) => accepts).length };
  },
});

/** What boards have approved: public, since a licensee decides by it. */
export const readApprovals = defineQuery({
  name: "education.approvals",
  input: z.object({ activityId: activityId.optional(), boardId: boardId.optional() }),
  load: nothing,
  authorize: () => true,
  run: (context, input) =>
    listApprovals(context.db, {
      activity: input.activityId ? activityOf(input.activityId) : undefined,
      boardId: input.boardId,
    }),
});

/** One approval with what only the office sees of it. */
export const readApproval = defineQuery({
  name: "education.approval",
  input: z.object({ approvalId: z.string().startsWith("apv_", "education.approval-not-found") }),
  load: async (context, input) => {
    const approval = await findApproval(context.db, input.approvalId);
    if (!approval) throw new DomainError("education.approval-not-found", "not-found");
    return approval;
  },
  authorize: (actor) => can(actor, "boards:manage"),
  run: async (_context, _input, approval) => approval,
});

/** A board's letter, for the office. */
export const readLetter = defineQuery({
  name: "education.letter",
  input: z.object({ approvalId: z.string().startsWith("apv_") }),
  load: async (context, input) => {
    const approval = await findApproval(context.db, input.approvalId);
    if (!approval?.letter) throw new DomainError("education.letter-not-found", "not-found");
    return approval.letter;
  },
  authorize: (actor) => can(actor, "boards:manage"),
  run: async (_context, _input, letter) => letter,
});

export function boardOf(context: Pick<Context, "tenant">, id: string): Board {
  const board = context.tenant.profile.boards.find((one) => one.id === id);
  if (!board) throw new DomainError("education.board-not-found", "not-found");
  return board;
}

export function todayOf(context: Pick<Context, "tenant" | "clock">): string {
  return dayIn(context.tenant.profile.jurisdiction.timeZones.default, context.clock.now());
}
