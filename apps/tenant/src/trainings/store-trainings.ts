import type { BlobRef } from "@concord/content";
import type { Executor, Tx } from "@concord/database";
import { and, asc, desc, eq, inArray, isNotNull, lt, ne, or, type SQL } from "drizzle-orm";
import type { OfferedBody, Training, TrainingRevision, TrainingStatus } from "./model.ts";
import { trainingAssets, trainingRevisions, trainings } from "./tables.ts";

export async function insertTraining(tx: Tx, training: Training): Promise<void> {
  await tx.insert(trainings).values(rowOf(training));
}

export async function saveTraining(tx: Tx, training: Training): Promise<void> {
  await tx.update(trainings).set(rowOf(training)).where(eq(trainings.id, training.id));
}

export async function findTraining(db: Executor, id: string): Promise<Training | undefined> {
  const [row] = await db.select().from(trainings).where(eq(trainings.id, id));
  return row;
}

export async function lockTraining(tx: Tx, id: string): Promise<Training | undefined> {
  const [row] = await tx.select().from(trainings).where(eq(trainings.id, id)).for("update");
  return row;
}

export async function lockByItem(tx: Tx, item: string): Promise<Training | undefined> {
  const [row] = await tx.select().from(trainings).where(eq(trainings.item, item)).for("update");
  return row;
}

/** The offered trainings that a series or toolkit names by slug or network id. */
export function findOfferedByName(db: Executor, names: readonly string[]): Promise<Training[]> {
  if (names.length === 0) return Promise.resolve([]);
  const named = or(inArray(trainings.slug, [...names]), inArray(trainings.item, [...names]));
  return db
    .select()
    .from(trainings)
    .where(and(eq(trainings.status, "published"), named));
}

export interface TrainingFilter {
  readonly statuses: readonly TrainingStatus[];
  readonly kind?: Training["kind"] | undefined;
  readonly source?: Training["source"] | undefined;
  readonly before?: { readonly createdAt: Date; readonly id: string } | undefined;
  readonly limit: number;
}

/** Newest first. */
export function listTrainings(db: Executor, filter: TrainingFilter): Promise<Training[]> {
  const { before } = filter;
  const conditions: (SQL | undefined)[] = [
    inArray(trainings.status, [...filter.statuses]),
    filter.kind && eq(trainings.kind, filter.kind),
    filter.source && eq(trainings.source, filter.source),
    before &&
      or(
        lt(trainings.createdAt, before.createdAt),
        and(eq(trainings.createdAt, before.createdAt), lt(trainings.id, before.id)),
      ),
  ];
  return db
    .select()
    .from(trainings)
    .where(and(...conditions))
    .orderBy(desc(trainings.createdAt), desc(trainings.id))
    .limit(filter.limit);
}

/** Writes a revision and the list of its files. A revision that is there already stays as it is. */
export async function insertRevision(tx: Tx, revision: TrainingRevision): Promise<void> {
  await tx
    .insert(trainingRevisions)
    .values({ ...revision, body: revision.body, blobs: [...revision.blobs] })
    .onConflictDoNothing();
  await insertAssets(tx, revision.trainingId, revision.revision, revision.blobs);
}

async function insertAssets(
  tx: Tx,
  trainingId: string,
  revision: number,
  blobs: readonly BlobRef[],
): Promise<void> {
  if (blobs.length === 0) return;
  const rows = blobs.map(({ sha256, size, type }) => ({
    trainingId,
    revision,
    sha256,
    size,
    mediaType: type,
  }));
  await tx.insert(trainingAssets).values(rows).onConflictDoNothing();
}

export async function findRevision(
  db: Executor,
  trainingId: string,
  revision: number,
): Promise<TrainingRevision | undefined> {
  const [row] = await db
    .select()
    .from(trainingRevisions)
    .where(and(eq(trainingRevisions.trainingId, trainingId), eq(trainingRevisions.revision, revision)));
  return row;
}

/** Bodies by training id, of one revision each. */
export async function findBodies(
  db: Executor,
  wanted: readonly { readonly id: string; readonly revision: number }[],
): Promise<ReadonlyMap<string, OfferedBody>> {
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({ id: trainingRevisions.trainingId, body: trainingRevisions.body })
    .from(trainingRevisions)
    .where(
      or(
        ...wanted.map(({ id, revision }) =>
          and(eq(trainingRevisions.trainingId, id), eq(trainingRevisions.revision, revision)),
        ),
      ),
    );
  return new Map(rows.map(({ id, body }) => [id, body]));
}

/** A file that a training names which was offered and not recalled. */
export async function findOfferedAsset(
  db: Executor,
  sha256: string,
): Promise<{ mediaType: string; size: number; source: Training["source"] } | undefined> {
  const { mediaType, size } = trainingAssets;
  const [row] = await db
    .select({ mediaType, size, source: trainings.source })
    .from(trainingAssets)
    .innerJoin(trainings, eq(trainings.id, trainingAssets.trainingId))
    .where(
      and(
        eq(trainingAssets.sha256, sha256),
        isNotNull(trainings.offeredRevision),
        ne(trainings.status, "recalled"),
      ),
    )
    .orderBy(asc(trainingAssets.trainingId))
    .limit(1);
  return row;
}

function rowOf(training: Training) {
  return { ...training, languages: [...training.languages] };
}

/** Destroys every body of a training and forgets its files. */
export async function forgetRevisions(tx: Tx, trainingId: string): Promise<void> {
  await tx.delete(trainingRevisions).where(eq(trainingRevisions.trainingId, trainingId));
  await tx.delete(trainingAssets).where(eq(trainingAssets.trainingId, trainingId));
}
