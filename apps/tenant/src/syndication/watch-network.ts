import type { Reason } from "@concord/federation";
import type { Delayed, OwnFeed, PeerStatus, Unapplied } from "@concord/peer";
import { type Expiry, type IncomingItem, isLate, takesTooLong, warnDays } from "./model.ts";

/** The network as this office sees it at one moment. */
export interface Watched {
  readonly now: Date;
  readonly peers: readonly PeerStatus[];
  readonly own: OwnFeed;
  /** When the list of members that we know was signed. */
  readonly listedAt: Date;
  readonly unapplied: readonly Unapplied[];
  readonly delayed: readonly Delayed[];
  readonly expiries: readonly Expiry[];
  /** What is in our catalogue, or was. */
  readonly adopted: readonly IncomingItem[];
}

/** What an alert can be about, the most serious first. */
export const alertKinds = [
  "halted",
  "quarantined",
  "delayed",
  "owed",
  "taken-back",
  "safety",
  "clock",
  "expiry",
  "cut-off",
  "silent",
] as const;
export type AlertKind = (typeof alertKinds)[number];

interface Facts {
  /** Since `since` we sign nothing: `source` knows an entry of ours that we do not hold. */
  readonly halted: { readonly since: Date; readonly source: string };
  readonly quarantined: { readonly member: string; readonly since: Date; readonly reason: Reason };
  readonly delayed: Pick<Delayed, "op" | "why" | "since"> & {
    readonly member: string;
    readonly item: string;
  };
  /** A member that had the item has not said that it applied what we signed `since`. */
  readonly owed: Pick<Unapplied, "op" | "since"> & { readonly member: string; readonly item: string };
  readonly "taken-back": {
    readonly member: string;
    readonly item: string;
    readonly op: "recall" | "erase";
    readonly reason: string | null;
  };
  readonly safety: { readonly member: string; readonly item: string };
  /** Seconds by which the others' clocks are ahead of ours. */
  readonly clock: { readonly ahead: number };
  readonly expiry: Pick<Expiry, "what" | "at" | "days">;
  readonly "cut-off": object;
  /** Without `since` it was never heard. */
  readonly silent: { readonly member: string; readonly since?: Date };
}

export type AlertOf<Kind extends AlertKind> = Facts[Kind] & {
  readonly kind: Kind;
  /** The same as long as it is the same occurrence. */
  readonly key: string;
  /** Said again when it changes. */
  readonly stage?: string;
};
export type Alert = { [Kind in AlertKind]: AlertOf<Kind> }[AlertKind];

/** Beyond it members refuse each other's requests. */
const clockLeewaySeconds = 300;

/** What an officer must know, the most serious first. Nothing about members who are suspended or left. */
export function watchNetwork(watched: Watched): Alert[] {
  const peers = watched.peers.filter(({ memberStatus }) => memberStatus === "active");
  const found: Alert[] = [
    ...haltedFeed(watched.own),
    ...quarantinedFeeds(peers),
    ...delayedHere(watched),
    ...owedByOthers(watched, peers),
    ...adoptedItems(watched.adopted),
    ...wrongClock(peers),
    ...watched.expiries.flatMap(endingSoon),
    ...silentMembers(peers, watched.listedAt),
  ];
  return found.toSorted((a, b) => alertKinds.indexOf(a.kind) - alertKinds.indexOf(b.kind));
}

function haltedFeed({ halted }: OwnFeed): Alert[] {
  if (!halted) return [];
  const { since, source } = halted;
  return [{ kind: "halted", key: "halted", since, source }];
}

function quarantinedFeeds(peers: readonly PeerStatus[]): Alert[] {
  return peers.flatMap(({ code: member, quarantine }): Alert[] =>
    quarantine ? [{ kind: "quarantined", key: `quarantined:${member}`, member, ...quarantine }] : [],
  );
}

function delayedHere({ delayed, now }: Watched): Alert[] {
  const late = delayed.filter(({ since }) => takesTooLong(since, now));
  return late.map(({ feed: member, item, op, why, since }) => ({
    ...{ kind: "delayed", key: `delayed:${item}:${op}:${why}`, member, item, op, why, since },
  }));
}

/** Who never had the item has nothing to hide or delete. */
function owedByOthers({ unapplied, now }: Watched, peers: readonly PeerStatus[]): Alert[] {
  const active = new Set(peers.map(({ code }) => code));
  return unapplied
    .filter(({ code, holds, since }) => holds && active.has(code) && isLate(since, now))
    .map(({ code: member, item, op, seq, since }) => ({
      ...{ kind: "owed", key: `owed:${member}:${item}:${seq}`, stage: String(seq), member, item, op, since },
    }));
}

function adoptedItems(adopted: readonly IncomingItem[]): Alert[] {
  return adopted.flatMap(({ item, feed: member, status, significance, reason }): Alert[] => {
    if (status === "recalled" || status === "erased") {
      const op = status === "erased" ? "erase" : "recall";
      return [{ kind: "taken-back", key: `taken-back:${item}`, stage: op, member, item, op, reason }];
    }
    const waits = status === "update-available" && significance === "safety";
    return waits ? [{ kind: "safety", key: `safety:${item}`, member, item }] : [];
  });
}

/** Where one of several refuses us for the time, it may be its own clock; where most do, it is ours. */
function wrongClock(peers: readonly PeerStatus[]): Alert[] {
  const answering = peers.filter(
    ({ lastHeardAt, lastReason }) => lastHeardAt && lastReason !== "unreachable",
  );
  const offsets = answering
    .flatMap(({ clockAhead }) => clockAhead ?? [])
    .filter((ahead) => Math.abs(ahead) > clockLeewaySeconds)
    .toSorted((a, b) => a - b);
  const ahead = offsets[Math.floor(offsets.length / 2)];
  if (ahead === undefined || offsets.length * 2 <= answering.length) return [];
  return [{ kind: "clock", key: "clock", ahead }];
}

function endingSoon({ what, at, days }: Expiry): Alert[] {
  const step = days < 0 ? 0 : warnDays.findLast((one) => days < one);
  return step === undefined
    ? []
    : [{ kind: "expiry", key: `expiry:${what}`, stage: String(step), what, at, days }];
}

/** We asked for a day and more, and it did not answer. Whoever is set aside is not asked. */
function silentMembers(all: readonly PeerStatus[], listedAt: Date): Alert[] {
  const peers = all.filter(({ quarantine }) => !quarantine);
  const silent = peers.flatMap(({ code: member, lastHeardAt: since, lastAttemptAt, lastReason }): Alert[] => {
    const asked = lastAttemptAt !== undefined && lastReason !== undefined;
    if (!asked || !isLate(since ?? listedAt, lastAttemptAt)) return [];
    return [{ kind: "silent", key: `silent:${member}`, member, ...(since ? { since } : {}) }];
  });
  const alone = silent.length > 1 && silent.length === peers.length;
  return alone ? [{ kind: "cut-off", key: "cut-off" }, ...silent] : silent;
}
