import { handleErrors } from "@concord/http";
import { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deskOf } from "../../test/keepers.ts";
import { regionNetwork } from "../../test/network.ts";
import type { PortalEnv } from "../portal/environment.ts";
import { trialPortal } from "./trial-portal.tsx";

let net: Awaited<ReturnType<typeof regionNetwork>>;
let desk: ReturnType<typeof deskOf>;

beforeAll(async () => {
  net = await regionNetwork(["us-ms", "us-al"]);
  desk = deskOf(net);
  await net.region.peer.syncNow();
});
afterAll(() => net.close());

const standingOf = (kid: string) => net.json(`/api/v1/network/requests/${kid}`);
const suspend = (member: string) => ({ ceremony: "suspend", member });

test("a state asks, two keepers sign what the desk shows, and every member learns of it by itself", async () => {
  const { status, body, key, read, id } = await desk.ask("us-ia");
  expect([status, JSON.parse(body)]).toEqual([202, { kid: key.kid, code: "us-ia", fingerprint: read }]);
  expect(await standingOf(key.kid)).toMatchObject({ standing: "waiting", code: "us-ia", signatures: null });
  const form = await net.get(`/network/desk/begin/add?request=${id}`);
  expect(form.body).toContain("Program of us-ia");
  expect(form.body).not.toContain(read);
  const text = await desk.draft({ ceremony: "add", request: id, fingerprint: read, group: "southeast" });
  const first = await desk.handIn(await desk.sign(text, 1));
  expect(first.status).toBe(303);
  expect(await standingOf(key.kid)).toMatchObject({
    standing: "proposed",
    signatures: { given: 1, needed: 2 },
  });
  const before = (await desk.registry()).version;
  const second = await desk.handIn(await desk.sign(text, 2));
  expect([second.status, second.location]).toEqual([303, first.location]);
  expect((await net.get(first.location)).body).toContain("This is in force since");
  const registry = await desk.registry();
  expect(registry.version).toBe(before + 1);
  expect(registry.groups.find(({ code }) => code === "southeast")?.members).toContain("us-ia");
  expect(await standingOf(key.kid)).toMatchObject({ standing: "member", registryVersion: before + 1 });
  // The checkpoint of the region names the new registry: whoever asks for it fetches that.
  await net.state("us-al").peer.syncNow("region");
  expect((await net.state("us-al").peer.trust()).registry.version).toBe(before + 1);
  const { body: network } = await net.get("/network");
  expect(network).toContain("Program of us-ia");
  expect(network).not.toContain("An open seat");
  expect(await net.read("/network/desk")).toContain("Took effect: the list of members");
});

test("the same link is the same document for every keeper, and an old link is none", async () => {
  const fields = { ...suspend("us-al"), at: String(Math.floor(net.clock.now().getTime() / 1000)) };
  const path = `/network/desk/draft?${new URLSearchParams(fields)}`;
  const [one, other] = [await net.get(path), await net.get(path)];
  expect(one.body).toBe(other.body);
  expect(one.body).toContain("us-al is suspended.");
  const file = await net.get(path.replace("/draft", "/draft/registry.partial"));
  expect(JSON.parse(file.body).signatures).toEqual([]);
  const old = await net.get(`/network/desk/draft?${new URLSearchParams({ ...fields, at: "1700000000" })}`);
  expect([old.status, old.body]).toEqual([409, expect.stringContaining("left open for too long")]);
});

test("the fingerprint must be the one in the request; nothing is shown that could be copied", async () => {
  const { id, read } = await desk.ask("us-fl");
  const { location } = await desk.send(
    `/network/desk/draft?${new URLSearchParams({ ceremony: "add", request: id, fingerprint: "0000 1111 2222 3333 4444" })}`,
    {},
  );
  const { status, body } = await net.get(location);
  expect([status, body]).toEqual([422, expect.stringContaining("That is not the key in this request.")]);
  expect(body).not.toContain(read);
  const empty = await net.get(`/es/network/desk/draft?ceremony=add&request=${id}&fingerprint=&at=1`);
  expect([empty.status, empty.body]).toEqual([422, expect.stringContaining("Complete este dato.")]);
});

test("a keeper may put another document in the place of their own, and not of one that others signed", async () => {
  const registry = await desk.registry();
  const mine = await desk.sign(await desk.draft(suspend("us-al")), 1);
  const { location } = await desk.handIn(mine);
  const other = await desk.draft(suspend("us-ms"));
  const refused = await desk.handIn(await desk.sign(other, 3));
  expect([refused.status, refused.body]).toEqual([409, expect.stringContaining("Another document")]);
  const changed = await desk.handIn(await desk.sign(other, 1));
  expect(changed.status).toBe(303);
  expect((await net.get(location)).body).toContain("another document in its place");
  const back = await desk.handIn(mine);
  expect([back.status, back.body]).toEqual([409, expect.stringContaining("cannot come back")]);
  // Complete, one takes the place of whatever waits: nobody alone blocks the others.
  const third = await desk.draft({ ceremony: "renew" });
  expect((await desk.handIn(await desk.sign(third, 2, 3))).status).toBe(303);
  expect((await desk.registry()).version).toBe(registry.version + 1);
});

test("two keepers at once: both signatures count, and it takes effect once", async () => {
  const registry = await desk.registry();
  const text = await desk.draft(suspend("us-al"));
  const [one, two] = [await desk.sign(text, 1), await desk.sign(text, 2)];
  const answers = await Promise.all([desk.handIn(one), desk.handIn(two), desk.handIn(one)]);
  // Whoever comes last may find it in force already.
  expect(answers.every(({ status }) => status === 303 || status === 409)).toBe(true);
  const now = await desk.registry();
  expect([now.version, now.members.find(({ code }) => code === "us-al")?.status]).toEqual([
    registry.version + 1,
    "suspended",
  ]);
  const late = await desk.handIn(await desk.sign(text, 1, 2));
  expect([late.status, late.body]).toEqual([409, expect.stringContaining("is in force already")]);
});

test("a request by hand is taken in both languages, and damaged ones are refused in words", async () => {
  const { text, key } = await desk.ask("us-nc");
  const again = await desk.post("/es/network/requests", { request: text });
  expect([again.status, again.location]).toEqual([303, `/es/network/requests/${key.kid}`]);
  expect((await net.get(again.location)).body).toContain("Espera a los custodios");
  const empty = await desk.post("/network/requests", { request: "" });
  expect([empty.status, empty.body]).toEqual([422, expect.stringContaining("Choose the request file")]);
  const damaged = await desk.post("/network/requests", { request: text.replace(/.{8}"\}/, 'AAAAAAAA"}') });
  expect([damaged.status, damaged.body]).toEqual([422, expect.stringContaining("The request does not hold")]);
  const foreign = await desk.post("/network/requests", { request: text }, { origin: "https://evil.example" });
  expect(foreign.status).toBe(403);
});

test("made-up keepers are there in a trial only", async () => {
  const { status, body } = await net.get("/network/desk/trial-keepers");
  expect([status, body]).toEqual([200, expect.stringContaining("Anna")]);
  expect((await net.get("/network/desk/trial-keepers/2/registry")).body.split(".")).toHaveLength(5);
  expect((await net.get("/network/desk/trial-keepers/4/registry")).status).toBe(404);
  const { trial: _, ...elsewhere } = net.region;
  const app = new Hono<PortalEnv>();
  handleErrors(app, { log: net.region.log });
  app.route("/", trialPortal(elsewhere));
  for (const path of ["/network/desk/trial-keepers", "/network/desk/trial-keepers/2/registry"])
    expect((await app.request(path)).status).toBe(404);
});
