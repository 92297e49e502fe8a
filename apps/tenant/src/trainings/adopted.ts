import { isDeepStrictEqual } from "node:util";
import { applyOverlay, type BlobRef, type Overlay } from "@concord/content";
import type { Unit } from "../context.ts";
import { factsOf } from "./author.ts";
import type { OfferedBody, Training } from "./model.ts";
import { moveLearners } from "./store-enrollments.ts";
import {
  findRevision,
  forgetRevisions,
  insertRevision,
  insertTraining,
  lockByItem,
  saveTraining,
} from "./store-trainings.ts";
import { type Decision, takenBack } from "./take-back.ts";

export interface AdoptedItem {
  readonly item: string;
  readonly feed: string;
  readonly revision: number;
  readonly body: OfferedBody;
  readonly overlay: Overlay;
  readonly attribution: string;
  readonly licence: string;
  readonly blobs: readonly BlobRef[];
  /** It mends something unsafe: people in the middle of it must not stay with what they began. */
  readonly mended?: boolean;
}

/**
 * Offers an adopted training in our catalogue, or a newer revision or overlay of it, within the caller's
 * transaction and under its audit. Who began an earlier revision stays with it, unless it was mended for safety.
 */
export async function offerAdopted(unit: Unit, adopted: AdoptedItem): Promise<Training> {
  const now = unit.clock.now();
  const before = await lockByItem(unit.tx, adopted.item);
  const revision = await localRevision(unit, before, adopted);
  const shown = withOverlay(adopted.body, adopted.overlay);
  const training: Training = {
    createdAt: now,
    slug: null,
    ...before,
    ...factsOf(shown),
    id: before?.id ?? unit.ids.next("trn"),
    source: "adopted",
    // What the office took off its catalogue stays off until it says otherwise; one whose erasure was undone is new.
    status: before?.offeredRevision == null ? "published" : before.status,
    item: adopted.item,
    feed: adopted.feed,
    latestRevision: revision,
    offeredRevision: revision,
    networkRevision: adopted.revision,
    attribution: adopted.attribution,
    licence: adopted.licence,
    reason: before?.reason ?? null,
    overlay: adopted.overlay,
    updatedAt: now,
  };
  if (before) await saveTraining(unit.tx, training);
  else await insertTraining(unit.tx, training);
  const { body, blobs } = adopted;
  await insertRevision(unit.tx, { trainingId: training.id, revision, body, blobs, createdAt: now });
  if (adopted.mended) await moveLearners(unit.tx, training.id, revision);
  return training;
}

/**
 * Our own number of what is adopted: the network's, or the next one of ours. What an office takes of one network
 * revision may change, and never under those who began it.
 */
async function localRevision(
  unit: Unit,
  before: Training | undefined,
  adopted: AdoptedItem,
): Promise<number> {
  if (!before) return adopted.revision;
  const kept = await findRevision(unit.tx, before.id, before.latestRevision);
  const same = kept && isDeepStrictEqual(kept.body, JSON.parse(JSON.stringify(adopted.body)));
  return same ? before.latestRevision : Math.max(before.latestRevision + 1, adopted.revision);
}

/**
 * What the origin, or this office, decided about an adopted item: `withdraw` ends the offer, `recall` takes it
 * away from learners as well, `erase` also destroys the bodies kept here. An unknown item is left alone.
 */
export async function withdrawAdopted(
  unit: Unit,
  item: string,
  decision: Decision,
): Promise<Training | undefined> {
  const before = await lockByItem(unit.tx, item);
  if (before?.source !== "adopted") return undefined;
  const after = takenBack(before, decision, unit.clock.now());
  await saveTraining(unit.tx, after);
  if (decision.op === "erase") await forgetRevisions(unit.tx, before.id);
  return after;
}

/** The body as this office shows it. */
export function withOverlay(body: OfferedBody, overlay: Overlay | null): OfferedBody {
  if (!overlay) return body;
  return body.schema === "concord.series/1"
    ? applyOverlay("series", body, overlay)
    : applyOverlay("training", body, overlay);
}
