import type { Json } from "@concord/federation";
import type { ItemUndone } from "@concord/peer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleTraining } from "../../test/sample-training.ts";
import { trialNetwork } from "../../test/trial-network.ts";
import type { Context } from "../context.ts";
import { systemActor } from "../identity/index.ts";
import { createTraining, listAllTrainings, listCatalogue, publishLocally } from "../trainings/index.ts";
import {
  adoptItem,
  askPeers,
  endItem,
  listIncoming,
  publishItem,
  syndicationHandlers,
  undoneHandlers,
} from "./index.ts";

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

async function shared(title: string) {
  const slug = title.toLowerCase().replaceAll(" ", "-");
  const { id } = await createTraining(officer, { body: sampleTraining(title), slug });
  await publishLocally(officer, { trainingId: id });
  const { item } = await publishItem(officer, { kind: "training", id });
  await askPeers(other, {});
  await adoptItem(other, { item, revision: 1 });
  return { id, item };
}

/** What the peer does when the registry closed the epoch before some entries of Mississippi. */
async function undo(harness: Harness, undone: Omit<ItemUndone, "feed" | "kind" | "cause">, erased?: Json) {
  const context = () => harness.context(systemActor("syndication"));
  const about = { feed: "us-ms", kind: "training", cause: "stolen" } as const;
  const { peer, database } = harness.tenant;
  const body = erased ?? (await peer.revisionBody(undone.item, 1));
  await database.transaction(async (tx) => {
    await undoneHandlers(context).training?.(tx, { ...about, ...undone });
    if (undone.stands?.status !== "live" || harness === ms) return;
    const again = { op: "publish", revision: undone.stands.revision, schema: "concord.training/1" } as const;
    const change = { ...about, ...again, item: undone.item, blobs: [], seq: 1, at: harness.clock.now() };
    await syndicationHandlers(context).training?.(tx, { ...change, ...(body ? { body } : {}) });
  });
}

const incoming = async (item: string) =>
  (await listIncoming(other, {})).items.find((one) => one.item === item);
const offered = async (item: string) =>
  (await listCatalogue(other, {})).trainings.some((one) => one.item === item);
const kept = async (item: string) =>
  (await listAllTrainings(other, {})).trainings.find((one) => one.item === item);

test("a training that a thief recalled is offered again as it was adopted", async () => {
  const { item } = await shared("Recalled by a thief");
  await endItem(officer, { item, op: "recall", reason: "a lie" });
  await askPeers(other, {});
  expect(await offered(item)).toBe(false);
  await undo(at(al), { item, stands: { revision: 1, status: "live" } });
  expect(await offered(item)).toBe(true);
  expect(await incoming(item)).toMatchObject({ status: "adopted", pinnedRevision: 1, reason: null });
});

test("a training that a thief erased waits to be adopted anew, and is offered then", async () => {
  const { item } = await shared("Erased by a thief");
  const body = await at(al).tenant.peer.revisionBody(item, 1);
  await endItem(officer, { item, op: "erase", reason: "a lie" });
  await askPeers(other, {});
  await undo(at(al), { item, stands: { revision: 1, status: "live" } }, body);
  expect(await incoming(item)).toMatchObject({ pinnedRevision: null, status: "new" });
  expect(await offered(item)).toBe(false);
  // As the peer has it again once it fetched the body from a mirror.
  const { sql } = at(al).tenant.database;
  const json = JSON.stringify(body);
  await sql`update peer.items set status = 'live', erased_revisions = '{}' where item = ${item}`;
  await sql`insert into peer.bodies select body_sha256, ${json} from peer.entries where item = ${item} and op = 'publish'`;
  await adoptItem(other, { item, revision: 1 });
  expect(await offered(item)).toBe(true);
});

test("what a thief published and we adopted is taken out of the catalogue", async () => {
  const { item } = await shared("Planted by a thief");
  await undo(at(al), { item });
  expect(await offered(item)).toBe(false);
  expect(await kept(item)).toMatchObject({ status: "recalled" });
  expect(await incoming(item)).toMatchObject({ status: "recalled" });
});

test("what of our own does not stand can be published again, as a new item", async () => {
  const { id, item } = await shared("Our own");
  await undo(at(ms), { item });
  const again = await publishItem(officer, { kind: "training", id });
  expect(again.item).not.toBe(item);
  expect(again.revision).toBe(1);
});
