import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { ensurePerson } from "../identity/index.ts";
import { auditAtEnd } from "./append.ts";
import { listAudit } from "./list.ts";
import { activityHead, destroyKey } from "./store.ts";
import { verifyChain } from "./verify-chain.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;

beforeAll(async () => {
  tenant = await tenantHarness();
});
afterAll(() => tenant.close());

const add = (email: string) => ensurePerson(tenant.context(), { email, name: "Quinn Audited", locale: "en" });

test("writers at once make one chain without a gap", async () => {
  await Promise.all(Array.from({ length: 12 }, (_, at) => add(`person-${at}@example.com`)));
  const verdict = await verifyChain(tenant.tenant.database.db);
  expect(verdict).toMatchObject({ verified: true });
  expect(verdict.verified && verdict.entries).toBeGreaterThanOrEqual(12);
});

test("personal values are unreadable in the table and readable for an officer", async () => {
  const person = await add("secret@example.com");
  const rows = await tenant.tenant.database.db.execute(
    sql`select encode(sealed, 'escape') as text from audit_entries`,
  );
  expect(JSON.stringify(rows)).not.toContain("secret@example.com");
  const [line] = await listAudit(tenant.context(), { subject: { kind: "person", id: person.id } });
  expect(line?.values?.after).toMatchObject({ email: "secret@example.com" });
});

test("what is forgotten is forgotten, and the chain still verifies", async () => {
  const person = await add("forget@example.com");
  await tenant.tenant.database.transaction((tx) => destroyKey(tx, "person", person.id));
  const [line] = await listAudit(tenant.context(), { subject: { kind: "person", id: person.id } });
  expect(line?.action).toBe("identity.person-added");
  expect(line?.values).toBeUndefined();
  expect(await verifyChain(tenant.tenant.database.db)).toMatchObject({ verified: true });
});

test("an import chains at its end what happened, in order, and nothing where it fails", async () => {
  const { database } = tenant.tenant;
  const context = tenant.context();
  const on = (day: string) => ({ now: () => new Date(`${day}T12:00:00Z`) });
  const run = (emails: readonly [string, string], broken = false) =>
    database.transaction((tx) =>
      auditAtEnd({ ...context, db: tx, tx }, async (unit) => {
        const [later, earlier] = emails;
        const person = { name: "Ina Import", locale: "en" };
        await ensurePerson({ ...unit, clock: on("2026-05-02") }, { ...person, email: later });
        await ensurePerson({ ...unit, clock: on("2026-05-01") }, { ...person, email: earlier });
        if (broken) throw new Error("cut short");
      }),
    );
  const before = await activityHead(database.db);
  await expect(run(["x@import.example", "y@import.example"], true)).rejects.toThrow("cut short");
  expect(await activityHead(database.db)).toBe(before);
  await run(["b@import.example", "a@import.example"]);
  const [newest, older] = await listAudit(context, { limit: 2 });
  expect([older?.values?.after, newest?.values?.after]).toMatchObject([
    { email: "a@import.example" },
    { email: "b@import.example" },
  ]);
  expect(await verifyChain(database.db)).toMatchObject({ verified: true });
});

test("lines that were cut off the end show, and so does an end that was written anew", async () => {
  const { db } = tenant.tenant.database;
  await add("last@example.com");
  const end = await activityHead(db);
  await tenant.asOwner(sql`create table cut as select * from audit_entries where seq > ${end - 2}`);
  await tenant.asOwner(sql`delete from audit_entries where seq > ${end - 2}`);
  expect(await verifyChain(db)).toEqual({ verified: false, seq: end - 1, reason: "cut" });
  await tenant.asOwner(sql`insert into audit_entries select * from cut`);
  expect(await verifyChain(db)).toMatchObject({ verified: true, entries: end });
  const other = "f".repeat(64);
  await tenant.asOwner(sql`update audit_head set sha256 = ${other}`);
  expect(await verifyChain(db)).toEqual({ verified: false, seq: end, reason: "broken" });
  await tenant.asOwner(sql`update audit_head set sha256 = (select sha256 from cut where seq = ${end})`);
  expect(await verifyChain(db)).toMatchObject({ verified: true });
});

test("the serving role cannot change a line, and a changed line shows", async () => {
  const { db } = tenant.tenant.database;
  const change = sql`update audit_entries set action = 'nothing.happened' where seq = 2`;
  await expect(db.execute(change)).rejects.toThrow();
  await tenant.asOwner(change);
  expect(await verifyChain(db)).toEqual({ verified: false, seq: 2, reason: "broken" });
});

test("a command that fails leaves no line", async () => {
  const before = await listAudit(tenant.context(), {});
  await expect(add("no address")).rejects.toMatchObject({ code: "request.invalid" });
  expect(await listAudit(tenant.context(), {})).toHaveLength(before.length);
});
