import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineQuery, nothing } from "../command.ts";
import { can } from "../identity/index.ts";
import { activityId, activityOf, boardId } from "./model.ts";
import { findApproval, listApprovals } from "./store.ts";

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
