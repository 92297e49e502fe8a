import { applyOverlay, type BlobRef, type Overlay, type ToolkitBody } from "@concord/content";
import type { Unit } from "../context.ts";
import { factsOf, type StoredToolkit, type Toolkit } from "./model.ts";
import { lockToolkit, putToolkit } from "./store-toolkits.ts";
import { type Decision, takenBack } from "./take-back.ts";

export interface AdoptedToolkit {
  readonly item: string;
  readonly feed: string;
  readonly revision: number;
  readonly body: ToolkitBody;
  readonly overlay: Overlay;
  readonly attribution: string;
  readonly licence: string;
  readonly blobs: readonly BlobRef[];
}

/**
 * Offers an adopted toolkit, or a newer revision or overlay of it, within the caller's transaction and under its
 * audit. Steps that members did before stay done; policies they made stay as they are.
 */
export async function offerAdoptedToolkit(unit: Unit, adopted: AdoptedToolkit): Promise<Toolkit> {
  const now = unit.clock.now();
  const before = await lockToolkit(unit.tx, { item: adopted.item });
  const toolkit: StoredToolkit = {
    createdAt: now,
    slug: null,
    ...before,
    ...factsOf(applyOverlay("toolkit", adopted.body, adopted.overlay)),
    ...adopted,
    id: before?.id ?? unit.ids.next("tkt"),
    source: "adopted",
    // What the office took off its catalogue stays off until it says otherwise; one whose erasure was undone is new.
    status: before?.body ? before.status : "published",
    networkRevision: adopted.revision,
    reason: before?.reason ?? null,
    updatedAt: now,
  };
  await putToolkit(unit.tx, toolkit);
  return toolkit;
}

/**
 * What the origin, or this office, decided about an adopted item: `withdraw` ends the offer, `recall` takes it away
 * from members as well, `erase` also destroys the body kept here. An unknown item is left alone.
 */
export async function withdrawAdoptedToolkit(
  unit: Unit,
  item: string,
  decision: Decision,
): Promise<Toolkit | undefined> {
  const before = await lockToolkit(unit.tx, { item });
  if (before?.source !== "adopted") return undefined;
  const after = takenBack(before, decision, unit.clock.now());
  await putToolkit(unit.tx, after);
  return after;
}

/** The body as this office shows it; undefined where it was erased. */
export function shownBody({ body, overlay }: StoredToolkit): ToolkitBody | undefined {
  if (!body) return undefined;
  return overlay ? applyOverlay("toolkit", body, overlay) : body;
}
