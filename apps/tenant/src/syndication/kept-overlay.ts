import type { Overlay } from "@concord/content";
import type { Context, Unit } from "../context.ts";
import { findOverlay } from "./store.ts";

/** What is ours on an item: what we wrote for it, or for the one of the same member that it replaces. */
export async function keptOverlay(scope: Context | Unit, item: string): Promise<Overlay | undefined> {
  const own = await findOverlay(scope.db, item);
  if (own) return own;
  const replaced = await replacedBy(scope, item);
  return replaced === undefined ? undefined : await findOverlay(scope.db, replaced);
}

/** The item that this one replaces; only a member itself can replace what it published. */
export async function replacedBy({ tenant, db }: Context | Unit, item: string): Promise<string | undefined> {
  const { feed, supersedes } = (await tenant.peer.item(item, db)) ?? {};
  if (supersedes === undefined) return undefined;
  return (await tenant.peer.item(supersedes, db))?.feed === feed ? supersedes : undefined;
}
