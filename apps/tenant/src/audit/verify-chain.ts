import type { Executor } from "@concord/database";
import { chainStart, rowHash } from "./model.ts";
import { readHead, rowsAfter } from "./store.ts";

export type ChainVerdict =
  | { readonly verified: true; readonly entries: number; readonly head: string }
  | { readonly verified: false; readonly seq: number; readonly reason: "gap" | "broken" | "cut" };

/** Walks the whole chain, page by page, recomputes every hash, and ends where the kept head says that it ends. */
export async function verifyChain(db: Executor): Promise<ChainVerdict> {
  let seq = 0;
  let head = chainStart;
  for (;;) {
    // Before the page: of what is appended meanwhile, the page holds at least what this head covers.
    const kept = await readHead(db);
    const rows = await rowsAfter(db, seq, 1_000);
    if (rows.length === 0) {
      if (kept.seq > seq) return { verified: false, seq: seq + 1, reason: "cut" };
      if (kept.seq < seq || kept.sha256 !== head) return { verified: false, seq, reason: "broken" };
      return { verified: true, entries: seq, head };
    }
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
