import type { IncomingItem, SharedItem } from "./model.ts";

/** An item of another member as other systems are told of it. */
export function incomingOf({ note: _, decidedAt: __, schema: ___, seenAt, ...item }: IncomingItem) {
  return { ...item, languages: [...item.languages], seenAt: seenAt.toISOString() };
}

/** An item of ours as other systems are told of it. */
export function sharedOf({
  seq: _,
  sourceRevision: __,
  reason: ___,
  recoveredAt: ____,
  publishedAt,
  revisedAt,
  ...item
}: SharedItem) {
  return { ...item, publishedAt: publishedAt.toISOString(), revisedAt: revisedAt.toISOString() };
}
