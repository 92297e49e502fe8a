import type { PeerStatus } from "@concord/peer";
import { expect, test } from "vitest";
import { isSilent, mostUrgentFirst, peerState } from "./peer-state.ts";

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

test("who needs somebody stands first, and others keep their order", () => {
  const named = (code: string, more: Partial<PeerStatus> = {}) => ({ ...current, code, ...more });
  const quarantine = { reason: "split-view", since: at } as const;
  const peers = [
    named("us-al"),
    named("us-ga", { memberStatus: "left" }),
    named("us-ky", { lastReason: "unreachable" }),
    named("us-tn", { lagEntries: 1 }),
    named("us-tx"),
    named("us-wv", { quarantine }),
  ];
  const order = ["us-wv", "us-ky", "us-tn", "us-al", "us-tx", "us-ga"];
  expect(mostUrgentFirst(peers).map(({ code }) => code)).toEqual(order);
});

test("who answered once and has not for more than a day is silent", () => {
  const away = { ...current, lastReason: "unreachable" } as const;
  const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000);
  expect(isSilent(away, later(23))).toBe(false);
  expect(isSilent(away, later(25))).toBe(true);
  expect(isSilent(current, later(25))).toBe(false);
  expect(isSilent({ ...unheard, lastReason: "unreachable" }, later(25))).toBe(false);
});
