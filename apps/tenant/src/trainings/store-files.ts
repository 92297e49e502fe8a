import type { Executor } from "@concord/database";
import { and, eq } from "drizzle-orm";
import { trainingAssets, trainings } from "./tables.ts";

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
