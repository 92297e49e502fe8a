import type { PeerStatus } from "@concord/peer";

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

export function peerState(peer: PeerStatus): PeerState {
  if (peer.memberStatus !== "active") return peer.memberStatus;
  if (peer.quarantine) return "quarantined";
  if (!peer.lastHeardAt) return peer.lastReason ? "unreachable" : "never";
  if (peer.lastReason === "unreachable") return "unreachable";
  if (peer.stale) return "stale";
  return peer.lagEntries > 0 || peer.missingBlobs > 0 ? "behind" : "current";
}
