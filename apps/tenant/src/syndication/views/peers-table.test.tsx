import type { PeerStatus } from "@concord/peer";
import { writeMoment } from "@concord/runtime";
import type { Site } from "@concord/ui";
import { expect, test } from "vitest";
import { PeersTable } from "./peers-table.tsx";

const peer: PeerStatus = {
  ...{ code: "us-xx", name: "XX", baseUrl: "http://xx.localhost", memberStatus: "active" },
  ...{ verifiedThrough: 3, size: 5, lagEntries: 2, stale: false, missingBlobs: 1, lagMinutes: 3_000 },
  lastHeardAt: new Date("2026-11-02T15:00:00Z"),
};

const neighbor: PeerStatus = { ...peer, code: "us-yy", name: "Next door" };

/** What a person reads of the table. */
async function read(locale: "en" | "es", more: Partial<PeerStatus>, isSilent = false): Promise<string> {
  const place = { locale, timeZone: "America/Chicago" };
  const site = { ...place, languages: [{ code: "en" }, { code: "es" }] } as unknown as Site;
  const moment = (date: Date) => writeMoment(date, place);
  const times = { day: moment, moment };
  const one = { ...peer, ...more };
  const silent = isSilent ? [one] : [];
  const table = <PeersTable site={site} peers={[one, neighbor]} silent={silent} times={times} />;
  const html = String(await table);
  return html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
}

test("what is still to come is said in changes and files, and how old its signature is", async () => {
  const text = await read("en", {});
  expect(text).toContain("2 changes and 1 file");
  expect(text).toContain("It last signed 2 days ago");
  expect(await read("es", {})).toContain("2 cambios y 1 archivo");
});

test("a clock that is wrong is said in minutes or hours, in either direction", async () => {
  expect(await read("en", { clockAhead: 86_400 })).toContain("Its clock is 24 hours ahead of yours");
  expect(await read("es", { clockAhead: -420 })).toContain("Su reloj va 7 minutos atrasado");
});

test("since when it does not answer is said beside it, and only what happened is counted", async () => {
  const lastSummary = {
    ...{ code: "us-xx", at: new Date("2026-11-02T15:00:00Z"), outcome: "synced" as const, source: "us-yy" },
    ...{ published: 2, revised: 0, withdrawn: 0, recalled: 1, erased: 0, ignored: 0 },
    ...{ refused: [], blobsFetched: 0, blobsMissing: 1 },
  };
  const text = await read("en", { lastReason: "unreachable", lastSummary });
  expect(text).toContain("Does not answer since Nov 2, 2026, 9:00 AM CST");
  expect(text).toContain("2 new and 1 recalled (through Next door)");
});

test("after a day it says to telephone, and where its website is", async () => {
  const away = { lastReason: "unreachable" } as const;
  expect(await read("en", away)).toContain("If this lasts over a day, telephone its office");
  const silent = await read("en", away, true);
  expect(silent).toContain("It has been silent for over a day: telephone its office");
  expect(silent).toContain("Website of XX");
});
