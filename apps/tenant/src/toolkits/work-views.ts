import type { OpenAdoption } from "./adoption.ts";
import type { Assessment, StepDone, StoredPolicy } from "./model.ts";

/** A member's work with a toolkit, as its own system is told of it. */
export function workOf({ adoption, steps, assessments, policies, progress }: OpenAdoption) {
  const { id, memberId, toolkitId, chosenAt } = adoption;
  return {
    ...{ id, memberId, toolkitId, chosenAt: chosenAt.toISOString() },
    ...{ stepsDone: progress.done, stepsTotal: progress.total },
    steps: steps.map(stepOf),
    assessments: assessments.map(assessmentOf),
    policies: policies.map((policy) => {
      const { item, version, adoptedOn } = policy;
      return { id: policy.id, item, version, adoptedOn };
    }),
  };
}

export function stepOf({ step, doneOn, fileName, mediaType, size }: StepDone) {
  const whole = fileName !== null && mediaType !== null && size !== null;
  return { step, doneOn, evidence: whole ? { fileName, mediaType, size } : null };
}

export function assessmentOf({ id, item, percent, level, answers, takenAt }: Assessment) {
  return { id, item, percent, level, answers: { ...answers }, takenAt: takenAt.toISOString() };
}

export function policyOf(policy: StoredPolicy, origin: string) {
  const { id, item, version, locale, adoptedOn, adoptedBy, position } = policy;
  const file = (format: string) => `${origin}/api/v1/policies/${id}/${format}`;
  return {
    ...{ id, item, version, locale, adoptedOn, adoptedBy, position },
    languages: [...policy.template.languages],
    updatedAt: policy.updatedAt.toISOString(),
    ...{ pdf: file("pdf"), docx: file("docx") },
  };
}
