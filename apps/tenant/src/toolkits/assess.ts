import { scoreAssessment } from "@concord/content";
import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand } from "../command.ts";
import { can } from "../identity/index.ts";
import { heldAdoption, toolkitOf } from "./adoption.ts";
import { type Assessment, adoptionId, itemsOf, partId } from "./model.ts";
import { insertAssessment } from "./store-adoptions.ts";

/** Scores a self-assessment and keeps it for the member; the audit says that it happened, never how it came out. */
export const takeAssessment = defineCommand({
  name: "toolkits.take-assessment",
  input: z.object({ adoptionId, item: partId, answers: z.record(partId, z.string().max(64)) }),
  load: (unit, input) => heldAdoption(unit, input.adoptionId),
  authorize: (actor, adoption) => can(actor, "toolkits:use", { memberId: adoption.memberId }),
  async run(unit, input, adoption) {
    const { toolkit, body } = await toolkitOf(unit, adoption);
    const found = itemsOf(body, "self-assessment").find(({ id }) => id === input.item);
    if (!found) throw new DomainError("toolkits.item-not-found", "not-found");
    const result = scoreAssessment(found.assessment, input.answers);
    if (result.unanswered.length > 0) throw unanswered(result.unanswered);
    const known = new Set(found.assessment.questions.map(({ id }) => id));
    const assessment: Assessment = {
      id: unit.ids.next("asm"),
      adoptionId: adoption.id,
      item: input.item,
      revision: toolkit.revision,
      answers: Object.fromEntries(Object.entries(input.answers).filter(([id]) => known.has(id))),
      percent: result.percent,
      level: result.level.id,
      takenAt: unit.clock.now(),
    };
    await insertAssessment(unit.tx, assessment);
    return {
      result: assessment,
      audit: {
        action: "toolkits.assessed",
        subject: { kind: "member", id: adoption.memberId },
        after: { toolkitId: toolkit.id, item: input.item },
      },
    };
  },
});

function unanswered(ids: readonly string[]): DomainError {
  const errors = ids.map((id) => ({ pointer: `/answers/${id}`, code: "toolkits.answer-missing" }));
  return new DomainError("toolkits.answers-invalid", "invalid", {}, errors);
}
