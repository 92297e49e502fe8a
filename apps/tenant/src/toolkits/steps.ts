import { DomainError, dayIn } from "@concord/runtime";
import { z } from "zod";
import { defineCommand, defineQuery } from "../command.ts";
import type { Context } from "../context.ts";
import { can } from "../identity/index.ts";
import { heldAdoption, knownAdoption, toolkitOf } from "./adoption.ts";
import { checkEvidence, maxEvidenceBytes, storedEvidence } from "./evidence.ts";
import { type Adoption, adoptionId, partId, type StepDone } from "./model.ts";
import { putStep, removeStep, stepsOf } from "./store-adoptions.ts";

/** Ticks a step, or ticks it anew with another day or file. Without a new file the one before stays. */
export const completeStep = defineCommand({
  name: "toolkits.complete-step",
  input: z.object({
    adoptionId,
    step: partId,
    doneOn: z.iso.date("toolkits.date"),
    evidence: storedEvidence.optional(),
  }),
  load: (unit, input) => heldAdoption(unit, input.adoptionId),
  authorize: (actor, adoption) => can(actor, "toolkits:use", { memberId: adoption.memberId }),
  async run(unit, input, adoption) {
    const { toolkit } = await toolkitOf(unit, adoption);
    if (!toolkit.stepIds.includes(input.step)) throw new DomainError("toolkits.step-not-found", "not-found");
    if (input.doneOn > todayOf(unit) || input.doneOn < "2000-01-01")
      throw new DomainError("toolkits.date", "invalid", {}, [
        { pointer: "/doneOn", code: "toolkits.date-ahead" },
      ]);
    const before = await stepDone(unit, adoption, input.step);
    const kept = before ?? { fileName: null, mediaType: null, sha256: null, size: null };
    const after: StepDone = {
      ...kept,
      ...input.evidence,
      adoptionId: adoption.id,
      step: input.step,
      doneOn: input.doneOn,
      // The month that a step counts for stays the one in which it was first recorded.
      recordedAt: before?.recordedAt ?? unit.clock.now(),
    };
    await putStep(unit.tx, after);
    return { result: after, audit: record("toolkits.step-done", adoption, before, after) };
  },
});

/** Takes a tick back. */
export const undoStep = defineCommand({
  name: "toolkits.undo-step",
  input: z.object({ adoptionId, step: partId }),
  load: (unit, input) => heldAdoption(unit, input.adoptionId),
  authorize: (actor, adoption) => can(actor, "toolkits:use", { memberId: adoption.memberId }),
  async run(unit, input, adoption) {
    const before = await stepDone(unit, adoption, input.step);
    if (!before) return { result: undefined, audit: [] };
    await removeStep(unit.tx, adoption.id, input.step);
    return { result: undefined, audit: record("toolkits.step-undone", adoption, before, undefined) };
  },
});

/** The file that a member keeps with a step, for its own people. */
export const readEvidence = defineQuery({
  name: "toolkits.read-evidence",
  input: z.object({ adoptionId, step: partId }),
  load: (context, input) => knownAdoption(context, input.adoptionId),
  authorize: (actor, adoption) => can(actor, "toolkits:use", { memberId: adoption.memberId }),
  async run(context, input, adoption) {
    const { sha256, mediaType, fileName } = (await stepDone(context, adoption, input.step)) ?? {};
    const file = sha256 && (await context.tenant.blobs.open(sha256));
    if (!file || !mediaType || !fileName) throw new DomainError("toolkits.evidence-not-found", "not-found");
    return { ...file, mediaType, fileName };
  },
});

/** Keeps a posted file, once it is known that this actor may add it here. */
export async function keepEvidence(context: Context, id: string, file: File) {
  const adoption = await knownAdoption(context, id);
  if (!can(context.actor, "toolkits:use", { memberId: adoption.memberId }))
    throw new DomainError("identity.not-allowed", "forbidden");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mediaType = checkEvidence(bytes);
  const stored = await context.tenant.blobs.put(bytes, { maxBytes: maxEvidenceBytes });
  return storedEvidence.parse({ ...stored, fileName: file.name.slice(-200), mediaType });
}

/** The day it is in the program's time zone. */
export function todayOf({ tenant, clock }: Context): string {
  return dayIn(tenant.profile.jurisdiction.timeZones.default, clock.now());
}

async function stepDone(scope: Context, adoption: Adoption, step: string): Promise<StepDone | undefined> {
  const steps = await stepsOf(scope.db, [adoption.id]);
  return steps.find((one) => one.step === step);
}

function record(
  action: string,
  adoption: Adoption,
  before: StepDone | undefined,
  after: StepDone | undefined,
) {
  const facts = (done: StepDone | undefined) =>
    done && { step: done.step, doneOn: done.doneOn, evidence: done.sha256 };
  return {
    action,
    subject: { kind: "member", id: adoption.memberId },
    before: facts(before),
    after: { toolkitId: adoption.toolkitId, ...facts(after) },
  };
}
