import type { Executor, Tx } from "@concord/database";
import { and, eq, inArray } from "drizzle-orm";
import { materialFiles, trainingAssets, trainings } from "./tables.ts";

/** Whether a training of our own names a file, in whatever revision. */
export async function trainingsKeepFile(db: Executor, sha256: string): Promise<boolean> {
  const [row] = await db
    .select({ id: trainings.id })
    .from(trainingAssets)
    .innerJoin(trainings, eq(trainings.id, trainingAssets.trainingId))
    .where(and(eq(trainingAssets.sha256, sha256), eq(trainings.source, "own")))
    .limit(1);
  return row !== undefined;
}

/** The files that any revision of a training names. */
export async function filesOfTraining(db: Executor, trainingId: string): Promise<string[]> {
  const { sha256 } = trainingAssets;
  const rows = await db
    .selectDistinct({ sha256 })
    .from(trainingAssets)
    .where(eq(trainingAssets.trainingId, trainingId));
  return rows.map((row) => row.sha256);
}

export async function noteMaterial(tx: Tx, sha256: string, keptAt: Date): Promise<void> {
  await tx.insert(materialFiles).values({ sha256, keptAt }).onConflictDoNothing();
}

/** Those of the files that came in as material. */
export async function findMaterial(db: Executor, sha256s: readonly string[]): Promise<ReadonlySet<string>> {
  if (sha256s.length === 0) return new Set();
  const rows = await db
    .select({ sha256: materialFiles.sha256 })
    .from(materialFiles)
    .where(inArray(materialFiles.sha256, [...sha256s]));
  return new Set(rows.map(({ sha256 }) => sha256));
}

/** For a file that was deleted: the same bytes may come in as something else. */
export async function forgetMaterial(db: Executor, sha256: string): Promise<void> {
  await db.delete(materialFiles).where(eq(materialFiles.sha256, sha256));
}
