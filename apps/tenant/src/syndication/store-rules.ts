import type { Executor, Tx } from "@concord/database";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import {
  type IncomingItem,
  isSharedKind,
  type PeerRules,
  type RuleChoice,
  type SharedKind,
  usualRules,
} from "./model.ts";
import { incomingItems, peerRules } from "./tables.ts";

/** What this office decided about a kind of a member's material. */
export async function ruleFor(
  db: Executor,
  { feed, kind }: { readonly feed: string; readonly kind: string },
): Promise<RuleChoice> {
  const rules = (await allRules(db)).get(feed) ?? usualRules;
  return isSharedKind(kind) ? rules[kind] : "review";
}

/** By member; one that nothing was decided about is not in it. */
export async function allRules(db: Executor): Promise<ReadonlyMap<string, PeerRules>> {
  const rows = await db.select().from(peerRules);
  const byFeed = Map.groupBy(rows, ({ feed }) => feed);
  return new Map(
    [...byFeed].map(([feed, chosen]) => [
      feed,
      { ...usualRules, ...Object.fromEntries(chosen.map(({ kind, choice }) => [kind, choice])) },
    ]),
  );
}

export async function putRule(
  tx: Tx,
  rule: { readonly feed: string; readonly kind: SharedKind; readonly choice: RuleChoice },
  updatedAt: Date,
): Promise<void> {
  const row = { ...rule, updatedAt };
  const target = [peerRules.feed, peerRules.kind];
  await tx.insert(peerRules).values(row).onConflictDoUpdate({ target, set: row });
}

/** What a changed rule may move: what nobody decided on, and updates of what was adopted. */
export function lockRuled(tx: Tx, feed: string, kind: SharedKind): Promise<IncomingItem[]> {
  const open = inArray(incomingItems.status, ["new", "followed", "blocked", "update-available"]);
  const held = and(
    eq(incomingItems.status, "adopted"),
    ne(incomingItems.revision, incomingItems.pinnedRevision),
    sql`${incomingItems.note} is null`,
  );
  return tx
    .select()
    .from(incomingItems)
    .where(and(eq(incomingItems.feed, feed), eq(incomingItems.kind, kind), sql`(${open} or ${held})`))
    .for("update");
}
