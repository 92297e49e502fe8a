import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, defineQuery } from "../command.ts";
import type { Context } from "../context.ts";
import { kindOfFile } from "../file-kind.ts";
import { can } from "../identity/index.ts";
import { readApproval } from "./read-approvals.ts";
import { findApproval, lockApproval, saveLetter } from "./store.ts";

const letterTypes = ["application/pdf", "image/png", "image/jpeg"] as const;
const maxLetterBytes = 10 * 1024 * 1024;

export const letterFacts = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().max(200),
  type: z.enum(letterTypes),
});

/** Judges a board's letter by its bytes and puts it into the blob store. */
export async function keepLetter(context: Context, file: File, pointer = "/letter") {
  const bytes = file.size <= maxLetterBytes ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const kind = kindOfFile(bytes);
  const type = letterTypes.find((one) => one === kind);
  if (!type)
    throw new DomainError("request.invalid", "invalid", {}, [{ pointer, code: "education.letter-kind" }]);
  const { sha256 } = await context.tenant.blobs.put(bytes);
  return { sha256, name: file.name.slice(0, 200), type };
}

/** Keeps a letter that came after its decision was recorded; nothing is kept for whoever may not. */
export async function handInLetter(context: Context, approvalId: string, file: File) {
  const { letter } = await readApproval(context, { approvalId });
  if (letter) throw new DomainError("education.letter-known", "conflict");
  return attachLetter(context, { approvalId, letter: await keepLetter(context, file, "/file") });
}

/** Adds the letter to an approval that was recorded without one. A letter that is there is never replaced. */
const attachLetter = defineCommand({
  name: "education.attach-letter",
  input: z.object({
    approvalId: z.string().startsWith("apv_", "education.approval-not-found"),
    letter: letterFacts,
  }),
  load: async (unit, input) => {
    const approval = await lockApproval(unit.tx, input.approvalId);
    if (!approval) throw new DomainError("education.approval-not-found", "not-found");
    return approval;
  },
  authorize: (actor) => can(actor, "boards:manage"),
  async run(unit, { letter }, before) {
    if (before.letter) throw new DomainError("education.letter-known", "conflict");
    const after = { ...before, letter };
    await saveLetter(unit.tx, after.id, letter);
    return {
      result: after,
      audit: {
        action: "education.letter-added",
        subject: { kind: "approval", id: after.id },
        before,
        after,
      },
    };
  },
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
