import { access, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateSigningKey, readSigningKey, verifyJoinRequest } from "@concord/federation";
import { type Bootstrap, foundTrialNetwork, readBootstrap, type TrialMember } from "@concord/peer";
import { testClock, type Visitor } from "@concord/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tenantHarness } from "../../test/harness.ts";
import { trustOf } from "./desk.ts";
import { joinedFolder } from "./joining-folder.ts";
import { lookAgainIfAsked } from "./look-again.ts";
import { spoken } from "./model.ts";

type Harness = Awaited<ReturnType<typeof tenantHarness>>;

const now = "2026-11-02T15:00:00Z";
const clock = testClock(now);
const feed = readSigningKey(generateSigningKey());
const address = "http://ms.localhost";
const neighbour: TrialMember = {
  ...{ code: "us-ms", name: "Mississippi", baseUrl: address, roles: ["tenant"], key: feed.publicJwk },
};
const home = "/office/network/join";

let folder: string;
let net: Bootstrap;
let ms: Harness;
let newcomer: Harness;
let office: Visitor;
/** What a member serves as the newest registry; the neighbour's own unless given. */
let newest: string | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "concord-founders-"));
  net = await foundTrialNetwork(folder, [neighbour], clock);
  const network = { keys: { feed }, bootstrap: net, development: true };
  ms = await tenantHarness({ profile: "ms", now, place: { origin: address, network } });
  newcomer = await tenantHarness({ profile: "tn", now, fetch: toMississippi });
  await newcomer.officer("olive@office.example");
  office = newcomer.visitor();
  await office.signIn("olive@office.example");
});
afterAll(async () => {
  await newcomer?.close();
  await ms?.close();
  await rm(folder, { recursive: true });
});

const toMississippi: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const { origin, pathname } = new URL(request.url);
  if (origin !== address) throw new TypeError("fetch failed");
  if (newest !== undefined && pathname.endsWith("/registry"))
    return new Response(newest, { headers: { "content-type": "application/jose+json" } });
  return await ms.instance.fetch(request);
};

const place = () => newcomer.tenant.place;
const request = async () => (await office.open(`${home}/request`)).html;

test("an office that is alone is led to the page, and learns what to have ready", async () => {
  await office.open("/office/network");
  expect(office.text).toContain("Your office is not in a network yet");
  await office.open(office.link(/network\/join$/));
  expect(office.text).toContain("Telephone one of the network’s keepers");
  expect(office.text).toContain("us-tn");
});

test.each([
  ["nothing", "", "", "Type a web address"],
  ["an id that is too short", address, "12ab", "64 letters a to f and digits"],
  ["another network's id", address, "0".repeat(64), "has another id"],
  ["an address where nobody answers", "http://nobody.localhost", "0".repeat(64), "No network answered"],
  ["something that is no address", "not an address", "0".repeat(64), "Type a web address"],
])("%s comes back with what to mend, and nothing is kept", async (_, typed, id, said) => {
  await office.open(home);
  await office.submit(home, { address: typed, id });
  expect(office.seen.status).toBe(422);
  if (typed) expect(office.text).toContain(said);
  expect(office.seen.html).toContain(`value="${id}"`);
  await office.open(home);
  expect(office.text).toContain("Find the network");
});

test("the id is taken as it was read out, and the page shows who is in the network", async () => {
  await office.open(home);
  const id = spoken(net.rootSha256).toUpperCase().replaceAll(" ", " - ");
  await office.submit(home, { address: `${address}/es/some/page?x=1`, id });
  expect(office.text).toContain("its signatures match the id");
  expect(office.text).toContain("Mississippi us-ms");
  expect(office.text).toContain("this network has no region");
  await office.open(`/es${home}`);
  expect(office.text).toContain("¿Es esta la red a la que se refiere?");
});

test("it can be begun again, and goes on where it was left", async () => {
  await office.open(home);
  await office.submit(`${home}/stop`);
  expect(office.text).toContain("as it was read out");
  await office.submit(home, { address, id: net.rootSha256 });
  await office.open(home);
  expect(office.text).toContain("Is this you?");
});

test("the request is signed by our key, for this network, and is downloaded where no desk takes it", async () => {
  await office.open(home);
  await office.submit(`${home}/ask`, { way: "send" });
  expect(office.seen.status).toBe(409);
  expect(office.text).toContain("has no region that takes requests");
  expect(office.text).toContain("signed and not handed in yet");
  const text = await request();
  expect(office.seen.headers.get("content-disposition")).toBe('attachment; filename="us-tn.join"');
  const verdict = await verifyJoinRequest(text, await trustOf(net), newcomer.clock.now());
  expect(verdict).toMatchObject({ verified: true, request: { code: "us-tn", endorsed: false } });
  expect(verdict).toMatchObject({ request: { key: { kid: newcomer.tenant.peer.kid } } });
});

test("while the registry does not name it the office waits, and the page says so", async () => {
  newest = await registryWith(readSigningKey(generateSigningKey()).publicJwk, "us-xx");
  await office.open(home);
  await office.submit(`${home}/look`);
  expect(office.text).toContain("The network does not name you yet");
  await lookAgainIfAsked(newcomer.context());
  await office.open(home);
  expect(office.text).toContain("Last asked");
});

test("a registry that names its code with another key is told of, and does not let it in", async () => {
  const other = readSigningKey(generateSigningKey());
  newest = await registryWith(other.publicJwk);
  await office.submit(`${home}/look`);
  expect(office.text).toContain("names your code with another key");
  await expect(access(joinedFolder(place().keysDir))).rejects.toThrow();
});

test("once the registry names it with its key, the network is kept beside its keys", async () => {
  const { kid } = newcomer.tenant.peer;
  const jwk = { ...(await keyOfRequest()) };
  expect(jwk.kid).toBe(kid);
  newest = await registryWith(jwk);
  await lookAgainIfAsked(newcomer.context());
  const joined = await readBootstrap(joinedFolder(place().keysDir));
  expect(joined).toMatchObject({ rootSha256: net.rootSha256, registry: newest });
  await office.open(home);
  expect(office.text).toContain("Your office is moving over");
  await expect(access(join(place().keysDir, "joining"))).rejects.toThrow();
});

test("each step stands in the audit", async () => {
  await office.open("/office/audit");
  for (const step of ["found", "pinned"]) expect(office.seen.html).toContain(`ceremonies.network-${step}`);
  for (const step of ["requested", "given-up"]) expect(office.seen.html).toContain(`ceremonies.join-${step}`);
});

/** The key that the request names. */
async function keyOfRequest(): Promise<TrialMember["key"]> {
  const { payload } = JSON.parse(await request());
  return JSON.parse(Buffer.from(payload, "base64url").toString()).key;
}

/** The next registry of the network, with a newcomer in it. */
async function registryWith(key: TrialMember["key"], code = "us-tn"): Promise<string> {
  const { origin } = newcomer.tenant;
  const member: TrialMember = { code, name: "Tennessee", baseUrl: origin, roles: ["tenant"], key };
  return (await foundTrialNetwork(folder, [neighbour, member], clock)).registry;
}
