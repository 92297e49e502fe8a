import { createHash } from "node:crypto";
import { library, type SeriesBody } from "@concord/content";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleTraining } from "../../test/sample-training.ts";
import { trialNetwork } from "../../test/trial-network.ts";
import type { Context } from "../context.ts";
import { listToolkits, offerLibraryToolkit } from "../toolkits/index.ts";
import {
  createTraining,
  keepMaterial,
  listCatalogue,
  publishLocally,
  readTraining,
} from "../trainings/index.ts";
import { adoptItem, askPeers, publishItem } from "./index.ts";
import { reviewItem } from "./review-item.ts";

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

const both = (text: string) => ({ en: text, es: `${text} (es)` });

function seriesOf(slug: string): SeriesBody {
  const part = { title: both("Part"), summary: both("What it is about") };
  return {
    schema: "concord.series/1",
    languages: ["en", "es"],
    ...{ title: both("Four evenings"), summary: both("A series"), audience: both("Members") },
    objectives: [],
    sectors: [],
    parts: [{ id: "one", type: "training", training: slug, ...part }],
    references: [],
  };
}

async function adopt(item: string, revision = 1) {
  await askPeers(other, {});
  return adoptItem(other, { item, revision });
}

test("a series names its parts as the network does, once they are there", async () => {
  const part = await createTraining(officer, {
    body: sampleTraining("First evening"),
    slug: "first-evening",
  });
  await publishLocally(officer, { trainingId: part.id });
  const series = await createTraining(officer, { body: seriesOf("first-evening") });
  await publishLocally(officer, { trainingId: series.id });
  const early = publishItem(officer, { kind: "series", id: series.id });
  await expect(early).rejects.toMatchObject({ code: "syndication.part-not-shared" });

  const shared = await publishItem(officer, { kind: "training", id: part.id });
  const whole = await publishItem(officer, { kind: "series", id: series.id });
  expect(whole.kind).toBe("series");
  await adopt(shared.item);
  await adopt(whole.item);
  const { trainings } = await listCatalogue(other, { kind: "series" });
  const read = await readTraining(other, { trainingId: trainings[0]?.id ?? "" });
  expect([...read.parts.values()].map(({ title }) => title.en)).toEqual(["First evening"]);
});

test("a toolkit is shared with every file, and offered under the other state's own parts", async () => {
  const authored = (await library()).find(({ slug }) => slug === "workplace-toolkit");
  if (authored?.kind !== "toolkit") throw new Error("the library has no toolkit");
  const toolkit = await offerLibraryToolkit(officer, authored);
  const publish = () => publishItem(officer, { kind: "toolkit", id: toolkit.id });
  const { sql } = ms.tenant.database;
  const kept = await sql`delete from material_files returning *`;
  await expect(publish()).rejects.toMatchObject({ code: "trainings.file-missing" });
  await sql`insert into material_files ${sql(kept)}`;
  const { item } = await publish();
  await adopt(item);
  const { toolkits } = await listToolkits(other, {});
  expect(toolkits).toMatchObject([{ item, source: "adopted", feed: "us-ms", title: authored.body.title }]);
  expect((await reviewItem(other, { item })).takenAt).toBe(`/toolkits/${toolkits[0]?.id}`);
  for (const { sha256 } of authored.blobs) {
    const bytes = await al.tenant.peer.files.read(sha256);
    expect(
      createHash("sha256")
        .update(bytes ?? new Uint8Array())
        .digest("hex"),
    ).toBe(sha256);
  }
});

test("the library's own training plays at the adopter with every file when its origin is gone", async () => {
  const authored = (await library()).find((item) => item.kind === "training" && item.blobs.length > 0);
  if (!authored) throw new Error("the library has no training with a file");
  for (const { bytes } of authored.blobs) await keepMaterial(officer, bytes);
  const training = await createTraining(officer, { body: authored.body });
  await publishLocally(officer, { trainingId: training.id });
  const { item } = await publishItem(officer, { kind: "training", id: training.id });
  await adopt(item);
  net.cutOff("ms");
  for (const { sha256 } of authored.blobs) {
    const answer = await al.instance.fetch(new Request(`http://al.localhost/trainings/assets/${sha256}`));
    expect(answer.status).toBe(200);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
  }
  net.restore("ms");
});
