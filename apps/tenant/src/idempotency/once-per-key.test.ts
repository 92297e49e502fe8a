import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import type { Context, Unit } from "../context.ts";
import { ensurePerson } from "../identity/index.ts";
import { createApiToken } from "../identity/tokens.ts";
import { idempotencyStore } from "./store.ts";

let tenant: Awaited<ReturnType<typeof tenantHarness>>;
let token: string;

beforeAll(async () => {
  tenant = await tenantHarness();
  token = (await createApiToken(tenant.context(), { name: "test", scopes: ["membership:apply"] })).token;
});
afterAll(() => tenant.close());

const openApplication = (key: string) =>
  tenant.instance.fetch(
    new Request("http://tenant.localhost/api/v1/applications", {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "idempotency-key": key,
      },
      body: JSON.stringify({ form: { legalName: key } }),
    }),
  );

async function count(table: string): Promise<number> {
  const rows = await tenant.tenant.database.sql.unsafe(`select count(*)::int as n from ${table}`);
  return Number(rows[0]?.n);
}

/** What is left of a process that dies before it notes the answer: its connection ends, its key goes on running. */
async function dyingBeforeTheAnswer(run: () => Promise<unknown>): Promise<void> {
  await tenant.asOwner(sql`create function die() returns trigger language plpgsql as $$
    begin raise exception 'the process is gone'; end $$`);
  await tenant.asOwner(sql`create trigger die before update or delete on idempotency_keys
    for each row execute function die()`);
  await run();
  await tenant.asOwner(sql`drop trigger die on idempotency_keys`);
  await tenant.asOwner(sql`drop function die`);
}

test("a process that dies between the effect and the answer leaves no effect, and the key opens one application", async () => {
  const before = {
    applications: await count("membership_applications"),
    audit: await count("audit_entries"),
  };
  await dyingBeforeTheAnswer(async () => expect((await openApplication("dying")).status).toBe(500));
  expect(await count("membership_applications")).toBe(before.applications);
  expect(await count("audit_entries")).toBe(before.audit);
  expect((await openApplication("dying")).status).toBe(409);
  tenant.clock.advance(61_000);
  const opened = await openApplication("dying");
  expect(opened.status).toBe(201);
  const again = await openApplication("dying");
  expect([again.headers.get("idempotency-replayed"), await again.text()]).toEqual([
    "true",
    await opened.text(),
  ]);
  expect(await count("membership_applications")).toBe(before.applications + 1);
  expect(await count("audit_entries")).toBe(before.audit + 1);
});

test("a request so slow that its key was taken over has no effect, and does not take the key from the other", async () => {
  const { database } = tenant.tenant;
  const context = tenant.context();
  let unit: Context = context;
  const store = idempotencyStore(database, tenant.clock, (tx) => {
    const joined: Unit = { ...context, db: tx, tx };
    unit = joined;
  });
  const add = (email: string) => async () => {
    await ensurePerson(unit, { email, name: "", locale: "en" });
    return { status: 201, headers: {}, body: email };
  };
  const claim = async () => {
    const begun = await store.begin("slow", "same");
    if (begun.state !== "new") throw new Error(begun.state);
    return begun.claim;
  };
  const slow = await claim();
  tenant.clock.advance(61_000);
  const quick = await claim();
  const before = await count("people");
  await expect(slow.settle(add("slow@example.com"))).rejects.toMatchObject({
    code: "http.idempotency-in-progress",
  });
  expect(await count("people")).toBe(before);
  await quick.settle(add("quick@example.com"));
  expect(await count("people")).toBe(before + 1);
  expect(await store.begin("slow", "same")).toMatchObject({
    state: "done",
    response: { body: "quick@example.com" },
  });
});

test("a refusal undoes what was done before it and frees the key", async () => {
  const { database } = tenant.tenant;
  const store = idempotencyStore(database, tenant.clock, () => undefined);
  const first = await store.begin("refused", "same");
  if (first.state !== "new") throw new Error(first.state);
  await first.claim.settle(async () => undefined);
  expect((await store.begin("refused", "other")).state).toBe("new");
});
