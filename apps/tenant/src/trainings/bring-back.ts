import { collectBlobs, type Text } from "@concord/content";
import type { Unit } from "../context.ts";
import { factsOf } from "./author.ts";
import type { OfferedBody, Training } from "./model.ts";
import { insertRevision, insertTraining, lockTraining, saveTraining } from "./store-trainings.ts";

export interface CameBack {
  /** Of the training that the catalogue has in an earlier state. */
  readonly id: string | undefined;
  readonly kind: Training["kind"];
  /** Left out where its text is gone. */
  readonly body?: OfferedBody;
  /** What lists say in place of a title that is gone. */
  readonly title: Text;
  readonly attribution: string | null;
  readonly licence: string | null;
}

/**
 * Puts back a training of our own that the network has and our database lost, within the caller's transaction and
 * under its audit: offered as it was, as a revision after what is here. Without its text it is only a name.
 */
export async function bringBackTraining(
  unit: Unit,
  { id, kind, body, title, attribution, licence }: CameBack,
): Promise<{ readonly id: string; readonly revision: number }> {
  const now = unit.clock.now();
  const before = id === undefined ? undefined : await lockTraining(unit.tx, id);
  const revision = (before?.latestRevision ?? 0) + 1;
  const bare = { kind, title, summary: {}, languages: [], minutes: 0 };
  const training: Training = {
    ...{ slug: null, item: null, feed: null, networkRevision: null, overlay: null, createdAt: now },
    ...before,
    ...(body ? factsOf(body) : bare),
    id: before?.id ?? unit.ids.next("trn"),
    source: "own",
    status: body ? "published" : "recalled",
    latestRevision: revision,
    offeredRevision: body ? revision : null,
    ...{ attribution, licence, reason: null, updatedAt: now },
  };
  if (before) await saveTraining(unit.tx, training);
  else await insertTraining(unit.tx, training);
  if (body) {
    const blobs = collectBlobs(body);
    await insertRevision(unit.tx, { trainingId: training.id, revision, body, blobs, createdAt: now });
  }
  return { id: training.id, revision };
}
