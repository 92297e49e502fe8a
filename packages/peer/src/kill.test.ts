import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "@concord/database";
import { generateSigningKey, readSigningKey } from "@concord/federation";
import { systemClock } from "@concord/runtime";
import { reducedCount, seededRandom, testDatabase } from "@concord/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { checkFeed, checkHeard } from "../test/kill/check-feeds.ts";
import type { KilledPlace } from "../test/kill/place.ts";
import { bundleMember, RunningMember } from "../test/kill/running-member.ts";
import { peerMigrations } from "./migrations.ts";
import { foundTrialNetwork } from "./trial-founding.ts";

vi.setConfig({ testTimeout: 1_800_000 });

const kills = reducedCount("kill -9 of both sides of a sync", 20, 200);
const seed = process.env.CONCORD_SEED ?? String(Date.now());
const random = seededRandom(seed);

type Side = "us-ms" | "us-al";
const sides: readonly Side[] = ["us-ms", "us-al"];
const places = new Map<Side, KilledPlace>();
const databases = new Map<Side, Awaited<ReturnType<typeof testDatabase>>>();
const running = new Map<Side, RunningMember>();
const acknowledged: { seq: number; sha256: string }[] = [];
let folder: string;

beforeAll(async () => {
  bundleMember();
  folder = await mkdtemp(join(tmpdir(), "concord-kill-"));
  const keys = new Map(sides.map((code) => [code, generateSigningKey()]));
  const urls = new Map<Side, string>();
  for (const code of sides) urls.set(code, `http://${code}.localhost:${await freePort()}`);
  const members = sides.map((code) => ({
    ...{ code, name: code, baseUrl: urls.get(code) ?? "", roles: ["tenant" as const] },
    key: readSigningKey(keys.get(code) ?? "").publicJwk,
  }));
  const bootstrap = await foundTrialNetwork(join(folder, "network"), members, systemClock);
  for (const code of sides) {
    const database = await testDatabase([peerMigrations]);
    const owner = connect(database.ownerUrl, { max: 1 });
    await owner`create table kill_heard (seq int not null)`;
    await owner`grant all on kill_heard to concord_app`;
    await owner.end();
    databases.set(code, database);
    places.set(code, {
      ...{ code, baseUrl: urls.get(code) ?? "", databaseUrl: database.appUrl, bootstrap },
      ...{ folder: join(folder, code), key: keys.get(code) ?? "" },
      ...(code === "us-al" ? { pulls: "us-ms" } : {}),
    });
  }
});
afterAll(async () => {
  for (const member of running.values()) await member.kill().catch(() => undefined);
  for (const database of databases.values()) await database.close();
  await rm(folder, { recursive: true, force: true });
});

test("killed at any moment of a sync, both sides come back with no gap, no double and no half-applied page", async () => {
  console.log(`CONCORD_SEED=${seed}, ${kills} kills`);
  await start(sides);
  let [inFlight, halfWay] = [0, 0];
  for (let kill = 1; kill <= kills; kill += 1) {
    const [ms, al] = [running.get("us-ms"), running.get("us-al")];
    await expect
      .poll(() => al?.pulling && (ms?.published ?? 0) > 0, { timeout: 60_000, interval: 1 })
      .toBe(true);
    await sleep(random() * 120);
    const victims = pick();
    const pulling = al?.pulling === true;
    const told = acknowledged.length;
    await Promise.all(victims.map((code) => running.get(code)?.kill()));
    const { appended, verified } = await checkBoth();
    // A pull that had something to bring, which was not in effect yet.
    if (pulling && verified < told) inFlight += 1;
    if (appended > verified) halfWay += 1;
    await start(victims);
  }
  console.log(
    `${acknowledged.length} publications; a pull was in flight at ${inFlight} of ${kills}, between page and commit at ${halfWay}`,
  );
  expect(inFlight * 2).toBeGreaterThanOrEqual(kills);
  expect(acknowledged.length).toBeGreaterThan(kills);
  await running.get("us-ms")?.kill();
  running.delete("us-ms");
  // Its feed stands still now, and Mississippi comes back only to serve it.
  await start(["us-ms"], { pulls: "us-al" });
  const whole = async () => {
    const { entries: mine } = await checkFeed(sqlOf("us-ms"));
    const { entries: theirs, feed } = await checkFeed(sqlOf("us-al"));
    const delivered = theirs.filter((entry) => entry.delivered).length;
    return [feed.verified, delivered].every((count) => count === mine.length);
  };
  await expect.poll(whole, { timeout: 60_000, interval: 200 }).toBe(true);
  await checkBoth();
});

/** One side, the other, or both at once. */
function pick(): readonly Side[] {
  const third = random() * 3;
  return third < 1 ? ["us-ms"] : third < 2 ? ["us-al"] : sides;
}

async function start(codes: readonly Side[], change: Partial<KilledPlace> = {}): Promise<void> {
  const started = codes.map((code) => {
    const place = places.get(code);
    if (!place) throw new Error(`no place for ${code}`);
    const member = new RunningMember({ ...place, ...change }, (entry) => acknowledged.push(entry));
    running.set(code, member);
    return member.untilReady();
  });
  await Promise.all(started);
}

/** Both databases as they are committed: the mirror is a beginning of the feed, which has all that was acknowledged. */
async function checkBoth(): Promise<{ appended: number; verified: number }> {
  const { feed, entries: theirs } = await checkFeed(sqlOf("us-al"));
  await checkHeard(sqlOf("us-al"));
  const told = [...acknowledged];
  const { entries: mine, feed: own } = await checkFeed(sqlOf("us-ms"));
  expect(own.verified).toBe(mine.length);
  const signed = mine.map((entry) => entry.signed);
  expect(theirs.map((entry) => entry.signed)).toEqual(signed.slice(0, theirs.length));
  for (const { seq, sha256 } of told) expect(mine[seq - 1]?.sha256, `entry ${seq}`).toBe(sha256);
  const mark = JSON.parse(await readFile(join(folder, "us-ms", "feed-high-water.json"), "utf8"));
  // Nothing that another has seen is beyond the mark.
  expect(mark.seq).toBeGreaterThanOrEqual(theirs.length);
  return feed;
}

function sqlOf(code: Side) {
  const database = databases.get(code)?.database;
  if (!database) throw new Error(`no database for ${code}`);
  return database.sql;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === "string") throw new Error("no port");
  return address.port;
}
