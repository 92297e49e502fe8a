import { stat } from "node:fs/promises";
import { expect, test } from "vitest";
import { founding, passphrase, Room, registrySigns } from "../test/room.ts";

test("a network is founded by all root keys, and its documents are what an instance takes", async () => {
  const room = await Room.open();
  const net = await room.found();
  const trust = await room.trust(net);
  expect(trust.root).toMatchObject({ version: 1, root: { threshold: 2 }, registry: { threshold: 2 } });
  expect(trust.registry).toMatchObject({ version: 1, prev: null, net, members: [] });
  expect(JSON.parse(await room.read("network.json"))).toEqual({ rootSha256: net });
});

test("the network's id is told as 80 bits in groups and in full", async () => {
  const room = await Room.open();
  const net = await room.found();
  const { spoken, network } = await room.done(founding);
  expect(network).toBe(net);
  expect(spoken).toMatch(/^([0-9a-f]{4} ){4}[0-9a-f]{4}$/);
  expect(net.startsWith(String(spoken).replaceAll(" ", ""))).toBe(true);
});

test("an offline key is encrypted, for its owner's eyes, and never shown", async () => {
  const room = await Room.open();
  const { stdout, stderr } = await room.say("key make root-1.key");
  const text = await room.read("root-1.key");
  const header = JSON.parse(Buffer.from(text.split(".")[0] ?? "", "base64url").toString());
  expect(header).toMatchObject({ alg: "PBES2-HS512+A256KW", enc: "A256GCM", cty: "jwk+json", p2c: 1000 });
  expect((await stat(room.path("root-1.key"))).mode & 0o777).toBe(0o600);
  const told = stdout + stderr + room.progress.join() + (await room.read("root-1.pub"));
  expect(told).not.toMatch(/"d"/);
  expect(told).not.toContain(passphrase);
});

test("a key that is there is never replaced, and its public half comes back", async () => {
  const room = await Room.open();
  const first = await room.done("key make root-1.key");
  const text = await room.read("root-1.key");
  expect(await room.done("key make root-1.key")).toMatchObject({ made: false, kid: first.kid });
  expect(await room.read("root-1.key")).toBe(text);
});

test("founders in different places complete one root, each with a new key", async () => {
  const room = await Room.open();
  await room.makeKeys("root-1", "root-2", "root-3", "registry-1", "registry-2", "registry-3");
  const begun = await room.done(`${founding} --with root-1.key`);
  expect(begun).toMatchObject({ complete: false, file: room.path("root.partial") });
  expect(await room.files()).not.toContain("root.json");
  expect(await room.done("sign root.partial --with root-2.key")).toMatchObject({
    complete: false,
    missing: [{ of: "new-keys", more: 1 }],
  });
  const { sha256 } = await room.done("sign root.partial --with root-3.key");
  expect(await room.files()).not.toContain("root.partial");
  await room.done("registry renew --with registry-1.key");
  await room.done("sign registry.partial --with registry-3.key");
  expect((await room.trust(String(sha256))).registry.version).toBe(1);
});

test.each([
  ["two root keys", "found --root-key root-1.pub --root-key root-2.pub --registry-key registry-1.pub", 2],
  ["no registry key", `found ${[1, 2, 3].map((n) => `--root-key root-${n}.pub`).join(" ")}`, 2],
  ["a threshold that is no majority", `${founding} --root-threshold 1 --with root-1.key`, 1],
  ["a threshold beyond the keys", `${founding} --registry-threshold 4 --with root-1.key`, 1],
  ["one key twice", `${founding} --root-key root-1.pub --with root-1.key`, 1],
])("a founding with %s is refused and leaves nothing", async (_what, line, exitCode) => {
  const room = await Room.open();
  await room.makeKeys("root-1", "root-2", "root-3", "registry-1", "registry-2", "registry-3");
  const before = await room.files();
  expect(await room.say(line)).toMatchObject({ exitCode });
  expect(await room.files()).toEqual(before);
});

test("a second founding in the same folder changes nothing, and one with other keys is refused", async () => {
  const room = await Room.open();
  await room.found();
  const root = await room.read("root.json");
  expect(await room.done(founding)).toMatchObject({ complete: true });
  await room.makeKeys("other");
  const other = await room.say(`${founding.replace("root-3.pub", "other.pub")} --with other.key`);
  expect(other).toMatchObject({ exitCode: 1, json: { refused: "ceremonies.founded-already" } });
  expect(await room.read("root.json")).toBe(root);
});

test("a key that the role does not name may not sign", async () => {
  const room = await Room.open();
  await room.found();
  expect(await room.say("registry renew --with root-1.key")).toMatchObject({
    exitCode: 1,
    json: { refused: "ceremonies.foreign-key" },
  });
  expect(await room.say(`registry renew ${registrySigns}`)).toMatchObject({ exitCode: 0 });
});
