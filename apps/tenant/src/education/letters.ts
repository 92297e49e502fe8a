import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineQuery } from "../command.ts";
import { can } from "../identity/index.ts";
import { findApproval } from "./store.ts";

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
