import { applyEntry, type ItemState } from "@concord/federation";
import { and, asc, gt, inArray, isNotNull } from "drizzle-orm";
import type { PeerContext } from "./context.ts";
import { entries, items } from "./tables.ts";

const pageSize = 200;

/** Works every item out again from the stored entries, and names those that are not as they are served. */
export async function checkLiveSet({ database }: Pick<PeerContext, "database">): Promise<string[]> {
  const faults: string[] = [];
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
    const rebuilt = await rebuild(
      database,
      page.map((row) => row.item),
    );
    for (const row of page) {
      const state = rebuilt.get(row.item);
      const erased = state?.erased.join() === row.erasedRevisions.join();
      if (state?.status !== row.status || state.revision !== row.revision || !erased) faults.push(row.item);
    }
    after = last.item;
  }
}

async function rebuild(
  database: PeerContext["database"],
  named: readonly string[],
): Promise<Map<string, ItemState>> {
  const rows = await database.db
    .select({ payload: entries.payload })
    .from(entries)
    .where(and(inArray(entries.item, [...named]), isNotNull(entries.verdict)))
    .orderBy(asc(entries.feed), asc(entries.seq));
  const states = new Map<string, ItemState>();
  for (const { payload } of rows) {
    const result = payload && applyEntry(states.get(payload.item), payload);
    if (payload && result?.effect) states.set(payload.item, result.state);
  }
  return states;
}
