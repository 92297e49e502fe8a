import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand } from "../command.ts";
import { revokeCertificates } from "../credentials/index.ts";
import { can } from "../identity/index.ts";
import type { Credit } from "./credit-model.ts";
import { lockApproval, saveEnd } from "./store.ts";
import { insertUnclaimed } from "./store-claims.ts";
import { countReported, takeBackCredits } from "./store-rosters.ts";

/**
 * Ends an approval from a day on: the board took it back, or it was recorded wrongly (its first day, then).
 * Credit earned on or after that day and not yet reported is taken back; its holder may claim it under another
 * approval. What a roster reported never changes, so an end that would reach it is refused.
 */
export const endApproval = defineCommand({
  name: "education.end-approval",
  input: z.object({
    approvalId: z.string().startsWith("apv_", "education.approval-not-found"),
    endsOn: z.iso.date("field.required"),
    reason: z.string().trim().min(1, "field.required").max(500, "field.too-big"),
  }),
  load: async (unit, input) => {
    const approval = await lockApproval(unit.tx, input.approvalId);
    if (!approval) throw new DomainError("education.approval-not-found", "not-found");
    return approval;
  },
  authorize: (actor) => can(actor, "boards:manage"),
  async run(unit, { endsOn, reason }, before) {
    if (before.endedOn !== null) throw new DomainError("education.approval-ended", "conflict");
    if (endsOn < before.approvedOn) throw wrongDay("education.ends-before");
    const taken = await takeBackCredits(unit.tx, before.id, endsOn);
    // Counted after the rows are locked: a roster made at the same moment is seen.
    if ((await countReported(unit.tx, before.id, endsOn)) > 0) throw wrongDay("education.reported-since");
    const certificates = await revokeCertificates(
      unit,
      taken.map(({ certificateId }) => certificateId),
    );
    for (const credit of taken) {
      const facts = certificates.find(({ id }) => id === credit.certificateId)?.facts;
      if (facts?.kind !== "completion") continue;
      await insertUnclaimed(unit.tx, { ...waiting(credit, facts), id: unit.ids.next("cmp") });
    }
    const after = { ...before, endedOn: endsOn, endReason: reason };
    await saveEnd(unit.tx, after);
    return {
      result: { approval: after, takenBack: taken.length },
      audit: {
        action: "education.approval-ended",
        subject: { kind: "approval", id: before.id },
        before,
        after: { ...after, takenBack: taken.map(({ id }) => id) },
      },
    };
  },
});

/** 18:00 in UTC is the same day in every zone of the country. */
function waiting(
  credit: Credit,
  { minutes, attribution }: { minutes: number; attribution?: string | undefined },
) {
  const { personId, holder, activity, title, mode, locale, completedOn } = credit;
  return {
    ...{ personId, holder, activity, title, mode, locale, minutes },
    memberId: null,
    attribution: attribution ?? null,
    completedAt: new Date(`${completedOn}T18:00:00Z`),
    claimedAt: null,
  };
}

function wrongDay(code: string): DomainError {
  return new DomainError("request.invalid", "invalid", {}, [{ pointer: "/endsOn", code }]);
}
