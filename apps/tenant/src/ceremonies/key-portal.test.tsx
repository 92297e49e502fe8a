import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readSigningKey, Trust, verifyJoinRequest } from "@concord/federation";
import { fingerprint } from "@concord/stewardship";
import type { Visitor } from "@concord/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleTraining } from "../../test/sample-training.ts";
import { trialNetwork } from "../../test/trial-network.ts";
import { publishItem } from "../syndication/index.ts";
import { createTraining, publishLocally } from "../trainings/index.ts";
import { lookForKeyIfAsked } from "./take-new-key.ts";

let net: Awaited<ReturnType<typeof trialNetwork>>;
let ms: (typeof net)["tenants"][number];
let office: Visitor;

beforeAll(async () => {
  net = await trialNetwork(["ms", "al"]);
  [ms] = net.tenants as [typeof ms];
  await ms.officer("olive@office.example");
  office = ms.visitor();
  await office.signIn("olive@office.example");
});
afterAll(() => net.close());

const home = "/office/network/key";
const keyFile = (name: string) => join(ms.tenant.place.keysDir, name);
const kidIn = async (name: string) => readSigningKey(await readFile(keyFile(name), "utf8")).kid;

async function publishOne(title: string) {
  const context = ms.context();
  const { id } = await createTraining(context, { body: sampleTraining(title) });
  await publishLocally(context, { trainingId: id });
  return await publishItem(context, { kind: "training", id });
}

test("the page says which key signs, and leads from the members' page", async () => {
  await office.open("/office/network/members");
  await office.open(office.link(/network\/key$/));
  expect(office.text).toContain("The network takes what this key signs");
  expect(office.text).toContain(fingerprint(ms.tenant.peer.kid));
  await office.open(`/es${home}`);
  expect(office.text).toContain("La red acepta lo que firma esta clave");
});

test("a new key is made, the present one vouches for it, and a keeper is told from which entry", async () => {
  await publishOne("Before the new key");
  await office.open(home);
  await office.submit(`${home}/ask`, { way: "file" });
  const kid = await kidIn("next.json");
  expect(office.text).toContain(fingerprint(kid));
  expect(office.text).toContain("the number of your next entry: 2");
  const { root, registry } = await ms.tenant.peer.trust();
  const text = (await office.open(`${home}/request`)).html;
  const verdict = await verifyJoinRequest(text, new Trust(root, registry), ms.clock.now());
  expect(verdict).toMatchObject({ verified: true, request: { code: "us-ms", endorsed: true, key: { kid } } });
});

test("it does not sign before the list of members names it", async () => {
  await lookForKeyIfAsked(ms.context());
  await office.open(home);
  expect(office.text).toContain("Last asked");
  await expect(access(keyFile("next.json"))).resolves.toBeUndefined();
  await expect(access(keyFile("feed.json"))).rejects.toThrow();
});

test("an office does without it again, and asks with another one", async () => {
  const before = await kidIn("next.json");
  await office.open(home);
  await office.submit(`${home}/stop`);
  await expect(access(keyFile("next.json"))).rejects.toThrow();
  await office.submit(`${home}/ask`, { way: "file" });
  expect(await kidIn("next.json")).not.toBe(before);
});

test("where the key may be stolen nothing more is signed, and the page has what the keepers need", async () => {
  await office.open(home);
  await office.submit(`${home}/halt`);
  expect(office.text).toContain("Your office signs nothing more");
  const { size, head } = await ms.tenant.peer.ownFeed();
  expect(office.text).toContain(`Number of the last entry ${size}`);
  expect(office.text.replaceAll(" ", "")).toContain(head);
  await expect(publishOne("After the theft")).rejects.toMatchObject({ code: "federation.feed-halted" });
  await office.open("/office/network/problems");
  expect(office.text).toContain("Your own sharing has stopped");
});

test("a key that is asked for then has no word of the old one", async () => {
  await office.open(home);
  await office.submit(`${home}/stop`);
  await office.submit(`${home}/ask`, { way: "file" });
  const { root, registry } = await ms.tenant.peer.trust();
  const text = (await office.open(`${home}/request`)).html;
  const verdict = await verifyJoinRequest(text, new Trust(root, registry), ms.clock.now());
  expect(verdict).toMatchObject({ verified: true, request: { endorsed: false } });
});

test("a false alarm ends it, once", async () => {
  await office.open(home);
  await office.submit(`${home}/resume`);
  expect(office.text).toContain("Stop signing now");
  expect(await publishOne("After the alarm")).toMatchObject({ seq: 2 });
});

test("a look for what is missing finds nothing where nothing is, and each step stands in the audit", async () => {
  await office.open(home);
  await office.submit(`${home}/restore`);
  expect(office.text).toContain("Nothing is missing");
  await office.open("/office/audit");
  for (const step of ["key-requested", "key-given-up", "signing-halted", "signing-resumed", "feed-restored"])
    expect(office.seen.html).toContain(`ceremonies.${step}`);
});
