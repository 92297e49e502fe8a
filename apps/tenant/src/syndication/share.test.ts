import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleTraining } from "../../test/sample-training.ts";
import { trialNetwork } from "../../test/trial-network.ts";
import type { Actor } from "../identity/index.ts";
import {
  createTraining,
  editTraining,
  keepMaterial,
  listCatalogue,
  publishLocally,
  readTraining,
} from "../trainings/index.ts";
import {
  adoptItem,
  askPeers,
  declineItem,
  editOverlay,
  endItem,
  listPublished,
  publishItem,
} from "./index.ts";
import { reviewItem } from "./review-item.ts";

type Net = Awaited<ReturnType<typeof trialNetwork>>;
let net: Net;
let ms: Net["tenants"][number];
let al: Net["tenants"][number];
let [msOfficer, alOfficer]: Actor[] = [];

const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const image = Buffer.concat([pixel, randomBytes(5_000)]);
const sha256 = createHash("sha256").update(image).digest("hex");
const name = `Harbor ${randomBytes(4).toString("hex")}`;

beforeAll(async () => {
  net = await trialNetwork(["ms", "al"]);
  [ms, al] = net.tenants as [typeof ms, typeof al];
  [msOfficer, alOfficer] = await Promise.all([ms.officer(), al.officer()]);
});
afterAll(() => net.close());

const both = (text: string) => ({ en: text, es: `${text} (es)` });
let trainingId: string;
let item: string;

function bodyOf(lessonTitle: string) {
  const body = sampleTraining(name);
  const picture = {
    id: "picture",
    type: "image" as const,
    blob: { sha256, size: image.byteLength, type: "image/png" as const },
    alt: both("A harbor at night"),
  };
  const [first, ...rest] = body.lessons;
  if (!first) throw new Error("the sample has no lesson");
  const lesson = { ...first, title: both(lessonTitle), blocks: [...first.blocks, picture] };
  return { ...body, lessons: [lesson, ...rest] };
}

const ours = {
  schema: "concord.overlay/1" as const,
  contacts: [{ id: "desk", label: both("Our own desk"), phone: "334-555-0142" }],
  lawNotes: [],
  texts: { summary: { text: { en: "What to look for in Alabama" }, of: "What to look for at night" } },
};

async function inAlabama() {
  const context = al.context(alOfficer);
  const { trainings } = await listCatalogue(context, {});
  const found = trainings.find((training) => training.item === item);
  return found && readTraining(context, { trainingId: found.id });
}

/** What a trial proposes to adopt. */
async function offered(): Promise<unknown> {
  const { html } = await al.visitor().open("/trial/offer?from=us-ms");
  return JSON.parse(html).offer;
}

test("a training made now, with an image, is published, pulled and reviewed", async () => {
  await keepMaterial(ms.context(msOfficer), image);
  const training = await createTraining(ms.context(msOfficer), { body: bodyOf("On the quay") });
  trainingId = training.id;
  const early = publishItem(ms.context(msOfficer), { kind: "training", id: trainingId });
  await expect(early).rejects.toMatchObject({ code: "trainings.not-offered" });
  await publishLocally(ms.context(msOfficer), { trainingId });
  const shared = await publishItem(ms.context(msOfficer), { kind: "training", id: trainingId });
  item = shared.item;
  expect(shared).toMatchObject({ revision: 1, status: "live", title: both(name) });

  const [summary] = await askPeers(al.context(alOfficer), {});
  expect(summary).toMatchObject({ outcome: "synced", published: 1, blobsMissing: 0, refused: [] });
  const review = await reviewItem(al.context(alOfficer), { item });
  expect(review.incoming).toMatchObject({
    ...{ status: "new", pinnedRevision: null, title: both(name), languages: ["en", "es"] },
    attribution: "Mississippi Businesses Against Trafficking",
  });
  expect(review.files).toEqual({ here: 1, of: 1 });
  expect(await inAlabama()).toBeUndefined();
  expect(await offered()).toEqual({ item, title: both(name) });
});

test("nothing is offered before all its files are here", async () => {
  const files = al.tenant.blobs.within("peer");
  const kept = await files.read(sha256);
  await files.delete(sha256);
  const adopting = adoptItem(al.context(alOfficer), { item, revision: 1, overlay: ours });
  await expect(adopting).rejects.toMatchObject({ code: "syndication.not-complete", kind: "conflict" });
  expect(await inAlabama()).toBeUndefined();
  await files.put(kept ?? new Uint8Array());
});

test("Alabama adopts with its own contacts and wording, and its catalogue shows both", async () => {
  const unread = adoptItem(al.context(alOfficer), { item, revision: 2, overlay: ours });
  await expect(unread).rejects.toMatchObject({ code: "syndication.moved-on" });
  const faulty = { ...ours, contacts: [{ id: "desk", label: { en: "Call 334-555-0142" } }] };
  const refused = adoptItem(al.context(alOfficer), { item, revision: 1, overlay: faulty });
  await expect(refused).rejects.toMatchObject({ code: "content.overlay-invalid" });
  await adoptItem(al.context(alOfficer), { item, revision: 1, overlay: ours });
  const shown = await inAlabama();
  expect(shown?.training).toMatchObject({ source: "adopted", feed: "us-ms", offeredRevision: 1 });
  expect(shown?.body.summary).toMatchObject({ en: "What to look for in Alabama" });
  expect(JSON.stringify(shown?.body)).toContain("334-555-0142");
  expect(await offered()).toBeNull();
});

test("the origin learns who holds it", async () => {
  await expect
    .poll(
      async () => {
        const { items } = await listPublished(ms.context(msOfficer), {});
        return items[0]?.holders.map(({ code }) => code);
      },
      { timeout: 20_000 },
    )
    .toEqual(["us-al"]);
});

test("a revision shows what changed, and applying it keeps what is ours", async () => {
  const again = publishItem(ms.context(msOfficer), { kind: "training", id: trainingId });
  await expect(again).rejects.toMatchObject({ code: "syndication.nothing-new" });
  await editTraining(ms.context(msOfficer), { trainingId, body: bodyOf("At the pier") });
  await publishLocally(ms.context(msOfficer), { trainingId });
  await publishItem(ms.context(msOfficer), { kind: "training", id: trainingId, significance: "major" });
  await askPeers(al.context(alOfficer), {});

  const review = await reviewItem(al.context(alOfficer), { item });
  expect(review.incoming).toMatchObject({ status: "update-available", pinnedRevision: 1, revision: 2 });
  expect(review.changes).toContainEqual(
    expect.objectContaining({ op: "changed", language: "en", before: "On the quay", after: "At the pier" }),
  );
  expect((await inAlabama())?.body).toMatchObject({ lessons: [{ title: both("On the quay") }, {}] });

  await adoptItem(al.context(alOfficer), { item, revision: 2 });
  const shown = await inAlabama();
  expect(shown?.body).toMatchObject({ lessons: [{ title: both("At the pier") }, {}] });
  expect(shown?.body.summary).toMatchObject({ en: "What to look for in Alabama" });
  expect(JSON.stringify(shown?.body)).toContain("334-555-0142");
});

test("our own parts can be changed without an update", async () => {
  await editOverlay(al.context(alOfficer), { item, overlay: { ...ours, contacts: [] } });
  const shown = await inAlabama();
  expect(JSON.stringify(shown?.body)).not.toContain("334-555-0142");
  expect(shown?.training.offeredRevision).toBe(2);
  await editOverlay(al.context(alOfficer), { item, overlay: ours });
});

test("a declined update stays declined until the next one", async () => {
  await editTraining(ms.context(msOfficer), { trainingId, body: bodyOf("By the lighthouse") });
  await publishLocally(ms.context(msOfficer), { trainingId });
  await publishItem(ms.context(msOfficer), { kind: "training", id: trainingId });
  await askPeers(al.context(alOfficer), {});
  const declined = await declineItem(al.context(alOfficer), { item, revision: 3, note: "Not for us" });
  expect(declined).toMatchObject({ status: "adopted", pinnedRevision: 2, note: "Not for us" });
  expect((await inAlabama())?.training.offeredRevision).toBe(2);
});

test("with Mississippi gone, Alabama serves every byte", async () => {
  net.cutOff("ms");
  const [summary] = await askPeers(al.context(alOfficer), {});
  expect(summary).toMatchObject({ outcome: "failed" });
  expect((await inAlabama())?.body.title).toMatchObject({ en: name });
  const stored = await al.tenant.peer.files.read(sha256);
  expect(
    createHash("sha256")
      .update(stored ?? new Uint8Array())
      .digest("hex"),
  ).toBe(sha256);
});

test("a recall by the origin takes it out of our catalogue with the reason, and it cannot be adopted again", async () => {
  net.restore("ms");
  await endItem(ms.context(msOfficer), { item, op: "recall", reason: "A number was wrong" });
  await askPeers(al.context(alOfficer), {});
  expect(await inAlabama()).toBeUndefined();
  const review = await reviewItem(al.context(alOfficer), { item });
  expect(review.incoming).toMatchObject({ status: "recalled", reason: "A number was wrong" });
  expect(review.body).toBeUndefined();
  const adopting = adoptItem(al.context(alOfficer), { item, revision: 3 });
  await expect(adopting).rejects.toMatchObject({ code: "syndication.gone" });
});

test("only the office may do any of it", async () => {
  const learner = al.context(await al.person("learner@example.org"));
  await expect(adoptItem(learner, { item, revision: 1 })).rejects.toMatchObject({ kind: "forbidden" });
  await expect(askPeers(al.public(), {})).rejects.toMatchObject({ kind: "unauthenticated" });
  const publishing = publishItem(learner, { kind: "training", id: trainingId });
  await expect(publishing).rejects.toMatchObject({ kind: "forbidden" });
});
