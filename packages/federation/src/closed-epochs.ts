import type { Entry } from "./entry.ts";
import type { FeedEpoch, RegistryMember } from "./registry.ts";
import { headBefore } from "./trust.ts";

/** Where an entry stands that was verified and stored before the registry closed its epoch. */
export interface StoredLink {
  readonly epoch: number;
  readonly seq: number;
  readonly sha256: string;
}

export interface StoredEntry extends StoredLink {
  /** Left out where a validly placed entry says nonsense. */
  readonly entry?: Entry;
}

/** The last entry that stands; everything stored after it is void. */
export interface Cut {
  readonly through: number;
  readonly head: string;
}

/**
 * How far back the registry's closes take a feed whose stored entries are one chain; undefined where all of it
 * stands. `stored` gives the entry with a number, and undefined past the end.
 */
export function cutOf(
  member: RegistryMember,
  stored: (seq: number) => StoredLink | undefined,
): Cut | undefined {
  for (const epoch of member.epochs) {
    const { close } = epoch;
    if (!close) continue;
    const last = stored(close.seq);
    // Another branch than the one that was closed: which of its entries are on both, nobody can say from here.
    if (last?.epoch === epoch.epoch && last.sha256 !== close.head) return startOf(member, epoch);
    const beyond = stored(close.seq + 1);
    if (beyond && beyond.epoch <= epoch.epoch) return { through: close.seq, head: close.head };
  }
  return undefined;
}

/** Where an epoch begins: what was before it stands whatever its keys signed. */
export function startOf(member: RegistryMember, epoch: FeedEpoch): Cut {
  return { through: epoch.first - 1, head: headBefore(member, epoch) };
}

/**
 * The entries to compute a feed's items from, in the order in which they take effect. Void tombstones stay where
 * the epoch was closed for a restore, and as long as its closed head is not reached; a thief's fall.
 */
export function entriesInEffect<E extends StoredEntry>(
  member: RegistryMember,
  standing: readonly E[],
  voided: readonly E[],
): E[] {
  const through = standing.at(-1)?.seq ?? 0;
  return member.epochs.flatMap((epoch) => {
    const ofEpoch = (one: E) => one.epoch === epoch.epoch;
    const fall = epoch.close?.cause === "stolen" && through >= epoch.close.seq;
    const stay = fall ? [] : voided.filter((one) => ofEpoch(one) && isTombstone(one.entry));
    return [...standing.filter(ofEpoch), ...stay];
  });
}

const tombstones = new Set(["withdraw", "recall", "erase"]);

function isTombstone(entry: Entry | undefined): boolean {
  return tombstones.has(entry?.op ?? "");
}
