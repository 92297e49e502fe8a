import type { Entry, Op } from "./entry.ts";
import type { Reason } from "./reasons.ts";

type ItemStatus = "live" | "withdrawn" | "recalled" | "erased";

/** What a feed's entries so far made of one item. */
export interface ItemState {
  readonly kind: string;
  readonly revision: number;
  readonly status: ItemStatus;
  /** Revisions whose body and blobs nobody may hold. */
  readonly erased: readonly number[];
}

export type Effected =
  | { readonly effect: true; readonly state: ItemState }
  | { readonly effect: false; readonly reason: Reason };

const severity: Record<ItemStatus, number> = { live: 0, withdrawn: 1, recalled: 2, erased: 3 };
const becomes: Record<Exclude<Op, "publish" | "revise">, ItemStatus> = {
  withdraw: "withdrawn",
  recall: "recalled",
  erase: "erased",
};

/** What one verified entry does to its item. Tombstones are for ever and only grow more severe. */
export function applyEntry(before: ItemState | undefined, entry: Entry): Effected {
  if (entry.op === "publish") {
    if (before) return { effect: false, reason: before.status === "live" ? "malformed" : "tombstoned" };
    return { effect: true, state: { kind: entry.kind, revision: 1, status: "live", erased: [] } };
  }
  if (!before || before.kind !== entry.kind) return { effect: false, reason: "malformed" };
  if (entry.op === "revise") {
    if (before.status !== "live") return { effect: false, reason: "tombstoned" };
    if (entry.revision !== before.revision + 1) return { effect: false, reason: "malformed" };
    return { effect: true, state: { ...before, revision: entry.revision } };
  }
  return bury(before, entry);
}

function bury(before: ItemState, entry: Extract<Entry, { op: keyof typeof becomes }>): Effected {
  const status = becomes[entry.op];
  const named = entry.op === "erase" ? entry.revisions.filter((one) => one <= before.revision) : [];
  const erased = [...new Set([...before.erased, ...named])].sort((a, b) => a - b);
  const grows = severity[status] > severity[before.status] || erased.length > before.erased.length;
  if (!grows) return { effect: false, reason: "tombstoned" };
  return { effect: true, state: { ...before, status, erased } };
}
