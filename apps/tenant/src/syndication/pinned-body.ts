import { type Body, changedParts, takeParts } from "@concord/content";
import { DomainError } from "@concord/runtime";
import type { Context, Unit } from "../context.ts";
import { type IncomingItem, readShared } from "./model.ts";
import { findPartBody } from "./store.ts";

/** What our catalogue has of an item, without our overlay: a revision of its origin, or what was taken of it. */
export async function pinnedBody(
  scope: Context | Unit,
  incoming: IncomingItem | undefined,
): Promise<Body | undefined> {
  if (!incoming || incoming.pinnedRevision === null) return undefined;
  const { item, kind, pinnedRevision } = incoming;
  const part = await findPartBody(scope.db, item);
  return part ?? readShared(kind, await scope.tenant.peer.revisionBody(item, pinnedRevision));
}

/** What we have, with the named parts of what the origin has now; nothing where they are all of them. */
export function takenInPart(
  ours: Body | undefined,
  newest: Body,
  paths: readonly string[],
  locale: string,
): Body | undefined {
  if (!ours) throw new DomainError("syndication.not-adopted", "conflict");
  const known = changedParts(ours, newest, locale).map(({ path }) => path);
  const chosen = known.filter((path) => paths.includes(path));
  if (chosen.length === 0) throw new DomainError("syndication.choose-parts", "invalid");
  if (chosen.length === known.length) return undefined;
  const taken = takeParts(ours, newest, chosen);
  if (!taken.valid) throw new DomainError("syndication.parts-do-not-fit", "conflict");
  return taken.body;
}
