import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleTraining } from "../../test/sample-training.ts";
import { trialNetwork } from "../../test/trial-network.ts";
import type { Context } from "../context.ts";
import type { Actor } from "../identity/index.ts";
import {
  createTraining,
  editTraining,
  enroll,
  keepMaterial,
  listCatalogue,
  publishLocally,
  readTraining,
} from "../trainings/index.ts";
import { readEnrollment } from "../trainings/learn.ts";
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

async function revise(body: ReturnType<typeof bodyOf>, significance: "minor" | "major" | "safety") {
  await editTraining(ms.context(msOfficer), { trainingId, body });
  await publishLocally(ms.context(msOfficer), { trainingId });
  await publishItem(ms.context(msOfficer), { kind: "training", id: trainingId, significance });
  await askPeers(al.context(alOfficer), {});
}

const first = "lessons/one";
const firstTitle = async () => (await inAlabama())?.body as { lessons: { title: object }[] };
let learner: Context;
let enrollmentId: string;
const learnt = async () => (await readEnrollment(learner, { enrollmentId })).body;

test("an update is taken in part: what was left out stays as it was, keeps what is ours, and can be taken later", async () => {
  learner = al.context(await al.person("quay@example.org"));
  const training = (await inAlabama())?.training;
  enrollmentId = (await enroll(learner, { trainingId: training?.id ?? "", locale: "en" })).enrollment.id;
  await revise({ ...bodyOf("In the dock"), audience: both("Dockers") }, "major");
  const context = al.context(alOfficer);
  const before = await reviewItem(context, { item });
  expect(before.parts.map(({ path }) => path).toSorted()).toEqual(["audience", `${first}/title`]);
  const none = adoptItem(context, { item, revision: 4, parts: ["lessons/unknown"] });
  await expect(none).rejects.toMatchObject({ code: "syndication.choose-parts" });
  await adoptItem(context, { item, revision: 4, parts: ["audience"] });
  await editOverlay(context, { item, overlay: ours });
  expect((await inAlabama())?.body).toMatchObject({
    ...{ audience: both("Dockers"), summary: { en: "What to look for in Alabama" } },
    lessons: [{ title: both("At the pier") }, {}],
  });
  const after = await reviewItem(context, { item });
  expect(after.incoming).toMatchObject({ status: "adopted", pinnedRevision: 4 });
  expect(after.parts.map(({ path }) => path)).toEqual([`${first}/title`]);
  await adoptItem(context, { item, revision: 4 });
  expect(await firstTitle()).toMatchObject({ lessons: [{ title: both("In the dock") }, {}] });
  expect((await reviewItem(context, { item })).parts).toEqual([]);
});

test("whoever is in the middle stays on the revision they began, until one mends something unsafe", async () => {
  expect((await learnt()).lessons[0]).toMatchObject({ title: both("At the pier") });
  await revise(bodyOf("Behind the fence"), "safety");
  await revise(bodyOf("Behind the high fence"), "minor");
  const review = await reviewItem(al.context(alOfficer), { item });
  expect(review.incoming).toMatchObject({ revision: 6, significance: "safety" });
  expect((await learnt()).lessons[0]).toMatchObject({ title: both("At the pier") });
  await adoptItem(al.context(alOfficer), { item, revision: 6 });
  expect((await learnt()).lessons[0]).toMatchObject({ title: both("Behind the high fence") });
  const own = ms.context(await ms.person("own@example.org"));
  const { enrollment } = await enroll(own, { trainingId, locale: "en" });
  await revise(bodyOf("Far from the fence"), "minor");
  const ownTitle = async () => (await readEnrollment(own, { enrollmentId: enrollment.id })).body.lessons[0];
  expect(await ownTitle()).toMatchObject({ title: both("Behind the high fence") });
  await revise(bodyOf("Far behind the fence"), "safety");
  expect(await ownTitle()).toMatchObject({ title: both("Far behind the fence") });
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
  const adopting = adoptItem(al.context(alOfficer), { item, revision: 8 });
  await expect(adopting).rejects.toMatchObject({ code: "syndication.gone" });
});

test("whoever is in the middle of what was recalled loses it at once", async () => {
  await expect(learnt()).rejects.toMatchObject({ code: "trainings.recalled" });
});

test("a mended item replaces the one taken back and keeps what is ours; who built on it is told when it goes", async () => {
  const created = await createTraining(ms.context(msOfficer), { body: sampleTraining("Mended") });
  await publishLocally(ms.context(msOfficer), { trainingId: created.id });
  const replacing = { kind: "training", id: created.id, supersedes: item } as const;
  const mended = await publishItem(ms.context(msOfficer), replacing);
  await askPeers(al.context(alOfficer), {});
  const review = await reviewItem(al.context(alOfficer), { item: mended.item });
  expect(review).toMatchObject({ overlay: ours, replaces: both(name) });
  await adoptItem(al.context(alOfficer), { item: mended.item, revision: 1 });
  const { trainings } = await listCatalogue(al.context(alOfficer), {});
  const adopted = trainings.find((training) => training.item === mended.item);
  expect(adopted).toMatchObject({ summary: { en: "What to look for in Alabama" } });

  const own = await createTraining(al.context(alOfficer), { body: sampleTraining("Built on it") });
  await publishLocally(al.context(alOfficer), { trainingId: own.id });
  const building = { kind: "training", id: own.id, derivedFrom: mended.item } as const;
  const early = publishItem(al.context(alOfficer), { ...building, supersedes: mended.item });
  await expect(early).rejects.toMatchObject({ code: "syndication.not-taken-back" });
  const built = await publishItem(al.context(alOfficer), building);
  expect(await al.tenant.peer.item(built.item)).toMatchObject({
    derivedFrom: { item: mended.item, revision: 1 },
  });
  await endItem(ms.context(msOfficer), { item: mended.item, op: "withdraw", reason: "Out of date" });
  await askPeers(al.context(alOfficer), {});
  const page = al.visitor();
  await al.officer("olive@office.example");
  await page.signIn("olive@office.example");
  await page.open("/office/network/published");
  expect(page.text).toContain("Your “Built on it” is built on “Mended”, which its maker took back");
});

test("only the office may do any of it", async () => {
  const learner = al.context(await al.person("learner@example.org"));
  await expect(adoptItem(learner, { item, revision: 1 })).rejects.toMatchObject({ kind: "forbidden" });
  await expect(askPeers(al.public(), {})).rejects.toMatchObject({ kind: "unauthenticated" });
  const publishing = publishItem(learner, { kind: "training", id: trainingId });
  await expect(publishing).rejects.toMatchObject({ kind: "forbidden" });
});
