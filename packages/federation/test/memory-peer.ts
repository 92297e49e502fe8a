import {
  applyEntry,
  type ChainRow,
  type Cut,
  decodeCheckpoint,
  entriesInEffect,
  type FeedPosition,
  type FeedStore,
  genesis,
  type ItemState,
  type RegistryMember,
  type Source,
  type StoredEntry,
  type SyncPorts,
  type Trust,
} from "../src/index.ts";

type Row = ChainRow & { readonly place: StoredEntry };

const nothing = { published: 0, revised: 0, withdrawn: 0, recalled: 0, erased: 0, ignored: 0 };

/** A member's copy of one feed, kept in memory; its items are computed from what is in effect. */
export function memoryStore(member: RegistryMember | undefined) {
  let [standing, voided]: [Row[], Row[]] = [[], []];
  let [verifiedThrough, checkpoint, quarantined] = [0, "", false];
  const held = {
    member,
    position,
    statuses,
    texts,
    voided: () => voided.map((row) => row.text),
    store: {} as FeedStore,
  };

  function position(): FeedPosition {
    return {
      ...{ verifiedThrough, appendedThrough: standing.length, quarantined },
      head: standing.at(-1)?.sha256 ?? genesis,
      ...(checkpoint ? { checkpoint: decodeCheckpoint(checkpoint) } : {}),
    };
  }

  function texts() {
    return standing.map((row) => row.text);
  }

  function statuses() {
    const states = new Map<string, ItemState>();
    const places = (rows: readonly Row[]) => rows.map((row) => row.place);
    const effective = held.member
      ? entriesInEffect(held.member, places(standing.slice(0, verifiedThrough)), places(voided))
      : [];
    for (const { entry } of effective) {
      const result = entry && applyEntry(states.get(entry.item), entry);
      if (entry && result?.effect) states.set(entry.item, result.state);
    }
    return Object.fromEntries([...states].map(([item, { status }]) => [item.split(".")[1], status]));
  }

  held.store = {
    position: async () => position(),
    entryAt: async (seq) => standing[seq - 1],
    append: async (rows) => void standing.push(...rows.map(placed)),
    commit: async (seen) => {
      const counts = { ...nothing, published: seen.size - verifiedThrough };
      [verifiedThrough, checkpoint] = [seen.size, seen.text ?? ""];
      return counts;
    },
    quarantine: async () => {
      quarantined = true;
    },
    cutBack: async ({ through }: Cut) => {
      voided = [...voided, ...standing.slice(through)];
      standing = standing.slice(0, through);
      [verifiedThrough, checkpoint, quarantined] = [Math.min(verifiedThrough, through), "", false];
    },
  };
  return held;
}

function placed(row: ChainRow): Row {
  const { epoch, seq } = "entry" in row ? row.entry : row.skipped;
  const entry = "entry" in row ? { entry: row.entry } : {};
  return { ...row, place: { epoch, seq, sha256: row.sha256, ...entry } };
}

interface Served {
  readonly entries: readonly string[];
  readonly checkpoint: string;
  readonly registry: string;
}

export function sourceOf(code: string, { entries, checkpoint, registry }: Served, pageSize = 500): Source {
  return {
    code,
    root: async () => ({ ok: true, value: undefined }),
    registry: async () => ({ ok: true, value: registry }),
    checkpoint: async () => ({ ok: true, value: checkpoint }),
    entries: async (_, { after, limit }) => ({
      ok: true,
      value: { entries: entries.slice(after, after + Math.min(limit, pageSize)), bodies: {} },
    }),
  };
}

export function portsOf(
  store: FeedStore,
  sources: readonly Source[],
  given: { readonly trust: Trust; readonly now: Date },
  receipts: number[] = [],
): SyncPorts {
  return {
    ...{ sources, store, trust: () => given.trust, keepTrust: async () => {}, now: () => given.now },
    sendReceipt: async (checkpoint) => void receipts.push(checkpoint.size),
  };
}
