import { DomainError } from "@concord/runtime";
import type { Context, Unit } from "../context.ts";
import type { Training, TrainingRevision } from "./model.ts";
import { moveLearners } from "./store-enrollments.ts";
import { findRevision, findTraining, lockTraining, saveTraining } from "./store-trainings.ts";

/** Our own training with the revision it offers: what the network may be given. Throws where nothing is offered. */
export async function readOwnTraining(
  scope: Context | Unit,
  trainingId: string,
): Promise<{ training: Training; revision: TrainingRevision }> {
  const training = await findTraining(scope.db, trainingId);
  if (!training) throw new DomainError("trainings.not-found", "not-found");
  if (training.source !== "own") throw new DomainError("trainings.adopted", "conflict");
  const revision =
    training.status === "published" && training.offeredRevision !== null
      ? await findRevision(scope.db, trainingId, training.offeredRevision)
      : undefined;
  if (!revision) throw new DomainError("trainings.not-offered", "conflict");
  return { training, revision };
}

/**
 * Notes what the network calls our training and which revision it knows, within the caller's transaction. What was
 * mended for safety reaches our own people in the middle of it too.
 */
export async function markPublished(
  unit: Unit,
  trainingId: string,
  published: { item: string; revision: number; mended?: boolean },
): Promise<Training> {
  const training = await lockTraining(unit.tx, trainingId);
  if (!training) throw new DomainError("trainings.not-found", "not-found");
  const after: Training = {
    ...training,
    item: published.item,
    networkRevision: published.revision,
    updatedAt: unit.clock.now(),
  };
  await saveTraining(unit.tx, after);
  if (published.mended && training.offeredRevision !== null)
    await moveLearners(unit.tx, trainingId, training.offeredRevision);
  return after;
}
