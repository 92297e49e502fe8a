import { applyEntry, type ItemState, type Trust } from "@concord/federation";
import { asc, gt } from "drizzle-orm";
import type { PeerContext } from "./context.ts";
import { stepsInEffect } from "./recompute-items.ts";
import { items } from "./tables.ts";

type StoredItem = typeof items.$inferSelect;

const pageSize = 200;

/** Works every item out again from the stored entries, and names those that are not as they are served. */
export async function checkLiveSet({
  database,
  trust,
}: Pick<PeerContext, "database" | "trust">): Promise<string[]> {
  const faults: string[] = [];
  const current = await trust.current();
  let after = "";
  for (;;) {
    const page = await database.db
      .select()
      .from(items)
      .where(gt(items.item, after))
      .orderBy(asc(items.item))
      .limit(pageSize);
    const last = page.at(-1);
    if (!last) return faults;
    for (const [feed, rows] of Map.groupBy(page, (row) => row.feed)) {
      const rebuilt = await rebuild(database, current, feed, rows);
      faults.push(...rows.filter((row) => !isAs(row, rebuilt.get(row.item))).map(({ item }) => item));
    }
    after = last.item;
  }
}

function isAs(row: StoredItem, state: ItemState | undefined): boolean {
  const erased = state?.erased.join() === row.erasedRevisions.join();
  return state?.status === row.status && state.revision === row.revision && erased;
}

async function rebuild(
  { db }: PeerContext["database"],
  trust: Trust,
  feed: string,
  rows: readonly StoredItem[],
): Promise<Map<string, ItemState>> {
  const states = new Map<string, ItemState>();
  const member = trust.member(feed);
  if (!member) return new Map(rows.map((row) => [row.item, { ...row, erased: row.erasedRevisions }]));
  const steps = await stepsInEffect(
    db,
    member,
    rows.map(({ item }) => item),
  );
  for (const { entry } of steps) {
    const result = entry && applyEntry(states.get(entry.item), entry);
    if (entry && result?.effect) states.set(entry.item, result.state);
  }
  return states;
}
