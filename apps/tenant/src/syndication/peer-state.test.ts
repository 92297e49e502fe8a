import type { PeerStatus } from "@concord/peer";
import { expect, test } from "vitest";
import { peerState } from "./peer-state.ts";

const current: PeerStatus = {
  ...{ code: "us-xx", name: "XX", baseUrl: "http://xx.localhost", memberStatus: "active" },
  ...{ verifiedThrough: 3, size: 3, lagEntries: 0, stale: false, missingBlobs: 0 },
  lastHeardAt: new Date("2026-11-02T15:00:00Z"),
};
const { lastHeardAt: _, ...unheard } = current;
const at = new Date("2026-11-02T15:00:00Z");

test.each<[string, PeerStatus]>([
  ["current", current],
  ["behind", { ...current, lagEntries: 2 }],
  ["behind", { ...current, missingBlobs: 1 }],
  ["stale", { ...current, stale: true, lagEntries: 2 }],
  ["unreachable", { ...current, lastReason: "unreachable", stale: true }],
  ["never", unheard],
  ["unreachable", { ...unheard, lastReason: "unreachable" }],
  ["quarantined", { ...current, quarantine: { reason: "split-view", since: at } }],
  ["suspended", { ...current, memberStatus: "suspended", quarantine: { reason: "split-view", since: at } }],
])("the page says first what matters most: %s", (state, peer) => {
  expect(peerState(peer)).toBe(state);
});
