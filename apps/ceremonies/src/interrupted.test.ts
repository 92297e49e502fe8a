import { chmod, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { founding, Room, registrySigns } from "../test/room.ts";

/** Breaks a ceremony off before each of its writes, and says it again: it must end as if nothing had happened. */
async function breakOffEverywhere(
  prepare: (room: Room) => Promise<string>,
  check: (room: Room) => Promise<void>,
) {
  for (let at = 0; ; at += 1) {
    const room = await Room.open();
    const line = await prepare(room);
    room.writes = 0;
    room.breakAt = at;
    const broken = await room.say(line).then(
      () => false,
      () => true,
    );
    room.breakAt = undefined;
    if (broken) {
      // What is there is whole: an instance that was given the folder now would still start, or find nothing.
      const pinned = (await room.files()).includes("network.json");
      if (pinned) expect(await room.say("verify root.json")).toMatchObject({ exitCode: 0 });
      await room.done(line);
    }
    await check(room);
    expect((await room.files()).filter((name) => /partial|\.[0-9a-f]{12}$/.test(name))).toEqual([]);
    if (!broken) return at;
  }
}

const netOf = async (room: Room) => String(JSON.parse(await room.read("network.json")).rootSha256);

test("a founding that is broken off before any of its writes is completed by saying it again", async () => {
  const all = `${founding} --with root-1.key --with root-2.key --with root-3.key ${registrySigns}`;
  const writes = await breakOffEverywhere(
    async (room) => {
      await room.makeKeys("root-1", "root-2", "root-3", "registry-1", "registry-2", "registry-3");
      return all;
    },
    async (room) => {
      expect((await room.trust(await netOf(room))).registry.version).toBe(1);
    },
  );
  expect(writes).toBe(3);
});

test("a change of the registry that is broken off leaves the old one, and is done by saying it again", async () => {
  await breakOffEverywhere(
    async (room) => {
      await room.found();
      await room.admit("us-ga");
      return `member suspend us-ga ${registrySigns}`;
    },
    async (room) => {
      const { registry } = await room.trust(await netOf(room));
      expect([registry.version, registry.members[0]?.status]).toEqual([3, "suspended"]);
    },
  );
});

test("a rotation of the root that is broken off is done by saying it again", async () => {
  await breakOffEverywhere(
    async (room) => {
      await room.found();
      await room.makeKeys("root-4");
      return "root rotate --root-key root-1.pub --root-key root-2.pub --root-key root-4.pub --with root-1.key --with root-2.key --with root-4.key";
    },
    async (room) => {
      expect((await room.trust(await netOf(room))).root.version).toBe(2);
    },
  );
});

test("the last signature that is broken off is given again", async () => {
  await breakOffEverywhere(
    async (room) => {
      await room.found();
      await room.done("registry renew --with registry-1.key");
      return "sign registry.partial --with registry-2.key";
    },
    async (room) => {
      expect((await room.trust(await netOf(room))).registry.version).toBe(2);
    },
  );
});

test("a partial file that outlived its ceremony is told from one that waits", async () => {
  const room = await Room.open();
  const net = await room.found();
  await room.done("registry renew --with registry-1.key");
  const partial = await room.read("registry.partial");
  await room.done("sign registry.partial --with registry-2.key");
  await room.put("registry.partial", partial);
  expect(await room.say("sign registry.partial --with registry-2.key")).toMatchObject({
    exitCode: 1,
    json: { refused: "ceremonies.finished" },
  });
  await room.done(`registry renew ${registrySigns}`);
  expect((await room.trust(net)).registry.version).toBe(3);
});

test("a wrong passphrase, a short one and a damaged key change nothing", async () => {
  const room = await Room.open();
  await room.found();
  const before = await room.read("registry.json");
  await room.put("wrong.txt", "five other words by chance\n");
  await room.put("short.txt", "short\n");
  const renew = (more: string) => room.say(`registry renew ${more}`);
  expect(await renew(`${registrySigns} --passphrase-file wrong.txt`)).toMatchObject({
    exitCode: 1,
    json: { refused: "ceremonies.key-closed" },
  });
  const mixed = `${registrySigns} --passphrase-file pass.txt --passphrase-file wrong.txt`;
  expect(await renew(mixed)).toMatchObject({ exitCode: 1 });
  await writeFile(room.path("registry-2.key"), (await room.read("registry-2.key")).slice(0, -4));
  expect(await renew(registrySigns)).toMatchObject({
    exitCode: 1,
    json: { refused: "ceremonies.key-closed" },
  });
  expect(await room.say("key make new.key --passphrase-file short.txt")).toMatchObject({
    exitCode: 1,
    json: { refused: "ceremonies.passphrase-short" },
  });
  expect(await room.files()).not.toContain("new.key");
  expect(await room.files()).not.toContain("registry.partial");
  expect(await room.read("registry.json")).toBe(before);
});

test("a key file that others may read is refused", async () => {
  const room = await Room.open();
  await room.found();
  await chmod(room.path("registry-1.key"), 0o640);
  expect(await room.say(`registry renew ${registrySigns}`)).toMatchObject({
    exitCode: 1,
    json: { refused: "storage.key-file-open" },
  });
});
