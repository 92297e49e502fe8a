import type { PeerStatus } from "@concord/peer";
import { isLate } from "./model.ts";

/** How a peer stands, for a page: the first that is true of it. */
export type PeerState =
  | "suspended"
  | "left"
  | "quarantined"
  | "never"
  | "unreachable"
  | "stale"
  | "behind"
  | "current";

/** What needs somebody stands first. */
const byUrgency: readonly PeerState[] = [
  "quarantined",
  "unreachable",
  "stale",
  "never",
  "behind",
  "current",
  "suspended",
  "left",
];

export function mostUrgentFirst(peers: readonly PeerStatus[]): readonly PeerStatus[] {
  return peers.toSorted((one, other) => rank(one) - rank(other));
}

/** Of those that stand alike, who was never heard comes last: nothing of it is here. */
function rank(peer: PeerStatus): number {
  return 2 * byUrgency.indexOf(peerState(peer)) + Number(!peer.lastHeardAt);
}

export function peerState(peer: PeerStatus): PeerState {
  if (peer.memberStatus !== "active") return peer.memberStatus;
  if (peer.quarantine) return "quarantined";
  if (!peer.lastHeardAt) return peer.lastReason ? "unreachable" : "never";
  if (peer.lastReason === "unreachable") return "unreachable";
  if (peer.stale) return "stale";
  return peer.lagEntries > 0 || peer.missingBlobs > 0 ? "behind" : "current";
}

/** It answered once, and has not for more than a day: somebody should telephone. */
export function isSilent(peer: PeerStatus, now: Date): boolean {
  const { lastHeardAt } = peer;
  return peerState(peer) === "unreachable" && lastHeardAt !== undefined && isLate(lastHeardAt, now);
}
