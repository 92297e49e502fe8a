import type { Executor, Tx } from "@concord/database";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Adoption, Assessment, StepDone } from "./model.ts";
import { toolkitAdoptions, toolkitAssessments, toolkitSteps } from "./tables.ts";

/** Adds an adoption; undefined where the member chose this toolkit before. */
export async function insertAdoption(tx: Tx, adoption: Adoption): Promise<Adoption | undefined> {
  const [row] = await tx.insert(toolkitAdoptions).values(adoption).onConflictDoNothing().returning();
  return row;
}

export async function findAdoption(db: Executor, id: string): Promise<Adoption | undefined> {
  const [row] = await db.select().from(toolkitAdoptions).where(eq(toolkitAdoptions.id, id));
  return row;
}

/** Holds the row, so that two at a time do not number the same policy twice. */
export async function lockAdoption(tx: Tx, id: string): Promise<Adoption | undefined> {
  const [row] = await tx.select().from(toolkitAdoptions).where(eq(toolkitAdoptions.id, id)).for("update");
  return row;
}

export async function findAdoptionOf(
  db: Executor,
  memberId: string,
  toolkitId: string,
): Promise<Adoption | undefined> {
  const [row] = await db
    .select()
    .from(toolkitAdoptions)
    .where(and(eq(toolkitAdoptions.memberId, memberId), eq(toolkitAdoptions.toolkitId, toolkitId)));
  return row;
}

export function adoptionsOf(db: Executor, memberId: string): Promise<Adoption[]> {
  return db
    .select()
    .from(toolkitAdoptions)
    .where(eq(toolkitAdoptions.memberId, memberId))
    .orderBy(asc(toolkitAdoptions.chosenAt), asc(toolkitAdoptions.id));
}

export async function stepsOf(db: Executor, adoptionIds: readonly string[]): Promise<StepDone[]> {
  if (adoptionIds.length === 0) return [];
  return db
    .select()
    .from(toolkitSteps)
    .where(inArray(toolkitSteps.adoptionId, [...adoptionIds]));
}

export async function putStep(tx: Tx, step: StepDone): Promise<void> {
  const { adoptionId: _adoption, step: _step, ...changed } = step;
  await tx
    .insert(toolkitSteps)
    .values(step)
    .onConflictDoUpdate({ target: [toolkitSteps.adoptionId, toolkitSteps.step], set: changed });
}

export async function removeStep(tx: Tx, adoptionId: string, step: string): Promise<void> {
  await tx
    .delete(toolkitSteps)
    .where(and(eq(toolkitSteps.adoptionId, adoptionId), eq(toolkitSteps.step, step)));
}

export async function insertAssessment(tx: Tx, assessment: Assessment): Promise<void> {
  await tx.insert(toolkitAssessments).values(assessment);
}

/** Newest first. */
export function assessmentsOf(db: Executor, adoptionId: string): Promise<Assessment[]> {
  return db
    .select()
    .from(toolkitAssessments)
    .where(eq(toolkitAssessments.adoptionId, adoptionId))
    .orderBy(desc(toolkitAssessments.takenAt), desc(toolkitAssessments.id))
    .limit(50);
}
