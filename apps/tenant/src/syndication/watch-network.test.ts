import type { PeerStatus } from "@concord/peer";
import { expect, test } from "vitest";
import { endOf, type ToldAlert } from "./end-alert.ts";
import { type AlertKind, type Watched, watchNetwork } from "./watch-network.ts";

const now = new Date("2026-11-30T12:00:00Z");
const hours = (count: number) => new Date(now.getTime() - count * 3_600_000);

const peer = (code: string, more: Partial<PeerStatus> = {}): PeerStatus => ({
  ...{ code, name: code.toUpperCase(), baseUrl: `https://${code}.example`, memberStatus: "active" },
  ...{ verifiedThrough: 3, size: 3, lagEntries: 0, stale: false, missingBlobs: 0 },
  ...{ lastHeardAt: hours(0.1), lastAttemptAt: hours(0.1) },
  ...more,
});

const well: Watched = {
  ...{ now, listedAt: hours(900), unapplied: [], delayed: [], adopted: [], expiries: [] },
  peers: [peer("us-aa"), peer("us-bb"), peer("us-cc")],
  own: { epoch: 1, size: 4, head: "0".repeat(64) },
};

const keysOf = (more: Partial<Watched>) => watchNetwork({ ...well, ...more }).map(({ key }) => key);

const owed = {
  ...{ code: "us-aa", name: "AA", item: "us-ms.one", kind: "training", op: "recall" as const },
  ...{ revision: 1, seq: 4, since: hours(25), holds: true },
};
const silentFor = (count: number) =>
  ({ lastHeardAt: hours(count), lastAttemptAt: hours(0.2), lastReason: "unreachable" }) as const;

test("where all is well nothing is said", () => {
  expect(keysOf({})).toEqual([]);
});

test("what must not wait is said of whoever had it and has not confirmed it for a day", () => {
  expect(keysOf({ unapplied: [owed] })).toEqual(["owed:us-aa:us-ms.one:4"]);
  expect(keysOf({ unapplied: [{ ...owed, since: hours(23) }] })).toEqual([]);
  expect(keysOf({ unapplied: [{ ...owed, holds: false }] })).toEqual([]);
});

test("of whoever is suspended or left nothing is said", () => {
  const quarantine = { reason: "rollback", since: hours(1) } as const;
  for (const memberStatus of ["suspended", "left"] as const) {
    const peers = [peer("us-aa", { memberStatus, quarantine, ...silentFor(80) }), peer("us-bb")];
    expect(keysOf({ peers, unapplied: [owed] })).toEqual([]);
  }
});

test("a member is silent when it was asked for more than a day and did not answer", () => {
  const among = (more: Partial<PeerStatus>) => keysOf({ peers: [peer("us-aa", more), peer("us-bb")] });
  expect(among(silentFor(25))).toEqual(["silent:us-aa"]);
  expect(among(silentFor(23))).toEqual([]);
  // Our own server was off: nobody was asked.
  expect(among({ lastHeardAt: hours(80), lastAttemptAt: hours(80) })).toEqual([]);
  const { lastHeardAt: _, ...never } = peer("us-aa", silentFor(1));
  expect(keysOf({ peers: [never, peer("us-bb")] })).toEqual(["silent:us-aa"]);
  expect(keysOf({ peers: [never, peer("us-bb")], listedAt: hours(2) })).toEqual([]);
  // Whoever is set aside is not asked.
  const quarantine = { reason: "rollback", since: hours(50) } as const;
  expect(among({ ...silentFor(40), quarantine })).toEqual(["quarantined:us-aa"]);
});

test("when nobody answers it is said first that it may be us", () => {
  const peers = well.peers.map((one) => ({ ...one, ...silentFor(30) }));
  expect(keysOf({ peers })).toEqual(["cut-off", "silent:us-aa", "silent:us-bb", "silent:us-cc"]);
  expect(keysOf({ peers: peers.slice(0, 1) })).toEqual(["silent:us-aa"]);
});

test("our clock is wrong where most who answer say so", () => {
  const off = (...seconds: (number | undefined)[]) =>
    watchNetwork({
      ...well,
      peers: seconds.map((clockAhead, at) =>
        peer(`us-a${at}`, clockAhead === undefined ? {} : { clockAhead, lastReason: "stale-request" }),
      ),
    });
  expect(off(900, 910, undefined)).toMatchObject([{ key: "clock", ahead: 910 }]);
  expect(off(900, undefined, undefined)).toEqual([]);
  expect(off(900, undefined)).toEqual([]);
  expect(off(-900)).toMatchObject([{ ahead: -900 }]);
  expect(off(300, 300, 300)).toEqual([]);
});

test("an expiry is said at 30, 14 and 7 days and when it has passed, the registry's and the root's apart", () => {
  const stages = (days: number) =>
    watchNetwork({ ...well, expiries: [{ what: "registry", version: 3, at: now, days }] }).map(
      ({ stage }) => stage,
    );
  expect([40, 30, 29, 14, 13, 7, 6, 0, -1].map(stages)).toEqual([
    ...[[], [], ["30"], ["30"], ["14"], ["14"], ["7"], ["7"], ["0"]],
  ]);
});

test("what comes late by an hour is delayed, and the most serious comes first", () => {
  const delayed = [
    { feed: "us-aa", item: "us-aa.one", op: "erase", why: "files", since: hours(2) },
    { feed: "us-aa", item: "us-aa.two", op: "recall", why: "held", since: hours(0.5) },
  ] as const;
  const halted = { since: hours(3), source: "file", epoch: 1, seq: 9, head: "0".repeat(64) };
  const found = keysOf({ delayed, own: { ...well.own, halted }, unapplied: [owed] });
  expect(found).toEqual(["halted", "delayed:us-aa.one:erase:files", "owed:us-aa:us-ms.one:4"]);
});

test("what ended is said to be over only where somebody can tell", () => {
  const told = (kind: AlertKind, more: Partial<ToldAlert> = {}): ToldAlert => ({
    ...{ key: kind, kind, stage: null, member: "us-aa", item: null },
    ...more,
  });
  const silent = well.peers.map((one) => ({ ...one, ...silentFor(30) }));
  const others = well.peers.slice(1);
  expect(endOf(told("silent"), well)).toBe("over");
  expect(endOf(told("silent"), { ...well, peers: silent })).toBe("unsure");
  expect(endOf(told("silent"), { ...well, peers: others })).toBe("gone");
  expect(endOf(told("cut-off", { member: null }), { ...well, peers: silent })).toBe("unsure");
  expect(endOf(told("clock", { member: null }), { ...well, peers: silent })).toBe("unsure");
  expect(endOf(told("clock", { member: null }), well)).toBe("over");
  expect(endOf(told("quarantined"), well)).toBe("over");
  expect(endOf(told("quarantined"), { ...well, peers: others })).toBe("gone");
  const confirmed = [peer("us-aa", { appliedOurs: { through: 4, at: now } })];
  expect(endOf(told("owed", { stage: "4" }), { ...well, peers: confirmed })).toBe("over");
  const stillOwed = [{ ...owed, code: "us-bb" }];
  const open = { ...well, peers: [...confirmed, peer("us-bb")], unapplied: stillOwed };
  expect(endOf(told("owed", { stage: "4", item: "us-ms.one" }), open)).toBe("gone");
  expect(endOf(told("owed", { stage: "5" }), { ...well, peers: confirmed })).toBe("gone");
});
