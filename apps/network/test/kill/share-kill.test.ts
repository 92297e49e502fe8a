import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { loadKeys } from "@concord/tenant";
import { localSite, reducedCount, seededRandom, Visitor } from "@concord/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createToken } from "../create-token.ts";
import { foundAmong } from "../found-among.ts";
import { processesNaming } from "../processes.ts";
import { type Program, until } from "../tenant-program.ts";
import { appointFirstOfficer, officer, type TrialPlace, trialPlace } from "../trial-place.ts";
import { openBooks } from "./check-books.ts";
import { checkBlobs, checkGiven, checkTaken, readFeed } from "./check-sharing.ts";
import { countingWire, type Wire } from "./client.ts";
import { Giver } from "./giver.ts";
import { Taker } from "./taker.ts";

vi.setConfig({ testTimeout: 1_800_000, hookTimeout: 240_000 });

const kills = reducedCount("kill -9 of a tenant while trainings are shared", 6, 20);
const seed = process.env.CONCORD_SEED ?? String(Date.now());
const random = seededRandom(seed);

interface Side {
  readonly place: TrialPlace;
  readonly wire: Wire;
  program: Program;
}

let network: string;
let giving: Side;
let taking: Side;
let giver: Giver;
let taker: Taker;

beforeAll(async () => {
  const [one, other] = await Promise.all([trialPlace("ms"), trialPlace("al")]);
  network = await foundAmong([one, other]);
  for (const { env } of [one, other]) await appointFirstOfficer({ ...env, NETWORK_DIR: network });
  [giving, taking] = await Promise.all([start(one), start(other)]);
  let titles = 0;
  const newTitle = () => `Pier ${seed} ${(titles++).toString().padStart(4, "0")}`;
  giver = new Giver({ ...(await partsOf(giving, ["network:publish"])), newTitle });
  taker = new Taker(await partsOf(taking, ["network:read", "network:adopt"]));
});
afterAll(async () => {
  await Promise.all([giving?.place.remove(), taking?.place.remove()]);
  if (network) await rm(network, { recursive: true, force: true });
});

test("killed at any moment, giver and taker come back with all they had acknowledged, once", async () => {
  console.log(`CONCORD_SEED=${seed}, ${kills} kills`);
  let inFlight = 0;
  let side = random() < 0.5 ? giving : taking;
  for (let kill = 1; kill <= kills; kill++) {
    inFlight += (await killAtWork(side)) > 0 ? 1 : 0;
    await until(async () => (await processesNaming(side.place.folder)).length === 0);
    side.program = await side.place.start(told()).untilReady();
    await check();
    await giver.tryAgain();
    await check();
    // The second is the other one; after that chance decides.
    if (kill === 1 || random() < 0.5) side = side === giving ? taking : giving;
  }
  const published = giver.log.reduce((sum, given) => sum + given.published, 0);
  console.log(
    `${published} publications, ${taker.log.size} items adopted; a request was in flight at ${inFlight} of ${kills}`,
  );
  expect(published).toBeGreaterThan(kills);
  expect(inFlight * 2).toBeGreaterThanOrEqual(kills);
});

test("afterwards the taker has the giver's whole feed and every picture, and adopts what is left", async () => {
  const [gave, took] = [openBooks(giving.place.folder, "ms"), openBooks(taking.place.folder, "al")];
  const wanted = giver.log.filter(({ published }) => published > 0);
  const standing = async () => {
    await taker.takeAll();
    const rows = await took`select status, count(*)::int as items from incoming_items group by status`;
    return Object.fromEntries(rows.map(({ status, items }) => [status, items]));
  };
  await expect.poll(standing, { timeout: 120_000, interval: 100 }).toEqual({ adopted: wanted.length });
  const [mine, mirrored] = await Promise.all([gave, took].map((sql) => feedIn(sql)));
  expect(mirrored).toEqual(mine);
  const states = ["ms", "al"].map((code) => (code === "ms" ? gave : took));
  const items = states.map((sql) => sql`select item, revision, status from peer.items order by item`);
  const [given, taken] = await Promise.all(items);
  expect([...(taken ?? [])]).toEqual([...(given ?? [])]);
  expect(await checkBlobs(took, taking.place.folder)).toBeGreaterThanOrEqual(wanted.length);
  await Promise.all([gave.end(), took.end()]);
  await check();
  for (const { program, place } of [giving, taking]) {
    await program.stop();
    await until(async () => (await processesNaming(place.folder)).length === 0);
  }
});

const told = () => ({ LOG_LEVEL: "error", NETWORK_DIR: network });

async function start(place: TrialPlace): Promise<Side> {
  return { place, wire: countingWire(localSite), program: await place.start(told()).untilReady() };
}

async function partsOf({ wire, program: { origin } }: Side, scopes: readonly string[]) {
  const office = new Visitor(wire, origin);
  await office.signIn(officer.email);
  return { wire, origin, office, token: await createToken(office, scopes), random };
}

/** Lets both work for a random number of answers, and kills one in the middle of it; the other goes on. */
async function killAtWork(side: Side): Promise<number> {
  const answered = () => giving.wire.answered + taking.wire.answered;
  const enough = answered() + 20 + Math.floor(random() * 80);
  const working = { giver: giver.run(), taker: taker.run() };
  await until(() => answered() >= enough);
  await sleep(random() * 40);
  const { pending } = side.wire;
  await side.program.kill();
  giver.stop();
  taker.stop();
  const ended = { giver: await working.giver, taker: await working.taker };
  const [hit, other] = side === giving ? [ended.giver, ended.taker] : [ended.taker, ended.giver];
  expect(String(hit)).toMatch(/ECONNRE|socket hang up|EPIPE|aborted/);
  expect(other, "the one that was not killed").toBeUndefined();
  return pending;
}

async function feedIn(sql: ReturnType<typeof openBooks>) {
  const { feed } = await loadKeys(join(giving.place.folder, "keys"));
  return readFeed(sql, "us-ms", feed.publicJwk);
}

/** Both books hold what was acknowledged, and the taker's feed is the beginning of the giver's. */
async function check(): Promise<void> {
  const [gave, took] = [openBooks(giving.place.folder, "ms"), openBooks(taking.place.folder, "al")];
  try {
    // The taker's first: the giver's only grows.
    const mirrored = await feedIn(took);
    const mine = await feedIn(gave);
    expect(mirrored).toEqual(mine.slice(0, mirrored.length));
    await checkGiven(gave, mine, giver.log);
    await checkTaken(took, taker.log);
    await Promise.all([checkBlobs(gave, giving.place.folder), checkBlobs(took, taking.place.folder)]);
  } finally {
    await Promise.all([gave.end(), took.end()]);
  }
}
