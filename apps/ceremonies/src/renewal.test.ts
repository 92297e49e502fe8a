import { trustExpired } from "@concord/federation";
import { expect, test } from "vitest";
import { Room, registrySigns } from "../test/room.ts";

const day = 86_400_000;
const later = (room: Room, days: number) => {
  room.now = new Date(room.now.getTime() + days * day);
};

test("an expired registry is renewed, with the same members", async () => {
  const room = await Room.open();
  const net = await room.found();
  await room.admit("us-ga");
  const held = (await room.trust(net)).registry;
  later(room, 181);
  expect(trustExpired(await room.trust(net), room.now)).toBe(true);
  expect(await room.say("verify registry.json")).toMatchObject({
    exitCode: 1,
    json: { holds: false, reason: "registry-expired" },
  });
  await room.done(`registry renew ${registrySigns}`);
  const trust = await room.trust(net, held);
  expect(trustExpired(trust, room.now)).toBe(false);
  expect(trust.registry).toMatchObject({ version: 3, prev: held.sha256, members: held.members });
});

test("with fewer holders than must sign, nothing is in force until another completes it", async () => {
  const room = await Room.open();
  const net = await room.found();
  await room.admit("us-ga");
  const before = await room.read("registry.json");
  const begun = await room.done("member suspend us-ga --with registry-1.key");
  expect(begun).toMatchObject({ complete: false, missing: [{ more: 1 }] });
  expect(await room.read("registry.json")).toBe(before);
  expect(await room.say("verify registry.partial")).toMatchObject({
    exitCode: 1,
    json: { reason: "threshold-not-met", signers: [expect.stringContaining("registry key 1 of 3")] },
  });
  await room.done("sign registry.partial --with registry-1.key");
  expect(await room.read("registry.json")).toBe(before);
  room.progress.length = 0;
  expect(await room.done("sign registry.partial --with registry-3.key")).toMatchObject({ complete: true });
  expect(room.progress).toContain("  us-ga is suspended (was active)");
  expect((await room.trust(net)).registry.members[0]?.status).toBe("suspended");
});

test("the same ceremony by the next holder completes what the first began; another one has to wait", async () => {
  const room = await Room.open();
  const net = await room.found();
  await room.admit("us-ga");
  await room.done("member suspend us-ga --with registry-1.key");
  later(room, 1);
  expect(await room.say("member leave us-ga --with registry-2.key")).toMatchObject({
    exitCode: 1,
    json: { refused: "ceremonies.pending" },
  });
  expect(await room.done("member suspend us-ga --with registry-2.key")).toMatchObject({ complete: true });
  expect((await room.trust(net)).registry.version).toBe(3);
});

test("a change that waited until it expired, or was overtaken, is not signed", async () => {
  const room = await Room.open();
  await room.found();
  await room.admit("us-ga");
  await room.done("member suspend us-ga --with registry-1.key");
  later(room, 200);
  expect(await room.say("sign registry.partial --with registry-2.key")).toMatchObject({
    exitCode: 1,
    json: { refused: "ceremonies.partial-expired" },
  });
  const partial = await room.read("registry.partial");
  const elsewhere = await Room.open();
  await elsewhere.found();
  await elsewhere.put("registry.partial", partial);
  const foreign = await elsewhere.say("sign registry.partial --with registry-1.key");
  expect(foreign.stderr).toContain("wrong-network");
});

test("the root is rotated by the thresholds of both versions, and the registry renewed under it", async () => {
  const room = await Room.open();
  const net = await room.found();
  await room.admit("us-ga");
  const held = (await room.trust(net)).registry;
  await room.makeKeys("root-4", "registry-4");
  const rotate =
    "root rotate --root-key root-2.pub --root-key root-3.pub --root-key root-4.pub" +
    " --registry-key registry-2.pub --registry-key registry-3.pub --registry-key registry-4.pub";
  expect(await room.done(`${rotate} --with root-4.key`)).toMatchObject({ complete: false });
  expect(await room.done("sign root.partial --with root-1.key")).toMatchObject({ complete: false });
  // One of the old two is left: the new version has two of its own now, the old one needs a second.
  expect(await room.done("sign root.partial --with root-2.key")).toMatchObject({
    complete: true,
    version: 2,
  });
  expect(await room.done(rotate.replace(" --with root-4.key", ""))).toMatchObject({ already: true });
  expect(await room.say(`registry renew ${registrySigns}`)).toMatchObject({
    json: { refused: "ceremonies.foreign-key" },
  });
  await room.done("registry renew --with registry-2.key --with registry-4.key");
  const trust = await room.trust(net, held);
  expect(trust.root.version).toBe(2);
  expect(trust.registry).toMatchObject({ version: 3, members: held.members });
});

test("a new root key that has not signed keeps the rotation from being finished", async () => {
  const room = await Room.open();
  await room.found();
  await room.makeKeys("root-4");
  const keys = [1, 2, 3, 4].map((n) => `--root-key root-${n}.pub`).join(" ");
  const begun = await room.done(`root rotate ${keys} --with root-1.key --with root-2.key --with root-3.key`);
  expect(begun).toMatchObject({ complete: false, missing: [{ of: "new-keys", more: 1 }] });
  await room.done("sign root.partial --with root-4.key");
  expect(await room.files()).toContain("root-2.json");
});

test("an expired root is rotated without other keys, and then lasts", async () => {
  const room = await Room.open();
  const net = await room.found();
  later(room, 731);
  expect(await room.say("verify root.json")).toMatchObject({ json: { reason: "registry-expired" } });
  await room.done("root rotate --with root-1.key --with root-3.key");
  await room.done(`registry renew ${registrySigns}`);
  expect(trustExpired(await room.trust(net), room.now)).toBe(false);
});
