import { setTimeout as sleep } from "node:timers/promises";
import { createLogger, type Logger } from "@concord/runtime";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { quiet, startServer } from "../../test/start-server.ts";
import { type Database, openDatabase } from "../database.ts";
import type { EmbeddedServer } from "../embedded/server.ts";
import { migrate } from "../migrate.ts";
import { createJobs, type Jobs } from "./jobs.ts";
import { defineQueue } from "./queue.ts";

const letters = defineQueue<{ text: string; sent?: { at: number } }>("letters", {
  retryLimit: 3,
  retryDelay: 1,
});
const nightly = defineQueue<object>("nightly");

let server: EmbeddedServer;
let database: Database;
const opened: Jobs[] = [];

beforeAll(async () => {
  server = await startServer();
  await server.ensureDatabase("jobs");
  await migrate(server.url("jobs", "owner"), [], { appRole: "concord_app" });
  database = openDatabase(server.url("jobs", "app"));
});

beforeEach(async () => {
  await database.db.execute(sql`delete from pgboss.job`);
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((jobs) => jobs.stop()));
});

afterAll(async () => {
  await database.close();
  await server.stop();
});

/** What a busy machine takes at most. */
const patienceMs = 20_000;
/** Looks so seldom, unless told, that what runs in time was woken and not found. */
const seldom = 600;

async function open(options: { log?: Logger; pollSeconds?: number } = {}): Promise<Jobs> {
  const url = server.url("jobs", "app");
  const given = { log: quiet, pollSeconds: seldom, ...options };
  const jobs = await createJobs({ url, queues: [letters, nightly], ...given });
  opened.push(jobs);
  return jobs;
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const start = performance.now();
  while (!(await condition())) {
    if (performance.now() - start > patienceMs) throw new Error(`not within ${patienceMs} ms`);
    await sleep(5);
  }
}

test("a job runs upon the commit, woken by it, and not before it", async () => {
  const jobs = await open();
  const ran: unknown[] = [];
  await jobs.work(letters, async (data) => {
    ran.push(data);
  });
  await jobs.start();
  await sleep(300);
  await database.transaction(async (tx) => {
    await jobs.enqueue(tx, letters, { text: 'Ñandú\'s "$1"', sent: { at: 1 } });
    await sleep(300);
    expect(ran).toEqual([]);
  });
  await until(() => ran.length === 1);
  expect(ran).toEqual([{ text: 'Ñandú\'s "$1"', sent: { at: 1 } }]);
});

test("a job whose transaction is rolled back never is", async () => {
  const jobs = await open();
  const failing = database.transaction(async (tx) => {
    await jobs.enqueue(tx, letters, { text: "no" });
    throw new Error("rolled back");
  });
  await expect(failing).rejects.toThrow("rolled back");
  expect(await database.db.execute(sql`select 1 from pgboss.job`)).toHaveLength(0);
});

test("a job of a process without workers is found by another one's look", async () => {
  const [sender, worker] = [await open(), await open({ pollSeconds: 1 })];
  const ran: string[] = [];
  await worker.work(letters, async ({ text }) => {
    ran.push(text);
  });
  await worker.start();
  await sleep(300);
  await database.transaction((tx) => sender.enqueue(tx, letters, { text: "from afar" }));
  await until(() => ran.length === 1);
});

test("a failing job is tried again, and its failure is logged without its data or message", async () => {
  const lines: string[] = [];
  const jobs = await open({
    log: createLogger({ destination: { write: (line) => lines.push(line) } }),
    pollSeconds: 1,
  });
  let attempts = 0;
  await jobs.work(letters, async ({ text }) => {
    attempts += 1;
    if (attempts === 1) throw new Error(`cannot deliver ${text}`);
  });
  await jobs.start();
  await database.transaction((tx) => jobs.enqueue(tx, letters, { text: "maria@example.org" }));
  await until(() => attempts === 2);
  const failure = lines.find((line) => line.includes("a job failed"));
  expect(JSON.parse(failure ?? "{}")).toMatchObject({
    queue: "letters",
    job: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(lines.join()).not.toContain("maria");
  const rows = await database.db.execute(sql`select output from pgboss.job where output is not null`);
  expect(JSON.stringify(rows)).not.toContain("maria");
});

test("while a job with a key waits, another one with it is not added; jobs without a key are", async () => {
  const jobs = await open();
  await database.transaction(async (tx) => {
    await jobs.enqueue(tx, letters, { text: "a" }, { singletonKey: "same" });
    await jobs.enqueue(tx, letters, { text: "b" }, { singletonKey: "same" });
    await jobs.enqueue(tx, letters, { text: "c" });
    await jobs.enqueue(tx, letters, { text: "d" });
  });
  const rows = await database.db.execute<{ text: string }>(
    sql`select data->>'text' as text from pgboss.job order by 1`,
  );
  expect(rows.map((row) => row.text)).toEqual(["a", "c", "d"]);
});

test("a job for later waits, and is then started on time", async () => {
  const jobs = await open();
  let ranAt = 0;
  await jobs.work(letters, async () => {
    ranAt = Date.now();
  });
  await jobs.start();
  const due = Date.now() + 1_500;
  await database.transaction((tx) =>
    jobs.enqueue(tx, letters, { text: "later" }, { startAfter: new Date(due) }),
  );
  await until(() => ranAt > 0);
  expect(ranAt).toBeGreaterThanOrEqual(due - 5);
});

test("a job that a killed worker had begun is given out again", async () => {
  const jobs = await open({ pollSeconds: 1 });
  await database.transaction((tx) => jobs.enqueue(tx, letters, { text: "begun" }));
  await database.db.execute(sql`update pgboss.job set state = 'active',
    started_on = now() - interval '1 minute', heartbeat_on = now() - interval '1 minute'`);
  // As on a restart: the last pass over the queues was some time ago.
  await database.db.execute(sql`update pgboss.queue set monitor_claim_on = null, monitor_on = null`);
  const ran: string[] = [];
  await jobs.work(letters, async ({ text }) => {
    ran.push(text);
  });
  await jobs.start();
  await until(() => ran.length === 1);
});

test("many jobs at once are worked off without waiting between batches", async () => {
  const jobs = await open();
  let ran = 0;
  await jobs.work(letters, async () => {
    ran += 1;
  });
  await jobs.start();
  await database.transaction(async (tx) => {
    for (let n = 0; n < 60; n++) await jobs.enqueue(tx, letters, { text: String(n) });
  });
  await until(() => ran === 60);
});

test("a schedule is kept once, and an impossible one is refused", async () => {
  const jobs = await open();
  await jobs.schedule(nightly, "0 3 * * *");
  await jobs.schedule(nightly, "0 3 * * *");
  expect(await database.db.execute(sql`select name, cron from pgboss.schedule`)).toEqual([
    { name: "nightly", cron: "0 3 * * *" },
  ]);
  await expect(jobs.schedule(nightly, "never")).rejects.toThrow();
});
