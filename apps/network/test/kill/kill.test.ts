import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { localSite, reducedCount, seededRandom, Visitor } from "@concord/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createToken } from "../create-token.ts";
import { isAlive, type Program, serverOf, until } from "../tenant-program.ts";
import { appointFirstOfficer, officer, trialPlace } from "../trial-place.ts";
import { checkBooks, openBooks } from "./check-books.ts";
import { ApiClient, type Client, type ClientParts, countingWire, PageClient } from "./client.ts";

vi.setConfig({ testTimeout: 1_800_000, hookTimeout: 240_000 });

const kills = reducedCount("kill -9 of a tenant while businesses join", 8, 20);
const seed = process.env.CONCORD_SEED ?? String(Date.now());
const random = seededRandom(seed);
const wire = countingWire(localSite);

let place: Awaited<ReturnType<typeof trialPlace>>;
let program: Program;
let clients: Client[];

beforeAll(async () => {
  place = await trialPlace("ms");
  await appointFirstOfficer(place.env);
  program = await place.start({ LOG_LEVEL: "error" }).untilReady();
  const { origin } = program;
  const office = async () => {
    const visitor = new Visitor(wire, origin);
    await visitor.signIn(officer.email);
    return visitor;
  };
  const token = await createToken(await office());
  let firms = 0;
  const newName = () => `Motel ${seed} ${(firms++).toString().padStart(4, "0")}`;
  const parts: Omit<ClientParts, "office"> = { wire, origin, token, newName };
  clients = [
    new PageClient({ ...parts, office: await office() }),
    new PageClient({ ...parts, office: await office() }),
    new ApiClient({ ...parts, office: await office() }),
  ];
});
afterAll(() => place?.remove());

test("killed at any moment, it comes back with all it had acknowledged, once", async () => {
  console.log(`CONCORD_SEED=${seed}, ${kills} kills`);
  let inFlight = 0;
  for (let kill = 1; kill <= kills; kill++) {
    const killed = await killAtWork();
    inFlight += killed.pending > 0 ? 1 : 0;
    // Every second restart does not wait until the database server has noticed.
    if (kill % 2 === 0) await until(() => !isAlive(killed.server.pid));
    program = await place.start({ LOG_LEVEL: "error" }).untilReady();
    await until(() => !isAlive(killed.server.pid) && !existsSync(killed.server.sockets));
    await check();
    for (const client of clients) await client.tryAgain();
    await check();
  }
  const told = clients.flatMap((client) => client.log);
  const approved = told.filter((one) => one.approved).length;
  console.log(
    `${told.length} firms, ${approved} approved; a request was in flight at ${inFlight} of ${kills}`,
  );
  expect(approved).toBeGreaterThan(kills);
  expect(inFlight * 2).toBeGreaterThanOrEqual(kills);
});

test("afterwards the chain holds, every letter goes out, and every code is confirmed", async () => {
  const office = new Visitor(localSite, program.origin);
  await office.signIn(officer.email);
  await office.open("/office/audit?check=chain");
  expect(office.seen.html).toContain("usa-alert--success");
  const books = openBooks(place.folder, "ms");
  await until(async () => (await books`select 1 from mails where sent_at is null`).length === 0);
  await books.end();
  const visitor = new Visitor(localSite, program.origin);
  const known = clients.flatMap((client) => client.log.filter((one) => one.verificationCode)).slice(-40);
  for (const { firm, verificationCode } of known) {
    await visitor.open(`/verify/${verificationCode}`);
    expect(visitor.text).toContain(firm.legalName);
  }
  const { pid, sockets } = serverOf(place.folder);
  await program.stop();
  await until(() => !isAlive(pid) && !existsSync(sockets));
});

/** Lets the clients work for a random number of answers, and then kills the program in the middle of it. */
async function killAtWork() {
  const enough = wire.answered + 20 + Math.floor(random() * 90);
  const working = Promise.all(clients.map((client) => client.run()));
  await until(() => wire.answered >= enough);
  await sleep(random() * 40);
  const server = serverOf(place.folder);
  const { pending } = wire;
  await program.kill();
  for (const error of await working) expect(String(error)).toMatch(/ECONNRE|socket hang up|EPIPE|aborted/);
  return { pending, server };
}

async function check(): Promise<void> {
  const books = openBooks(place.folder, "ms");
  try {
    await checkBooks(
      books,
      place.folder,
      clients.flatMap((client) => client.log),
    );
  } finally {
    await books.end();
  }
}
