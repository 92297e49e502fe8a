import type { Executor } from "@concord/database";
import { chainStart, rowHash } from "./model.ts";
import { rowsAfter } from "./store.ts";

export type ChainVerdict =
  | { readonly verified: true; readonly entries: number; readonly head: string }
  | { readonly verified: false; readonly seq: number; readonly reason: "gap" | "broken" };

/** Walks the whole chain, page by page, and recomputes every hash. */
export async function verifyChain(db: Executor): Promise<ChainVerdict> {
  let seq = 0;
  let head = chainStart;
  for (;;) {
    const rows = await rowsAfter(db, seq, 1_000);
    if (rows.length === 0) return { verified: true, entries: seq, head };
    for (const row of rows) {
      if (row.seq !== seq + 1) return { verified: false, seq: seq + 1, reason: "gap" };
      if (row.previousSha256 !== head || rowHash(row) !== row.sha256) {
        return { verified: false, seq: row.seq, reason: "broken" };
      }
      seq = row.seq;
      head = row.sha256;
    }
  }
}
