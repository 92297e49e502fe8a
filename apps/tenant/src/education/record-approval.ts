import { isForeignKeyViolation } from "@concord/database";
import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, defineQuery, nothing } from "../command.ts";
import { can } from "../identity/index.ts";
import { boardOf } from "./board-of.ts";
import { letterFacts } from "./letters.ts";
import { activityId, activityOf, boardId, deliveryModes, isPossible, optionalText } from "./model.ts";
import { insertApproval, putStage, type StoredApproval } from "./store.ts";

/** Lets the office hand in a board's letter, before the form it came with is judged. */
export const startApproval = defineQuery({
  name: "education.start-approval",
  input: z.object({}),
  load: nothing,
  authorize: (actor) => can(actor, "boards:manage"),
  run: async () => undefined,
});

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
      expiresOn: optionalText(10).pipe(z.iso.date("education.date").optional()),
      /** The law or rule as it is cited, and where it can be read. */
      citation: optionalText(300),
      citationUrl: optionalText(500).pipe(
        z.url({ protocol: /^https?$/, error: "education.citation-url" }).optional(),
      ),
      letter: letterFacts.optional(),
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
