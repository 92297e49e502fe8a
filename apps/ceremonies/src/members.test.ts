import { readFile, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { Room, registrySigns } from "../test/room.ts";

const day = 86_400_000;

test("a member joins by a request that its own key signed, and a voice that reads its fingerprint", async () => {
  const room = await Room.open();
  const net = await room.found();
  const { file, fingerprint } = await room.join("us-ga");
  await room.done(`member add ${file} ${registrySigns} --group southeast`, ["--fingerprint", fingerprint]);
  const { registry } = await room.trust(net);
  expect(registry.version).toBe(2);
  expect(registry.members).toMatchObject([
    { code: "us-ga", baseUrl: "https://us-ga.example", roles: ["tenant"], status: "active" },
  ]);
  const { x, kid } = registry.members[0]?.epochs[0]?.keys[0]?.jwk ?? {};
  expect(JSON.parse(await room.read("us-ga.feed"))).toMatchObject({ x });
  expect(Buffer.from(kid ?? "", "base64url").toString("hex")).toMatch(
    new RegExp(`^${fingerprint.replaceAll(" ", "")}`),
  );
  expect(registry.groups.map(({ code, members }) => [code, members])).toEqual([
    ["all", ["us-ga"]],
    ["southeast", ["us-ga"]],
  ]);
});

test("repeated, nothing is signed again; with another key the code is taken", async () => {
  const room = await Room.open();
  await room.found();
  const { file, fingerprint } = await room.join("us-ga");
  const add = () => room.say(`member add ${file} ${registrySigns}`, ["--fingerprint", fingerprint]);
  await add();
  const registry = await room.read("registry.json");
  expect(await add()).toMatchObject({ exitCode: 0, json: { already: true } });
  expect(await room.read("registry.json")).toBe(registry);
  const other = await room.done(
    "join --key other.feed --code us-ga --name Georgia --url https://us-ga.example --out other.join",
  );
  const taken = await room.say(`member add other.join ${registrySigns}`, [
    "--fingerprint",
    String(other.fingerprint),
  ]);
  expect(taken).toMatchObject({ exitCode: 1, json: { refused: "stewardship.member-already" } });
});

test("a key that speaks for one member cannot be brought along by another", async () => {
  const room = await Room.open();
  await room.found();
  await room.admit("us-ga");
  const twice = await room.done(
    "join --key us-ga.feed --code us-fl --name Florida --url https://us-fl.example --out us-fl.join",
  );
  const refused = await room.say(`member add us-fl.join ${registrySigns}`, [
    "--fingerprint",
    String(twice.fingerprint),
  ]);
  expect(refused).toMatchObject({ exitCode: 1, json: { refused: "stewardship.key-used" } });
});

async function change(path: string, say: (payload: Record<string, unknown>) => void): Promise<void> {
  const jws = JSON.parse(await readFile(path, "utf8"));
  const payload = JSON.parse(Buffer.from(jws.payload, "base64url").toString());
  say(payload);
  jws.payload = Buffer.from(JSON.stringify(payload)).toString("base64url");
  await writeFile(path, JSON.stringify(jws));
}

test("a forged request is refused: another address, another key, no signature of its own key", async () => {
  const room = await Room.open();
  await room.found();
  await room.admit("us-al");
  const registry = await room.read("registry.json");
  const forgeries: ((payload: Record<string, unknown>) => void)[] = [
    (payload) => Object.assign(payload, { baseUrl: "https://thief.example" }),
    (payload) => Object.assign(payload, { code: "us-fl" }),
    (payload) => Object.assign(payload, { exp: 253_402_300_799 }),
  ];
  for (const forge of forgeries) {
    const { file, fingerprint } = await room.join("us-ga");
    await change(room.path(file), forge);
    const { exitCode, stderr } = await room.say(`member add ${file} ${registrySigns}`, [
      "--fingerprint",
      fingerprint,
    ]);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining("bad-signature")]);
  }
  // Somebody asks with a key whose public half is all they have.
  const { file } = await room.join("us-ga");
  const al = await room.join("us-al");
  const theirs = JSON.parse(await room.read(al.file));
  const { key } = JSON.parse(Buffer.from(theirs.payload, "base64url").toString());
  await change(room.path(file), (payload) => Object.assign(payload, { key }));
  const stolen = await room.say(`member add ${file} ${registrySigns}`, ["--fingerprint", al.fingerprint]);
  expect(stolen.stderr).toContain("bad-signature");
  expect(await room.read("registry.json")).toBe(registry);
});

test("another fingerprint than the one read out is refused, and none at all is wrong use", async () => {
  const room = await Room.open();
  await room.found();
  const { file, fingerprint } = await room.join("us-ga");
  const other = fingerprint.replace(/.$/, (digit) => (digit === "0" ? "1" : "0"));
  const add = (more: readonly string[]) => room.say(`member add ${file} ${registrySigns}`, more);
  expect(await add(["--fingerprint", other])).toMatchObject({
    exitCode: 1,
    json: { refused: "ceremonies.fingerprint-differs" },
  });
  expect(await add([])).toMatchObject({ exitCode: 2 });
  expect(await add(["--fingerprint", fingerprint.replaceAll(" ", "-").toUpperCase()])).toMatchObject({
    exitCode: 0,
  });
});

test("a request is good for 30 days, for its network only", async () => {
  const room = await Room.open();
  await room.found();
  const { file, fingerprint } = await room.join("us-ga");
  room.now = new Date(room.now.getTime() + 31 * day);
  const late = await room.say(`member add ${file} ${registrySigns}`, ["--fingerprint", fingerprint]);
  expect([late.exitCode, late.stderr]).toEqual([1, expect.stringContaining("stale-request")]);
  const elsewhere = await Room.open();
  await elsewhere.found();
  await writeFile(elsewhere.path(file), await room.read(file));
  const foreign = await elsewhere.say(`member add ${file} ${registrySigns}`, ["--fingerprint", fingerprint]);
  expect([foreign.exitCode, foreign.stderr]).toEqual([1, expect.stringContaining("wrong-network")]);
});

test("a member is suspended, readmitted and leaves; each is one version, and repeated none", async () => {
  const room = await Room.open();
  const net = await room.found();
  await room.admit("us-ga");
  for (const [verb, status, version] of [
    ["suspend", "suspended", 3],
    ["suspend", "suspended", 3],
    ["readmit", "active", 4],
    ["leave", "left", 5],
    ["readmit", "active", 6],
  ] as const) {
    await room.done(`member ${verb} us-ga ${registrySigns}`);
    const { registry } = await room.trust(net);
    expect([registry.version, registry.members[0]?.status]).toEqual([version, status]);
  }
  expect(await room.say(`member suspend us-xx ${registrySigns}`)).toMatchObject({
    exitCode: 1,
    json: { refused: "stewardship.unknown-member" },
  });
});
