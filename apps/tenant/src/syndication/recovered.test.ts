import { randomBytes } from "node:crypto";
import { library } from "@concord/content";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleTraining } from "../../test/sample-training.ts";
import { trialNetwork } from "../../test/trial-network.ts";
import type { Context } from "../context.ts";
import { publishFigures } from "../statistics/index.ts";
import { listFigures } from "../statistics/read-releases.ts";
import { precedentsOf } from "../statistics/store.ts";
import { listAllToolkits, offerLibraryToolkit } from "../toolkits/index.ts";
import {
  createTraining,
  editTraining,
  keepMaterial,
  listAllTrainings,
  publishLocally,
  readTraining,
} from "../trainings/index.ts";
import { askPeers, endItem, listPublished, publishItem } from "./index.ts";

type Harness = Awaited<ReturnType<typeof trialNetwork>>["tenants"][number];
let net: Awaited<ReturnType<typeof trialNetwork>>;
let ms: Harness;
let officer: Context;
let other: Context;

beforeAll(async () => {
  net = await trialNetwork(["ms", "al"]);
  const [one, two] = net.tenants;
  if (!one || !two) throw new Error("no tenants");
  ms = one;
  officer = ms.context(await ms.officer());
  other = two.context(await two.officer());
});
afterAll(() => net.close());

/** What this is about; parents before those that refer to them. */
const tables = [
  ...["shared_items", "trainings", "training_revisions", "training_assets", "material_files"],
  ...["toolkits", "toolkit_assets", "figure_releases"],
];

/** Keeps the tables as they are now; what is returned puts them back, as a restore from a backup does. */
async function backUp(harness: Harness): Promise<() => Promise<void>> {
  const peers = await harness.tenant.database.sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'peer'`;
  const names = [...tables.map((name) => `public.${name}`), ...peers.map(({ name }) => `peer.${name}`)];
  const kept = names.map((name) => [name, `backup.${name.replace(".", "_")}`] as const);
  const copies = kept.map(([name, copy]) => `create table ${copy} as table ${name}`);
  await harness.asOwner(["create schema backup", ...copies].join("; "));
  const rows = kept.map(([name, copy]) => `insert into ${name} table ${copy}`);
  // In one transaction: the other member goes on talking.
  return () => harness.asOwner([`truncate ${names.join(", ")} cascade`, ...rows].join("; "));
}

async function offered(title: string, lessons?: object[]) {
  const body = sampleTraining(title, (lessons ? { lessons } : {}) as never);
  const { id } = await createTraining(officer, { body });
  await publishLocally(officer, { trainingId: id });
  return id;
}

async function shared(title: string, lessons?: object[]) {
  const id = await offered(title, lessons);
  const { item } = await publishItem(officer, { kind: "training", id });
  return { id, item };
}

async function pictured() {
  const blob = await keepMaterial(officer, randomBytes(1_000));
  const [first, ...rest] = sampleTraining().lessons;
  if (!first) throw new Error("the sample has no lesson");
  const alt = { en: "A pier", es: "Un muelle" };
  const block = { id: "p", type: "image" as const, alt, blob: { ...blob, type: "image/png" as const } };
  return { sha256: blob.sha256, lessons: [{ ...first, blocks: [...first.blocks, block] }, ...rest] };
}

const published = async (item: string) =>
  (await listPublished(officer, {})).items.find((one) => one.item === item);
const trainings = async () => (await listAllTrainings(officer, { source: "own", limit: 200 })).trainings;
const training = async (id: string | undefined) => (await trainings()).find((one) => one.id === id);

test("what was published since the backup is in lists and catalogue again, as it can be", async () => {
  const kept = await shared("Kept");
  const waiting = await offered("Offered before, published after");
  const recalledLater = await shared("Recalled after");
  const authored = (await library()).find((one) => one.kind === "toolkit");
  if (authored?.kind !== "toolkit") throw new Error("the library has no toolkit");
  await askPeers(other, {});
  const putBack = await backUp(ms);

  await editTraining(officer, { trainingId: kept.id, body: sampleTraining("Kept and mended") });
  await publishLocally(officer, { trainingId: kept.id });
  await publishItem(officer, { kind: "training", id: kept.id, significance: "safety" });
  const twin = await publishItem(officer, { kind: "training", id: waiting });
  const { sha256, lessons } = await pictured();
  const lost = await shared("Lost with its picture", lessons);
  const gone = await shared("Recalled before anybody kept it");
  await endItem(officer, { item: gone.item, op: "recall", reason: "A number was wrong" });
  const ending = await shared("Withdrawn since");
  await askPeers(other, {});
  await endItem(officer, { item: ending.item, op: "withdraw", reason: "Out of season" });
  await endItem(officer, { item: recalledLater.item, op: "recall", reason: "Wrong too" });
  const tool = await offerLibraryToolkit(officer, authored);
  const { item: toolkit } = await publishItem(officer, { kind: "toolkit", id: tool.id });
  await publishFigures(officer, { month: "2026-10" });
  await createTraining(officer, { body: sampleTraining("A draft that nobody else has") });
  await askPeers(other, {});

  await putBack();
  await ms.tenant.blobs.delete(sha256);
  expect(await published(lost.item)).toBeUndefined();
  const found = await ms.tenant.peer.restoreFeed();
  expect(found).toMatchObject({ state: "close-epoch", missing: 0 });

  expect(await published(kept.item)).toMatchObject({
    revision: 2,
    sourceId: kept.id,
    significance: "safety",
  });
  expect(await training(kept.id)).toMatchObject({ title: { en: "Kept and mended" }, networkRevision: 2 });
  expect(await published(twin.item)).toMatchObject({ revision: 1, sourceId: waiting, status: "live" });
  expect((await trainings()).filter(({ title }) => title.en?.startsWith("Offered before"))).toHaveLength(1);

  const back = await published(lost.item);
  expect(back).toMatchObject({ status: "live", recoveredAt: ms.clock.now() });
  const read = await readTraining(officer, { trainingId: back?.sourceId ?? "" });
  expect(read.training).toMatchObject({ item: lost.item, status: "published", offeredRevision: 1 });
  expect(await ms.tenant.blobs.has(sha256)).toBe(true);

  expect(await published(gone.item)).toMatchObject({ status: "recalled", reason: "A number was wrong" });
  expect((await published(gone.item))?.title.en).toBe("Item whose text nobody has any more");
  expect(await published(recalledLater.item)).toMatchObject({ status: "recalled", reason: "Wrong too" });
  expect(await training(recalledLater.id)).toMatchObject({ status: "recalled" });
  const withdrawn = await published(ending.item);
  expect(withdrawn).toMatchObject({ status: "withdrawn", title: { en: "Withdrawn since" } });
  expect(await training(withdrawn?.sourceId)).toMatchObject({ status: "published" });
  const { toolkits } = await listAllToolkits(officer, {});
  expect(toolkits).toMatchObject([{ item: toolkit, status: "published", title: authored.body.title }]);
  expect((await trainings()).map(({ title }) => title.en)).not.toContain("A draft that nobody else has");

  expect((await listFigures(officer, {})).releases).toMatchObject([
    { month: "2026-10", revision: 1, publishedBy: "system:recovery", body: { period: "2026-10" } },
  ]);
  // Whom its totals rest on was lost, so nothing that differs from them is shown.
  expect(await precedentsOf(ms.tenant.database.db, "2026-10")).toMatchObject([
    { revision: 1, restsOn: null },
  ]);

  // Until its epoch is closed nothing is signed, and the office is told why.
  const early = endItem(officer, { item: lost.item, op: "recall", reason: "Too early" });
  await expect(early).rejects.toMatchObject({ code: "federation.feed-behind" });
  expect(await published(lost.item)).toMatchObject({ status: "live" });
  // Nothing of it is ready to be sent again: it is what the network has.
  const { ready, recovered } = await listPublished(officer, {});
  expect(ready).toEqual([]);
  expect(recovered).toMatchObject({ count: 7 });
  expect(await ms.tenant.peer.restoreFeed()).toMatchObject({ recovered: 0 });
  expect((await trainings()).map(({ id }) => id).toSorted()).toEqual(
    [...new Set((await trainings()).map(({ id }) => id))].toSorted(),
  );
});

test("the office reads in both languages what came back and what cannot", async () => {
  const visitor = ms.visitor();
  await visitor.signIn("officer@office.example");
  await visitor.open("/office/network");
  expect(visitor.text).toContain("7 items that you had published since that backup came back");
  await visitor.open("/office/network/published");
  await visitor.open(visitor.link(/\/end$/));
  await visitor.submit("/end", { op: "erase", reason: "Too early" });
  expect(visitor.seen.status).toBe(409);
  expect(visitor.text).toContain("Nothing was signed or sent. Your database knows less");
  await visitor.open("/office/network");
  expect(visitor.text).toContain("drafts, changes you had not published");
  await visitor.open("/es/office/network/published");
  expect(visitor.text).toContain("7 materiales que habían publicado después de esa copia volvieron");
  expect(visitor.text).toContain("Recuperado el");
});
