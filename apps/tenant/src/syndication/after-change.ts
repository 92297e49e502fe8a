import type { ItemChange } from "@concord/peer";
import { type IncomingItem, isSharedKind, readShared } from "./model.ts";

const ended = { withdraw: "withdrawn", recall: "recalled", erase: "erased" } as const;

/**
 * The row after an entry of the origin took effect. A revision reopens what was declined and never touches what
 * was adopted: the pinned revision and the overlay stay. Undefined where the entry says nothing this office can use.
 */
export function afterChange(
  before: IncomingItem | undefined,
  change: ItemChange,
  now: Date,
): IncomingItem | undefined {
  const { item, feed, kind, op, revision } = change;
  if (!isSharedKind(kind)) return undefined;
  if (op !== "publish" && op !== "revise") {
    if (!before) return undefined;
    const bare = op === "erase" ? { title: {}, attribution: null } : {};
    return { ...before, ...bare, status: ended[op], reason: change.reason ?? null };
  }
  const body = readShared(kind, change.body);
  if (!body || !("title" in body)) return undefined;
  const pinnedRevision = before?.pinnedRevision ?? null;
  return {
    ...{ item, feed, kind, revision, schema: change.schema, pinnedRevision },
    title: body.title,
    languages: body.languages,
    significance: change.significance ?? "minor",
    status: pinnedRevision === null ? "new" : "update-available",
    attribution: change.attribution ?? null,
    licence: change.licence ?? null,
    reason: null,
    note: null,
    seenAt: before?.seenAt ?? now,
    decidedAt: before?.decidedAt ?? null,
  };
}
