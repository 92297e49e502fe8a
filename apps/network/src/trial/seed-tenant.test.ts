import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedServer } from "@concord/database";
import { createLogger } from "@concord/runtime";
import { bootTenant, loadProfile, readFill, readTenantConfig } from "@concord/tenant";
import { testClock } from "@concord/testing";
import { ensureUiAssets } from "@concord/ui";
import { afterAll, beforeAll, expect, test } from "vitest";
import { planMembers } from "./plan-members.ts";
import { seedPeople, seedTenant } from "./seed-tenant.ts";
import { readSharing } from "./sharing.ts";

/** The smallest of the trial's states. */
const code = "wv";
const counted = [
  "members",
  "membership_applications",
  "trainings",
  "live_sessions",
  "session_registrations",
  "enrollments",
  "toolkit_adoptions",
  "toolkit_policies",
  "board_approvals",
  "licenses",
  "figure_releases",
  "mails",
  "audit_entries",
] as const;

const folder = await mkdtemp(join(tmpdir(), "concord-seed-"));
const log = createLogger({ level: "silent" });
const firstDay = "2026-11-02";
const clock = testClock(`${firstDay}T15:00:00Z`);
let server: Awaited<ReturnType<typeof startEmbeddedServer>>;
let booted: Awaited<ReturnType<typeof bootTenant>>;

beforeAll(async () => {
  server = await startEmbeddedServer({ folder: join(folder, "postgres"), log, durable: false });
  const settings = readTenantConfig({
    PROFILE: code,
    ORIGIN: `http://${code}.localhost:4600`,
    DATA_DIR: folder,
    TRIAL: "true",
  });
  booted = await bootTenant(settings, { clock, log, assets: await ensureUiAssets(), server });
});
afterAll(async () => {
  await booted?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

class Killed extends Error {}

/** Seeds until so many reports were heard; the rest is as if the process had been killed. */
async function seed(reports = Number.POSITIVE_INFINITY): Promise<void> {
  let heard = 0;
  const context = booted.instance.systemContext("trial");
  await seedPeople(context);
  const cut = seedTenant(context, () => {
    heard += 1;
    if (heard > reports) throw new Killed();
  });
  if (reports === Number.POSITIVE_INFINITY) await cut;
  else await expect(cut).rejects.toBeInstanceOf(Killed);
}

async function counts(): Promise<Record<string, number>> {
  const { sql } = booted.instance.tenant.database;
  const rows = await Promise.all(
    counted.map((table) => sql.unsafe<{ n: number }[]>(`select count(*)::int as n from ${table}`)),
  );
  return Object.fromEntries(counted.map((table, at) => [table, rows[at]?.[0]?.n ?? 0]));
}

test("a seed that is killed and resumed on other days ends up whole, and a later start adds nothing", async () => {
  for (const reports of [3, 7, 4, 9]) {
    await seed(reports);
    clock.advance(86_400_000 * 9);
  }
  await seed();
  const whole = await counts();
  expect(whole).toMatchObject({ membership_applications: expect.any(Number), trainings: 1 });
  for (const table of counted) expect(whole[table], table).toBeGreaterThan(0);
  expect(whole.members).toBeGreaterThan(130);
  expect(whole.figure_releases).toBe(23);
  clock.advance(86_400_000 * 3);
  await seed();
  expect(await counts()).toEqual(whole);
}, 240_000);

test("a run that went on another day went on with the first day's plan", async () => {
  const { sql } = booted.instance.tenant.database;
  const planned = planMembers(loadProfile(code), readSharing().of(code).applications, "2024-11-02", firstDay);
  const applied = await sql.unsafe<{ name: string }[]>(
    "select form->>'legalName' as name from membership_applications where kind = 'new'",
  );
  expect(applied.map(({ name }) => name).sort()).toEqual(planned.map(({ form }) => form.legalName).sort());
  const done = await readFill(booted.instance.systemContext("trial"), {});
  const whole = await counts();
  expect(whole.live_sessions).toBe(done.get("sessions"));
  expect(whole.toolkit_adoptions).toBe(done.get("adoptions"));
  expect(whole.licenses).toBe(done.get("licensees"));
});

test("whom the lobby signs in with a license has a training finished, with its certificate and credit", async () => {
  const { sql } = booted.instance.tenant.database;
  const found = await sql.unsafe(
    `select l.number, k.license_number, k.contact_hours, c.status, e.completed_at
       from people p join licenses l on l.person_id = p.id join credits k on k.person_id = p.id
       join certificates c on c.id = k.certificate_id join enrollments e on e.person_id = p.id
      where p.email = 'nurse@${code}.example'`,
  );
  expect(found).toMatchObject([{ status: "valid", completed_at: expect.any(String) }]);
  expect(found[0]?.license_number).toBe(found[0]?.number);
});

test("nothing of it waits to be sent, and nobody applied twice", async () => {
  const { sql } = booted.instance.tenant.database;
  expect(await sql.unsafe("select id from mails where sent_at is null limit 1")).toEqual([]);
  const twice = await sql.unsafe(
    "select form->>'legalName' as name from membership_applications where kind = 'new' group by 1 having count(*) > 1",
  );
  expect(twice).toEqual([]);
});
