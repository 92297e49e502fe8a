import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleTraining } from "../../test/sample-training.ts";
import { trialNetwork } from "../../test/trial-network.ts";
import type { Context } from "../context.ts";
import { createTraining, keepMaterial, publishLocally } from "../trainings/index.ts";
import { adoptItem, askPeers, endItem, publishItem } from "./index.ts";
import { readIncomingFile, reviewItem } from "./review-item.ts";

let net: Awaited<ReturnType<typeof trialNetwork>>;
let ms: (typeof net)["tenants"][number];
let al: (typeof net)["tenants"][number];
let officer: Context;
let other: Context;

beforeAll(async () => {
  net = await trialNetwork(["ms", "al"]);
  [ms, al] = net.tenants as [typeof ms, typeof al];
  officer = ms.context(await ms.officer());
  other = al.context(await al.officer());
});
afterAll(() => net.close());

type Blob = { readonly sha256: string; readonly size: number };

function withPicture(title: string, blob: Blob) {
  const body = sampleTraining(title);
  const [first, ...rest] = body.lessons;
  if (!first) throw new Error("the sample has no lesson");
  const alt = { en: "A picture", es: "Una imagen" };
  const picture = {
    ...{ id: "picture", type: "image" as const, alt },
    blob: { ...blob, type: "image/png" as const },
  };
  return { ...body, lessons: [{ ...first, blocks: [...first.blocks, picture] }, ...rest] };
}

async function publishFromMississippi(title: string, blob: Blob): Promise<string> {
  const training = await createTraining(officer, { body: withPicture(title, blob) });
  await publishLocally(officer, { trainingId: training.id });
  const { item } = await publishItem(officer, { kind: "training", id: training.id });
  return item;
}

function askForAsset(sha256: string): Promise<Response> {
  return Promise.resolve(al.instance.fetch(new Request(`http://al.localhost/trainings/assets/${sha256}`)));
}

test("a member's upload, named by another state's entry, is neither shown, nor served, nor deleted", async () => {
  const upload = randomBytes(3_000);
  const blob = await al.tenant.blobs.put(upload);
  await keepMaterial(officer, upload);
  const item = await publishFromMississippi("A guess", blob);
  // Mississippi knows the hash and has no bytes to give.
  await ms.tenant.blobs.within("peer").delete(blob.sha256);
  await askPeers(other, {});
  expect((await reviewItem(other, { item })).files).toEqual({ here: 0, of: 1 });
  const opening = readIncomingFile(other, { item, sha256: blob.sha256 });
  await expect(opening).rejects.toMatchObject({ code: "syndication.not-found" });
  const adopting = adoptItem(other, { item, revision: 1 });
  await expect(adopting).rejects.toMatchObject({ code: "syndication.not-complete" });
  expect((await askForAsset(blob.sha256)).status).toBe(404);

  await endItem(officer, { item, op: "erase", reason: "gone" });
  expect((await askPeers(other, {}))[0]).toMatchObject({ erased: 1 });
  await expect.poll(() => blobRows(blob.sha256), { timeout: 20_000 }).toBe(0);
  expect(Buffer.from((await al.tenant.blobs.read(blob.sha256)) ?? [])).toEqual(upload);
});

test("a picture that two states use stays in the one when the other erases its item", async () => {
  const blob = await keepMaterial(other, randomBytes(3_000));
  await keepMaterial(officer, (await al.tenant.blobs.read(blob.sha256)) ?? new Uint8Array());
  const item = await publishFromMississippi("Their harbor", blob);
  await askPeers(other, {});
  await adoptItem(other, { item, revision: 1 });
  expect((await askForAsset(blob.sha256)).status).toBe(200);
  await endItem(officer, { item, op: "erase", reason: "gone" });
  await askPeers(other, {});
  await expect.poll(() => blobRows(blob.sha256), { timeout: 20_000 }).toBe(0);
  expect(await al.tenant.peer.files.has(blob.sha256)).toBe(false);
  expect((await askForAsset(blob.sha256)).status).toBe(404);

  const own = await createTraining(other, { body: withPicture("Our harbor", blob) });
  expect((await askForAsset(blob.sha256)).status).toBe(404);
  await publishLocally(other, { trainingId: own.id });
  expect((await askForAsset(blob.sha256)).status).toBe(200);
});

async function blobRows(sha256: string): Promise<number> {
  return (await al.tenant.database.sql`select 1 from peer.blobs where sha256 = ${sha256}`).length;
}
