import type { ItemChange } from "@concord/peer";
import {
  statusAfter as endedStatus,
  heavier,
  type IncomingItem,
  type IncomingStatus,
  isSharedKind,
  type RuleChoice,
  readShared,
  type Weight,
} from "./model.ts";

/**
 * The row after an entry of the origin took effect. A revision reopens what was declined and never touches what
 * was adopted: the pinned revision and the overlay stay. Undefined where the entry says nothing this office can use.
 */
export function afterChange(
  before: IncomingItem | undefined,
  change: ItemChange,
  rule: RuleChoice,
  now: Date,
): IncomingItem | undefined {
  const { item, feed, kind, op, revision } = change;
  if (!isSharedKind(kind)) return undefined;
  if (op !== "publish" && op !== "revise") {
    if (!before) return undefined;
    const bare = op === "erase" ? { title: {}, attribution: null } : {};
    return { ...before, ...bare, status: endedStatus[op], reason: change.reason ?? null };
  }
  const body = readShared(kind, change.body);
  if (!body || !("title" in body)) return undefined;
  const pinnedRevision = before?.pinnedRevision ?? null;
  const significance = weightOf(before, change);
  return {
    ...{ item, feed, kind, revision, schema: change.schema, pinnedRevision },
    title: body.title,
    languages: body.languages,
    significance,
    status: statusAfter(pinnedRevision, revision, rule, significance),
    attribution: change.attribution ?? null,
    licence: change.licence ?? null,
    reason: null,
    note: null,
    seenAt: before?.seenAt ?? now,
    decidedAt: before?.decidedAt ?? null,
  };
}

/** A revision that is in our catalogue already comes again where something beyond it was undone. */
function statusAfter(
  pinned: number | null,
  revision: number,
  rule: RuleChoice,
  significance: Weight,
): IncomingStatus {
  if (pinned === null) return statusOfNew(rule);
  return pinned === revision ? "adopted" : statusOfUpdate(rule, significance);
}

export function statusOfNew(rule: RuleChoice): IncomingStatus {
  if (rule === "follow") return "followed";
  return rule === "block" ? "blocked" : "new";
}

/** Of an adopted item. What mends it for safety is proposed whatever the rule. */
export function statusOfUpdate(rule: RuleChoice, significance: Weight): IncomingStatus {
  return rule === "block" && significance !== "safety" ? "adopted" : "update-available";
}

/** Everything since the revision that we have counts; a revision that never came is taken for a major one. */
function weightOf(
  before: IncomingItem | undefined,
  { revision, significance = "minor" }: ItemChange,
): Weight {
  if (!before || before.pinnedRevision === null) return significance;
  const skipped = revision > before.revision + 1 ? heavier(significance, "major") : significance;
  return before.revision > before.pinnedRevision ? heavier(before.significance, skipped) : skipped;
}
