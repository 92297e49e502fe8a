import { desc, eq } from "drizzle-orm";
import type { PeerContext } from "./context.ts";
import type { RefusedEntry } from "./contract.ts";
import { entries } from "./tables.ts";

const most = 100;

/** Entries that their feed signed and that have no effect here, newest first: each is its own evidence. */
export async function readRefused({ database, code }: PeerContext): Promise<RefusedEntry[]> {
  const rows = await database.db
    .select()
    .from(entries)
    .where(eq(entries.verdict, "skipped"))
    .orderBy(desc(entries.receivedAt), desc(entries.seq))
    .limit(most);
  return rows.flatMap(({ feed, seq, item, reason, receivedAt: at, signed: evidence }) =>
    reason === null || feed === code ? [] : [{ feed, seq, reason, at, evidence, ...(item ? { item } : {}) }],
  );
}
