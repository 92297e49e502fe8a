import { DomainError } from "@concord/runtime";
import { z } from "zod";
import { defineCommand } from "../command.ts";
import type { Unit } from "../context.ts";
import { can } from "../identity/index.ts";
import { factsOf } from "./author.ts";
import { demandMaterial } from "./material.ts";
import { type Training, trainingId } from "./model.ts";
import { findRevision, lockTraining, saveTraining } from "./store-trainings.ts";

/** Offers the newest revision in our own catalogue. Who began an earlier one stays with it. */
export const publishLocally = defineCommand({
  name: "trainings.publish-locally",
  input: z.object({ trainingId }),
  load: (unit, input) => knownTraining(unit, input.trainingId),
  authorize: (actor) => can(actor, "trainings:manage"),
  async run(unit, _input, before) {
    if (before.status === "recalled") throw new DomainError("trainings.recalled", "conflict");
    const newest = await findRevision(unit.tx, before.id, before.latestRevision);
    if (!newest) throw new DomainError("trainings.not-found", "not-found");
    if (before.source === "own") await demandMaterial(unit, newest.body);
    const facts = before.source === "own" ? factsOf(newest.body) : {};
    const after: Training = {
      ...before,
      ...facts,
      status: "published",
      reason: null,
      offeredRevision: before.latestRevision,
      updatedAt: unit.clock.now(),
    };
    await saveTraining(unit.tx, after);
    return { result: after, audit: changed("trainings.offered", before, after) };
  },
});

/** Takes a training out of our catalogue; learners who began may finish. */
export const withdrawTraining = defineCommand({
  name: "trainings.withdraw",
  input: z.object({ trainingId, reason: z.string().trim().max(1_000).default("") }),
  load: (unit, input) => knownTraining(unit, input.trainingId),
  authorize: (actor) => can(actor, "trainings:manage"),
  async run(unit, input, before) {
    if (before.status !== "published") throw new DomainError("trainings.not-offered", "conflict");
    const after: Training = {
      ...before,
      status: "withdrawn",
      reason: input.reason || null,
      updatedAt: unit.clock.now(),
    };
    await saveTraining(unit.tx, after);
    return { result: after, audit: changed("trainings.withdrawn", before, after) };
  },
});

async function knownTraining(unit: Unit, id: string): Promise<Training> {
  const training = await lockTraining(unit.tx, id);
  if (!training) throw new DomainError("trainings.not-found", "not-found");
  return training;
}

function changed(action: string, before: Training, after: Training) {
  return {
    action,
    subject: { kind: "training", id: after.id },
    before: { status: before.status, revision: before.offeredRevision },
    after: { status: after.status, revision: after.offeredRevision, reason: after.reason },
  };
}
