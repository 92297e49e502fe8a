import { collectBlobs, type Text, type ToolkitBody } from "@concord/content";
import type { Unit } from "../context.ts";
import { factsOf, type StoredToolkit } from "./model.ts";
import { lockToolkit, putToolkit } from "./store-toolkits.ts";

export interface CameBack {
  /** Of the toolkit that the catalogue has in an earlier state. */
  readonly id: string | undefined;
  /** Left out where its text is gone. */
  readonly body?: ToolkitBody;
  /** What lists say in place of a title that is gone. */
  readonly title: Text;
  readonly attribution: string | null;
  readonly licence: string | null;
}

/**
 * Puts back a toolkit of our own that the network has and our database lost, within the caller's transaction and
 * under its audit: offered as it was, as a revision after what is here. Without its text it is only a name.
 */
export async function bringBackToolkit(
  unit: Unit,
  { id, body, title, attribution, licence }: CameBack,
): Promise<{ readonly id: string; readonly revision: number }> {
  const now = unit.clock.now();
  const before = id === undefined ? undefined : await lockToolkit(unit.tx, { id });
  const bare = { title, summary: {}, audience: {}, languages: [], sectors: [], stepIds: [] };
  const toolkit: StoredToolkit = {
    ...{ slug: null, item: null, feed: null, networkRevision: null, overlay: null, createdAt: now },
    ...before,
    ...(body ? factsOf(body) : bare),
    id: before?.id ?? unit.ids.next("tkt"),
    source: "own",
    status: body ? "published" : "recalled",
    revision: (before?.revision ?? 0) + 1,
    ...{ attribution, licence, reason: null, updatedAt: now },
    body: body ?? null,
    blobs: body ? collectBlobs(body) : [],
  };
  await putToolkit(unit.tx, toolkit);
  return { id: toolkit.id, revision: toolkit.revision };
}
