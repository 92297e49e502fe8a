import type { ChildProcess } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  generateSigningKey,
  readSigningKey,
  Trust,
  verifyFirstRoot,
  verifyJoinRequest,
  verifyRegistry,
} from "@concord/federation";
import { serveNode } from "@concord/http";
import { foundTrialNetwork } from "@concord/peer";
import { createLogger, systemClock } from "@concord/runtime";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../src/context.ts";
import { adoptItem, askPeers, listPublished, publishItem } from "../src/syndication/index.ts";
import { createTraining, keepMaterial, listAllTrainings, publishLocally } from "../src/trainings/index.ts";
import { tenantHarness } from "./harness.ts";
import {
  freePort,
  needPythonAndOpenssl,
  python,
  pythonServer,
  refusal,
  signRegistry,
} from "./python-member.ts";
import { sampleTraining } from "./sample-training.ts";

/**
 * A member that was written in Python from PROTOCOL.md alone joins a network with a tenant. A second one, the desk,
 * is there from the start: it is where the network's registry is put when it has a new version.
 */
const vectors = fileURLToPath(new URL("../../../packages/federation/vectors", import.meta.url));
const slow = { timeout: 20_000 };

let folder: string;
let tenant: Awaited<ReturnType<typeof tenantHarness>>;
let officer: Context;
let first: Awaited<ReturnType<typeof foundTrialNetwork>>;
let stop: () => Promise<void>;
let [origin, desk, newcomer] = ["", "", ""];
let newcomerPort: number;
let request: string;
const running: ChildProcess[] = [];

beforeAll(async () => {
  await needPythonAndOpenssl();
  folder = await mkdtemp(join(tmpdir(), "concord-python-"));
  [desk, newcomer] = [join(folder, "desk"), join(folder, "newcomer")];
  const log = createLogger({ level: "fatal" });
  const fetch = (request: Request, env: object) => tenant.instance.fetch(request, env);
  const served = await serveNode({ fetch, port: 0, host: "127.0.0.1", log });
  stop = () => served.close();
  origin = local(served.port);
  await openNetwork();
});
afterAll(async () => {
  for (const server of running) server.kill();
  await stop?.();
  await tenant?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** A tenant and the desk, in a network of a version of the registry that names these two. */
async function openNetwork(): Promise<void> {
  const [deskPort, ours] = [await freePort(), readSigningKey(generateSigningKey())];
  // The key of a founding member is older than the network.
  const deskAsks = await makeMember(desk, { net: "0".repeat(64), code: "us-desk", port: deskPort });
  const roles = ["tenant" as const];
  const members = [
    { code: "us-ms", name: "Tenant", baseUrl: origin, roles, key: ours.publicJwk },
    { code: "us-desk", name: "Desk", baseUrl: local(deskPort), roles, key: payloadOf(deskAsks).key },
  ];
  first = await foundTrialNetwork(join(folder, "network"), members, systemClock);
  const network = { keys: { feed: ours }, bootstrap: first, development: true };
  tenant = await tenantHarness({ now: new Date().toISOString(), place: { origin, network } });
  officer = tenant.context(await tenant.officer());
  await tenant.instance.startWorker();
  const about = JSON.parse(await readFile(join(desk, "member.json"), "utf8"));
  await writeFile(join(desk, "member.json"), JSON.stringify({ ...about, net: first.rootSha256 }));
  await python("pull", desk, "us-ms", "--from", origin);
  running.push(await pythonServer(desk, deskPort));
  newcomerPort = await freePort();
}

function local(port: number): string {
  return `http://127.0.0.1:${port}`;
}

/** Makes a member's folder; gives its request to the keepers of the registry. */
async function makeMember(where: string, { net, code, port }: { net: string; code: string; port: number }) {
  const said = ["--net", net, "--code", code, "--base-url", local(port), "--development"];
  return JSON.stringify((await python("join", where, ...said)).request);
}

async function firstTrust(): Promise<Trust> {
  const root = await verifyFirstRoot(first.root, first.rootSha256);
  if (!root.verified) throw new Error(`the root is refused: ${root.reason}`);
  const registry = await verifyRegistry(first.registry, root.root);
  if (!registry.verified) throw new Error(`the registry is refused: ${registry.reason}`);
  return new Trust(root.root, registry.registry);
}

function payloadOf(document: string) {
  return JSON.parse(Buffer.from(JSON.parse(document).payload, "base64url").toString());
}

/** A training with a picture of its own, and both as files. */
async function withPicture(title: string) {
  const png =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  const picture = Buffer.concat([Buffer.from(png, "base64"), randomBytes(90_000)]);
  const sha256 = createHash("sha256").update(picture).digest("hex");
  const blob = { sha256, size: picture.byteLength, type: "image/png" as const };
  const alt = { en: "A harbor at night", es: "Un puerto de noche" };
  const body = sampleTraining(title);
  body.lessons[0]?.blocks.push({ id: "picture", type: "image", blob, alt });
  const [pictureFile, bodyFile] = [join(folder, `${title}.png`), join(folder, `${title}.json`)];
  await writeFile(pictureFile, picture);
  await writeFile(bodyFile, JSON.stringify(body));
  return { body, picture, sha256, pictureFile, bodyFile };
}

test("it gives every vector the verdict that the vector names", async () => {
  let count = 0;
  for (const name of await readdir(vectors)) {
    const lists = Object.values(JSON.parse(await readFile(join(vectors, name), "utf8")));
    for (const list of lists) count += Array.isArray(list) ? list.length : 0;
  }
  const older = 1;
  expect(await python("verify", "--vectors", vectors)).toEqual({ vectors: count + older, different: [] });
  const bent = join(folder, "bent");
  await cp(join(vectors, "trust.json"), join(bent, "trust.json"), { recursive: true });
  const text = await readFile(join(vectors, "checkpoint.json"), "utf8");
  await writeFile(join(bent, "checkpoint.json"), text.replace('"split-view"', '"rollback"'));
  expect(await refusal("verify", "--vectors", bent)).toMatchObject({ code: 1 });
});

test("who is not in the registry reads it, and is refused everything else", async () => {
  request = await makeMember(newcomer, { net: first.rootSha256, code: "us-zz", port: newcomerPort });
  const asked = await refusal("pull", newcomer, "us-ms", "--from", origin);
  expect(asked).toEqual({ code: 1, reason: "unknown-member" });
  const other = join(folder, "other");
  await python(
    "join",
    other,
    "--net",
    "0".repeat(64),
    "--code",
    "us-yy",
    "--base-url",
    origin,
    "--development",
  );
  expect(await refusal("pull", other, "--from", origin)).toEqual({ code: 1, reason: "wrong-network" });
  expect(await refusal("pull", other, "--from", local(1))).toEqual({ code: 3, reason: "unreachable" });
});

test("its request proves that it has its key, the registry's keys accept it, and the tenant learns of it from the desk", async () => {
  const asked = await verifyJoinRequest(request, await firstTrust(), new Date());
  if (!asked.verified) throw new Error(`the request is refused: ${asked.reason}`);
  const registry = payloadOf(first.registry);
  const before = Buffer.from(JSON.parse(first.registry).payload, "base64url");
  const next = await signRegistry(join(folder, "network"), {
    ...{ ...registry, version: 2, prev: createHash("sha256").update(before).digest("hex") },
    members: [
      ...registry.members,
      {
        ...{ code: "us-zz", name: "Newcomer", baseUrl: local(newcomerPort), roles: ["tenant"] },
        ...{
          status: "active",
          epochs: [{ epoch: 1, first: 1, keys: [{ jwk: asked.request.key, from: 1 }] }],
          credentialKeys: [],
        },
      },
    ],
  });
  await writeFile(join(desk, "registry.json"), next);
  await askPeers(officer, { code: "us-desk" });
  const answer = await fetch(`${origin}/federation/v1/registry`);
  expect(await answer.text()).toBe(next);
});

test("it pulls and verifies the tenant's feed with body and picture, and the tenant gets its receipt", async () => {
  const { body, picture, sha256 } = await withPicture("Harbor");
  await keepMaterial(officer, picture);
  const { id } = await createTraining(officer, { body });
  await publishLocally(officer, { trainingId: id });
  const { item } = await publishItem(officer, { kind: "training", id });
  const pulled = await python("pull", newcomer, "us-ms", "--from", origin);
  const items = { [item]: { status: "live", complete: true } };
  expect(pulled).toEqual({ "us-ms": { new: 1, applied: 1, items } });
  expect(picture.equals(await readFile(join(newcomer, "blobs", sha256)))).toBe(true);
  expect(await python("verify", newcomer)).toEqual({ registry: 2, entries: 1, files: 2 });
  const published = await listPublished(officer, {});
  expect(published.items[0]?.holders.map(({ code }) => code)).toContain("us-zz");
});

test("it publishes a training with a picture, and its hint makes the tenant pull, verify and offer it", async () => {
  running.push(await pythonServer(newcomer, newcomerPort));
  const { pictureFile, bodyFile, sha256, picture } = await withPicture("Quay");
  const said = ["--file", pictureFile, "--attribution", "A program elsewhere"];
  const entry = await python("publish", newcomer, "quay", "--body", bodyFile, ...said);
  expect(entry).toEqual({ item: "us-zz.quay", revision: 1, seq: 1 });
  const { peer } = tenant.tenant;
  await expect.poll(() => peer.item("us-zz.quay"), slow).toMatchObject({ status: "live", complete: true });
  await adoptItem(officer, { item: "us-zz.quay", revision: 1 });
  const { trainings } = await listAllTrainings(officer, {});
  expect(trainings.find(({ item }) => item === "us-zz.quay")).toMatchObject({ source: "adopted" });
  expect(picture.equals((await peer.files.read(sha256)) ?? Buffer.alloc(0))).toBe(true);
  const receipt = () => readdir(join(newcomer, "receipts"));
  await expect.poll(receipt, slow).toContain("us-ms.jws");
});

test("what it serves it serves to members, but for the registry", async () => {
  const there = `${local(newcomerPort)}/federation/v1`;
  const asked = [
    "/registry",
    "/root/1",
    "/root/2",
    "/feeds/us-zz/checkpoint",
    "/feeds/us-zz/entries",
    "/blobs/0",
  ];
  const answers = await Promise.all(asked.map((path) => fetch(there + path)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 401, 401, 401]);
  expect(await answers.at(-1)?.json()).toMatchObject({ code: "federation.malformed" });
  const hint = await fetch(`${there}/hints`, { method: "POST", body: '{"feed":"us-zz","seq":1}' });
  expect(hint.status).toBe(401);
});

test("its recall hides what the tenant adopted", async () => {
  tenant.clock.advance(60_000);
  await python("publish", newcomer, "quay", "--op", "recall", "--reason", "A number was wrong");
  const shown = async () => {
    const { trainings } = await listAllTrainings(officer, {});
    return trainings.find(({ item }) => item === "us-zz.quay")?.status;
  };
  await expect.poll(shown, slow).toBe("recalled");
  expect(await python("verify", newcomer)).toMatchObject({ entries: 3 });
});

test("a file that was changed where it is kept is found", async () => {
  const [name = ""] = await readdir(join(newcomer, "blobs"));
  await writeFile(join(newcomer, "blobs", name), "something else");
  expect(await refusal("verify", newcomer)).toEqual({ code: 1, reason: "blob-mismatch" });
});
