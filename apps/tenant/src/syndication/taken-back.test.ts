import { randomBytes } from "node:crypto";
import { library } from "@concord/content";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleTraining } from "../../test/sample-training.ts";
import { trialNetwork } from "../../test/trial-network.ts";
import type { Context } from "../context.ts";
import { listAllToolkits, offerLibraryToolkit } from "../toolkits/index.ts";
import { offerToolkitAgain } from "../toolkits/offer.ts";
import {
  createTraining,
  editTraining,
  enroll,
  keepMaterial,
  listAllTrainings,
  listCatalogue,
  publishLocally,
  withdrawTraining,
} from "../trainings/index.ts";
import { readEnrollment } from "../trainings/learn.ts";
import { adoptItem, askPeers, editOverlay, endItem, forgetFiles, publishItem, tellOffice } from "./index.ts";
import { reviewItem } from "./review-item.ts";
import { holdItems, putPartBody } from "./store.ts";

type Harness = Awaited<ReturnType<typeof trialNetwork>>["tenants"][number];
let net: Awaited<ReturnType<typeof trialNetwork>>;
let [ms, al]: Harness[] = [];
let officer: Context;
let other: Context;

beforeAll(async () => {
  net = await trialNetwork(["ms", "al"]);
  [ms, al] = net.tenants;
  officer = at(ms).context(await at(ms).officer());
  other = at(al).context(await at(al).officer());
});
afterAll(() => net.close());

function at(harness: Harness | undefined): Harness {
  if (!harness) throw new Error("no such tenant");
  return harness;
}

const secret = "A name that must go";
const erased = { en: "Erased item", es: "Material borrado" };

async function shared(title: string, change: Parameters<typeof sampleTraining>[1] = {}) {
  const training = await createTraining(officer, {
    body: sampleTraining(title, change),
    slug: title.toLowerCase().replaceAll(" ", "-"),
  });
  await publishLocally(officer, { trainingId: training.id });
  const { item } = await publishItem(officer, { kind: "training", id: training.id });
  return { trainingId: training.id, item };
}

async function adopt(item: string, revision = 1) {
  await askPeers(other, {});
  await adoptItem(other, { item, revision });
  const { trainings } = await listAllTrainings(other, {});
  return trainings.find((training) => training.item === item);
}

/** Every table of the database that has a row with the words, in whatever column. */
async function tablesWith(harness: Harness | undefined, words: string): Promise<string[]> {
  const { sql } = at(harness).tenant.database;
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`;
  expect(tables.length).toBeGreaterThan(40);
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await sql`select 1 from ${sql.unsafe(name)} t where t::text ilike ${`%${words}%`} limit 1`;
      return rows.length > 0 ? [name] : [];
    }),
  );
  return found.flat();
}

async function pictured(): Promise<{ picture: Buffer; sha256: string; lessons: object[] }> {
  const picture = randomBytes(2_000);
  const blob = await keepMaterial(officer, picture);
  const [first, ...rest] = sampleTraining().lessons;
  if (!first) throw new Error("the sample has no lesson");
  const alt = { en: secret, es: secret };
  const block = { id: "p", type: "image" as const, alt, blob: { ...blob, type: "image/png" as const } };
  return { picture, sha256: blob.sha256, lessons: [{ ...first, blocks: [...first.blocks, block] }, ...rest] };
}

/** Both are told of a recall: the one that it happened, the other that nobody confirmed it for a day. */
async function tellOfRecall(item: string): Promise<void> {
  await expect
    .poll(async () => (await at(ms).tenant.peer.holders(item))[0]?.revision, { timeout: 20_000 })
    .toBe(1);
  await endItem(officer, { item, op: "recall", reason: "First this" });
  for (const { clock } of net.tenants) clock.advance(25 * 3_600_000);
  await tellOffice(at(ms).context());
  await askPeers(other, {});
  await tellOffice(at(al).context());
}

test("what is erased leaves neither title nor body nor file nor our words on it, there and here", async () => {
  const { sha256, lessons } = await pictured();
  const { item, trainingId } = await shared(secret, { lessons } as never);
  await adopt(item);
  const overlay = {
    ...{ schema: "concord.overlay/1", contacts: [], lawNotes: [] },
    texts: { title: { text: { en: `${secret}, in Alabama` } } },
  };
  await editOverlay(other, { item, overlay });
  const part = sampleTraining(secret);
  await at(al).tenant.database.transaction((tx) => putPartBody(tx, item, part, new Date(0)));
  expect(await tablesWith(al, secret)).toContain("public.trainings");
  await tellOfRecall(item);
  for (const harness of [ms, al]) expect(await tablesWith(harness, secret)).toContain("public.mails");
  await endItem(officer, { item, op: "erase", reason: "Consent was withdrawn" });
  await askPeers(other, {});

  const { incoming, body } = await reviewItem(other, { item });
  expect(incoming).toMatchObject({ status: "erased", title: {}, reason: "Consent was withdrawn" });
  expect(body).toBeUndefined();
  for (const harness of [ms, al]) {
    expect(await tablesWith(harness, secret)).toEqual([]);
    expect(await tablesWith(harness, secret.toLowerCase().replaceAll(" ", "-"))).toEqual([]);
    await expect.poll(() => at(harness).tenant.peer.files.has(sha256), { timeout: 20_000 }).toBe(false);
  }
  for (const context of [officer, other]) {
    const { trainings } = await listAllTrainings(context, {});
    expect(trainings.find((one) => one.item === item)).toMatchObject({ title: erased, status: "recalled" });
  }
  // The job that the erasure queued; a file that somebody handed in stays.
  const [job] = await at(ms).tenant.database.sql`select data from pgboss.job where name = 'forget-files'`;
  expect(job?.data).toEqual({ sha256s: [sha256] });
  await forgetFiles(at(ms).tenant, [sha256]);
  expect(await at(ms).tenant.blobs.has(sha256)).toBe(false);
  const again = publishLocally(officer, { trainingId });
  await expect(again).rejects.toMatchObject({ code: "trainings.recalled" });
});

test("an erasure waits for a message that is naming the item", async () => {
  const { item } = await shared("Named just now");
  const { database } = at(ms).tenant;
  const waiting = () => database.sql`select 1 from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  let erased = false;
  const erasing = await database.transaction(async (tx) => {
    await holdItems(tx, [item]);
    const going = endItem(officer, { item, op: "erase", reason: "gone" }).then(() => {
      erased = true;
    });
    await expect.poll(async () => (await waiting()).length, { timeout: 20_000 }).toBe(1);
    expect(erased).toBe(false);
    return { going };
  });
  await erasing.going;
  expect(erased).toBe(true);
});

test("a file stays as long as anything of ours is kept in it", async () => {
  const { sha256, lessons } = await pictured();
  const { item } = await shared("One of two", { lessons } as never);
  const second = await shared("Two of two", { lessons } as never);
  await endItem(officer, { item, op: "erase", reason: "gone" });
  await forgetFiles(at(ms).tenant, [sha256]);
  expect(await at(ms).tenant.blobs.has(sha256)).toBe(true);
  await endItem(officer, { item: second.item, op: "erase", reason: "gone" });
  await forgetFiles(at(ms).tenant, [sha256]);
  expect(await at(ms).tenant.blobs.has(sha256)).toBe(false);
  expect(await at(ms).tenant.database.sql`select from material_files where sha256 = ${sha256}`).toEqual([]);
});

test("a recall of our own takes it from our own learners at once, and it is never offered again", async () => {
  const { item, trainingId } = await shared("With a wrong number");
  const learner = at(ms).context(await at(ms).person("learner@example.org"));
  const { enrollment } = await enroll(learner, { trainingId, locale: "en" });
  await endItem(officer, { item, op: "recall", reason: "A number was wrong" });
  const going = readEnrollment(learner, { enrollmentId: enrollment.id });
  await expect(going).rejects.toMatchObject({ code: "trainings.recalled" });
  const offering = publishLocally(officer, { trainingId });
  await expect(offering).rejects.toMatchObject({ code: "trainings.recalled" });
  const editing = editTraining(officer, { trainingId, body: sampleTraining("Mended") });
  await expect(editing).rejects.toMatchObject({ code: "trainings.recalled" });
  const { trainings } = await listAllTrainings(officer, {});
  const status = { status: "recalled", reason: "A number was wrong" };
  expect(trainings.find((one) => one.id === trainingId)).toMatchObject(status);
  // What was recalled can still be erased.
  await endItem(officer, { item, op: "erase", reason: "gone" });
  expect(await tablesWith(ms, "With a wrong number")).toEqual([]);
});

test("a toolkit of our own goes the same way", async () => {
  const authored = (await library()).find((one) => one.kind === "toolkit");
  if (authored?.kind !== "toolkit") throw new Error("the library has no toolkit");
  const own = await offerLibraryToolkit(officer, authored);
  const { item } = await publishItem(officer, { kind: "toolkit", id: own.id });
  await endItem(officer, { item, op: "recall", reason: "wrong" });
  const again = { rejects: { code: "toolkits.recalled" } };
  await expect(offerToolkitAgain(officer, { toolkitId: own.id })).rejects.toMatchObject(again.rejects);
  await expect(offerLibraryToolkit(officer, authored)).rejects.toMatchObject(again.rejects);
  await endItem(officer, { item, op: "erase", reason: "gone" });
  const { toolkits } = await listAllToolkits(officer, {});
  expect(toolkits).toMatchObject([{ title: erased, summary: {}, audience: {}, slug: null }]);
  expect(await tablesWith(ms, authored.body.title.en ?? "")).toEqual([]);
});

test("what the office took off its catalogue stays off when its own parts or the revision change", async () => {
  const { item, trainingId } = await shared("Taken off");
  const adopted = await adopt(item);
  await withdrawTraining(other, { trainingId: adopted?.id ?? "", reason: "Not in season" });
  const overlay = { schema: "concord.overlay/1", contacts: [], lawNotes: [], texts: {} };
  await editOverlay(other, { item, overlay });
  await editTraining(officer, { trainingId, body: sampleTraining("Taken off, revised") });
  await publishLocally(officer, { trainingId });
  await publishItem(officer, { kind: "training", id: trainingId });
  const after = await adopt(item, 2);
  const kept = { status: "withdrawn", reason: "Not in season", offeredRevision: 2 };
  expect(after).toMatchObject({ ...kept, title: { en: "Taken off, revised" } });
  expect((await listCatalogue(other, {})).trainings.map((one) => one.item)).not.toContain(item);
  await publishLocally(other, { trainingId: adopted?.id ?? "" });
  expect((await listCatalogue(other, {})).trainings.map((one) => one.item)).toContain(item);
});
