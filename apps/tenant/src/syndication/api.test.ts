import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleTraining } from "../../test/sample-training.ts";
import { trialNetwork } from "../../test/trial-network.ts";
import type { Permission } from "../identity/index.ts";
import { createApiToken } from "../identity/tokens.ts";
import { createTraining, editTraining, listCatalogue, publishLocally } from "../trainings/index.ts";
import { adoptItem, applyByRule, askPeers, endItem, listIncoming } from "./index.ts";
import { decidedStatuses } from "./model.ts";

type Harness = Awaited<ReturnType<typeof trialNetwork>>["tenants"][number];
let net: Awaited<ReturnType<typeof trialNetwork>>;
let ms: Harness;
let al: Harness;
let trainingId: string;
let item: string;

beforeAll(async () => {
  net = await trialNetwork(["ms", "al"]);
  [ms, al] = net.tenants as [Harness, Harness];
});
afterAll(() => net.close());

interface Sent {
  readonly body?: object;
  readonly key?: string;
  readonly method?: string;
}

async function call(harness: Harness, scope: Permission, path: string, sent: Sent = {}) {
  const { token } = await createApiToken(harness.context(), { name: "system", scopes: [scope] });
  const headers = new Headers({ authorization: `Bearer ${token}` });
  if (sent.body) headers.set("content-type", "application/json");
  if (sent.key) headers.set("idempotency-key", sent.key);
  return answerOf(
    await harness.instance.fetch(
      new Request(`${harness.tenant.origin}/api/v1/network${path}`, {
        method: sent.method ?? (sent.body ? "POST" : "GET"),
        headers,
        ...(sent.body ? { body: JSON.stringify(sent.body) } : {}),
      }),
    ),
  );
}

async function answerOf(response: Response) {
  return { status: response.status, body: JSON.parse((await response.text()) || "null") };
}

async function send(title: string, significance?: string) {
  if (!trainingId) {
    trainingId = (await createTraining(ms.context(), { body: sampleTraining(title) })).id;
  } else await editTraining(ms.context(), { trainingId, body: sampleTraining(title) });
  await publishLocally(ms.context(), { trainingId });
  const body = { kind: "training", id: trainingId, ...(significance ? { significance } : {}) };
  const published = await call(ms, "network:publish", "/published", { body });
  await askPeers(al.context(), {});
  return published;
}

const overlay = {
  schema: "concord.overlay/1",
  contacts: [],
  lawNotes: [],
  texts: { summary: { text: { en: "As we say it" } } },
};

const ours = { title: { text: { en: "Our title" }, of: "Applied, rewritten and reworded" } };

test("an item is published, listed, reviewed and adopted with what is ours", async () => {
  const published = await send("Over the wire");
  expect(published).toMatchObject({ status: 201, body: { revision: 1, status: "live" } });
  // What is our own business is told to nobody.
  for (const ours of ["seq", "sourceRevision", "reason", "recoveredAt"])
    expect(published.body).not.toHaveProperty(ours);
  item = published.body.item;
  const list = await call(al, "network:read", "/items?status=new");
  expect(list.body.items).toMatchObject([{ item, status: "new", title: { en: "Over the wire" } }]);
  const review = await call(al, "network:read", `/items/${item}`);
  expect(review).toMatchObject({
    status: 200,
    body: {
      item,
      status: "live",
      decision: { status: "new" },
      files: { here: 0, of: 0 },
      changes: [],
      overlay: null,
    },
  });
  expect(review.body.body).toMatchObject({ schema: "concord.training/1", title: { en: "Over the wire" } });
  const adopted = await call(al, "network:adopt", `/items/${item}/adopt`, { body: { revision: 1, overlay } });
  expect(adopted).toMatchObject({ status: 200, body: { status: "adopted", pinnedRevision: 1 } });
});

test("a newer revision shows the difference and which of our texts it leaves behind; ours can be changed", async () => {
  await send("Over the wire, again", "major");
  const review = await call(al, "network:read", `/items/${item}`);
  expect(review.body.decision).toMatchObject({ status: "update-available", pinnedRevision: 1, revision: 2 });
  expect(review.body.changes).toContainEqual(
    expect.objectContaining({
      op: "changed",
      path: "title",
      before: "Over the wire",
      after: "Over the wire, again",
    }),
  );
  expect(review.body.overlay).toMatchObject({ texts: { summary: { text: { en: "As we say it" } } } });
  const texts = { summary: { text: { en: "Said anew" } } };
  const edited = await call(al, "network:adopt", `/items/${item}/overlay`, {
    ...{ method: "PUT", body: { overlay: { ...overlay, texts } } },
  });
  expect(edited).toMatchObject({ status: 200, body: { pinnedRevision: 1 } });
  const { trainings } = await listCatalogue(al.context(), {});
  expect(trainings).toMatchObject([{ offeredRevision: 1, summary: { en: "Said anew" } }]);
  const faulty = { ...overlay, contacts: [{ id: "desk", label: { en: "Call 334-555-0142" } }] };
  const refused = await call(al, "network:adopt", `/items/${item}/overlay`, {
    ...{ method: "PUT", body: { overlay: faulty } },
  });
  expect(refused.status).toBe(422);
  expect((await call(al, "network:read", "/items/us-ms.nothing")).status).toBe(404);
});

test("an item is withdrawn, then recalled, then erased; the same key tells the network once", async () => {
  const end = (op: string, key?: string) =>
    call(ms, "network:publish", `/published/${item}/end`, {
      body: { op, reason: "A test" },
      ...(key ? { key } : {}),
    });
  expect(await end("withdraw")).toMatchObject({ status: 200, body: { status: "withdrawn" } });
  expect((await end("withdraw")).status).toBe(409);
  expect((await end("forget")).status).toBe(422);
  expect(await end("recall")).toMatchObject({ status: 200, body: { status: "recalled" } });
  const { token } = await createApiToken(ms.context(), { name: "system", scopes: ["network:publish"] });
  const erase = () =>
    ms.instance.fetch(
      new Request(`${ms.tenant.origin}/api/v1/network/published/${item}/end`, {
        method: "POST",
        headers: {
          ...{ authorization: `Bearer ${token}`, "content-type": "application/json" },
          "idempotency-key": "erase-once",
        },
        body: JSON.stringify({ op: "erase", reason: "Consent was withdrawn" }),
      }),
    );
  const [first, second] = [await answerOf(await erase()), await answerOf(await erase())];
  expect(first).toMatchObject({ status: 200, body: { status: "erased", title: {} } });
  expect(second).toEqual(first);
  await askPeers(al.context(), {});
  const review = await call(al, "network:read", `/items/${item}`);
  expect(review.body).toMatchObject({ status: "erased", body: null, reason: "Consent was withdrawn" });
  const adopting = await call(al, "network:adopt", `/items/${item}/adopt`, { body: { revision: 2 } });
  expect(adopting.status).toBe(409);
});

test("a rule for each member and kind decides what waits, what applies by itself and what is held back", async () => {
  const rule = (training: string) =>
    call(al, "network:adopt", "/rules/us-ms", { method: "PUT", body: { training } });
  expect((await call(al, "network:read", "/rules")).body).toEqual({
    members: [
      { code: "us-ms", name: "MS", rules: { training: "review", series: "review", toolkit: "review" } },
    ],
  });
  const status = async (of: string) => {
    const { body } = await call(al, "network:read", `/items/${of}`);
    return body.decision;
  };
  const publish = async (title: string) => {
    trainingId = "";
    return (await send(title)).body.item as string;
  };
  const revise = async (title: string, significance: string) => {
    await send(title, significance);
    const [job] = await al.tenant.database
      .sql`select data from pgboss.job where name = 'apply-by-rule' order by created_on desc limit 1`;
    return job && applyByRule(al.context(), job.data);
  };

  expect((await rule("follow")).body.rules).toMatchObject({ training: "follow", series: "review" });
  const followed = await publish("Followed");
  expect(await status(followed)).toMatchObject({ status: "followed" });

  await rule("auto");
  const kept = await publish("Applied");
  expect(await status(followed)).toMatchObject({ status: "new" });
  await adoptItem(al.context(), { item: kept, revision: 1 });
  expect(await revise("Applied, reworded", "minor")).toBe(true);
  expect(await status(kept)).toMatchObject({ status: "adopted", pinnedRevision: 2 });
  expect(await revise("Applied, rewritten", "major")).not.toBe(true);
  await revise("Applied, rewritten and reworded", "minor");
  const waits = { status: "update-available", significance: "major", pinnedRevision: 2, revision: 4 };
  expect(await status(kept)).toMatchObject(waits);
  await adoptItem(al.context(), { item: kept, revision: 4, overlay: { ...overlay, texts: ours } });
  expect(await revise("It meets a text of ours", "minor")).toBe(false);
  expect(await status(kept)).toMatchObject({ status: "update-available", significance: "minor" });

  await rule("block");
  expect(await status(kept)).toMatchObject({ status: "adopted", pinnedRevision: 4 });
  await send("Held back", "minor");
  expect(await status(kept)).toMatchObject({ status: "adopted" });
  await send("Mended for safety", "safety");
  expect(await status(kept)).toMatchObject({ status: "update-available", significance: "safety" });
  const heldBack = await publish("Not offered");
  expect(await status(heldBack)).toMatchObject({ status: "blocked" });
  expect((await listIncoming(al.context(), { statuses: decidedStatuses })).items).not.toContainEqual(
    expect.objectContaining({ item: heldBack }),
  );
  const adopting = await call(al, "network:adopt", `/items/${heldBack}/adopt`, { body: { revision: 1 } });
  expect(adopting).toMatchObject({ status: 409, body: { code: "syndication.blocked" } });
  await endItem(ms.context(), { item: kept, op: "recall", reason: "A test" });
  await askPeers(al.context(), {});
  expect(await status(kept)).toMatchObject({ status: "recalled" });
  await rule("review");
  expect(await status(heldBack)).toMatchObject({ status: "new" });
  expect((await call(al, "network:adopt", "/rules/us-zz", { method: "PUT", body: {} })).status).toBe(404);
  expect((await rule("always")).status).toBe(422);
  expect((await call(al, "network:read", "/rules/us-ms", { method: "PUT", body: {} })).status).toBe(403);
});

test("each call needs its scope", async () => {
  const body = { op: "recall", reason: "no" };
  expect((await call(ms, "network:read", `/published/${item}/end`, { body })).status).toBe(403);
  expect((await call(al, "network:publish", `/items/${item}`)).status).toBe(403);
  const put = { method: "PUT", body: { overlay } };
  expect((await call(al, "network:read", `/items/${item}/overlay`, put)).status).toBe(403);
});

test("what goes wrong, who holds what of ours, and the list of members with its keys can be read", async () => {
  trainingId = "";
  const { item: ours } = (await send("Held by the other")).body;
  await expect
    .poll(async () => (await call(ms, "network:read", `/published/${ours}`)).body.holders, {
      timeout: 20_000,
    })
    .toMatchObject([{ code: "us-al", name: "AL", revision: 1, ended: null, heardAt: expect.any(String) }]);
  expect((await call(ms, "network:read", "/published/us-ms.nothing")).status).toBe(404);
  await endItem(ms.context(), { item: ours, op: "recall", reason: "A test" });
  const { body: problems } = await call(ms, "network:read", "/problems");
  expect(problems).toMatchObject({ halted: null, delayed: [], quarantines: [] });
  expect(problems.unconfirmed).toContainEqual(
    expect.objectContaining({
      ...{
        item: ours,
        op: "recall",
        late: false,
        title: { en: "Held by the other", es: expect.any(String) },
      },
      members: [{ code: "us-al", name: "AL", holds: true }],
    }),
  );
  const { body: registry } = await call(al, "network:read", "/registry");
  const known = await al.tenant.peer.trust();
  expect(registry.network).toBe(known.root.net);
  expect(registry.documents).toMatchObject([
    { what: "registry", version: known.registry.version, sha256: known.registry.sha256 },
    { what: "root", version: 1, sha256: known.root.net },
  ]);
  const [member] = registry.members;
  expect(member).toMatchObject({ code: "us-ms", status: "active", baseUrl: "http://ms.localhost" });
  expect(member.currentKeys).toEqual([member.epochs[0].keys[0].kid]);
  expect(JSON.stringify(registry)).not.toContain('"d":');
});

test("a member is let out of quarantine once, with its own scope, and the evidence stays", async () => {
  const { sql } = al.tenant.database;
  const since = al.clock.now().toISOString();
  await sql`insert into peer.quarantines (feed, since, reason, evidence)
    values ('us-ms', ${since}, 'rollback', '["older", "newer"]')`;
  await sql`update peer.feeds set quarantined_at = ${since}, quarantine_reason = 'rollback' where code = 'us-ms'`;
  const release = (scope: Permission, code: string) =>
    call(al, scope, `/problems/${code}/release`, { method: "POST" });
  expect((await release("network:read", "us-ms")).status).toBe(403);
  expect((await release("network:adopt", "us-zz")).status).toBe(404);
  expect((await release("network:adopt", "us-ms")).status).toBe(204);
  const again = await release("network:adopt", "us-ms");
  expect(again).toMatchObject({ status: 409, body: { code: "federation.not-quarantined" } });
  expect(again.body.detail).toContain("not set aside any more");
  const { body } = await call(al, "network:read", "/problems");
  expect(body.quarantines).toMatchObject([
    { member: "us-ms", reason: "rollback", evidence: ["older", "newer"], ended: { by: "office" } },
  ]);
});

test("while our feed is halted every call that signs says why and what to do, and changes nothing", async () => {
  const found = JSON.stringify({ source: "us-al", epoch: 1, seq: 99, head: "0".repeat(64) });
  const { sql } = ms.tenant.database;
  const now = ms.clock.now().toISOString();
  await sql`update peer.feeds set halted_at = ${now}, halt_found = ${found}::jsonb where code = 'us-ms'`;
  const { id } = await createTraining(ms.context(), { body: sampleTraining("Not now") });
  await publishLocally(ms.context(), { trainingId: id });
  const refused = await call(ms, "network:publish", "/published", { body: { kind: "training", id } });
  expect(refused).toMatchObject({ status: 503, body: { code: "federation.feed-behind" } });
  expect(refused.body.detail).toContain("feed restore");
  const { body } = await call(ms, "network:read", "/problems");
  expect(body.halted).toMatchObject({ source: "us-al", epoch: 1, seq: 99 });
  await ms.officer("olive@office.example");
  const page = ms.visitor();
  await page.signIn("olive@office.example");
  await page.open("/es/office/network/published");
  await page.submit(`/es/office/trainings/${id}/publish`);
  expect(page.seen.status).toBe(409);
  expect(page.text).toContain("No se firmó ni se envió nada");
  expect(page.text).toContain("ejecute «feed restore»");
  const { items } = (await call(ms, "network:read", "/published")).body;
  const live = items.find((one: { status: string }) => one.status === "live").item;
  await page.open(`/office/network/published/${live}/end`);
  await page.submit(`/office/network/published/${live}/end`, { op: "recall", reason: "Typed with care" });
  expect(page.seen.status).toBe(409);
  expect(page.text).toContain("Nothing was signed or sent");
  expect(page.seen.html).toContain("Typed with care");
  const after = (await call(ms, "network:read", "/published")).body.items;
  expect(after).toEqual(items);
});
