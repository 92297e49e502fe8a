import { genesis, readSigningKey, signCheckpoint, signEntry } from "@concord/federation";
import { expect, test } from "vitest";
import { Room, registrySigns } from "../test/room.ts";

async function withMember() {
  const room = await Room.open();
  const net = await room.found();
  await room.admit("us-ga");
  return { room, net, key: readSigningKey(await room.read("us-ga.feed")) };
}

const reasonOf = async (room: Room, file: string, more = "") =>
  (await room.say(`verify ${file}${more}`)).json.reason;

test("a root says whose it is and who signed it", async () => {
  const { room, net } = await withMember();
  const seen = await room.say("verify root.json");
  expect(seen).toMatchObject({ exitCode: 0, json: { what: "root version 1", holds: true } });
  expect(seen.json.signers).toHaveLength(3);
  expect(await reasonOf(room, "root.json", ` --net ${"0".repeat(64)}`)).toBe("wrong-network");
  expect(await reasonOf(room, "root.json", ` --net ${net}`)).toBeUndefined();
});

test("a registry that was changed, is older than ours or of another network does not hold", async () => {
  const { room } = await withMember();
  const registry = await room.read("registry.json");
  expect(await room.say("verify registry.json")).toMatchObject({
    exitCode: 0,
    json: { what: "registry version 2", holds: true },
  });
  await room.put("old.json", registry);
  await room.done(`registry renew ${registrySigns}`);
  expect(await reasonOf(room, "old.json")).toBe("registry-rollback");
  const jws = JSON.parse(registry);
  const payload = Buffer.from(jws.payload, "base64url").toString().replace("us-ga.example", "us-gb.example");
  await room.put(
    "forged.json",
    JSON.stringify({ ...jws, payload: Buffer.from(payload).toString("base64url") }),
  );
  expect(await reasonOf(room, "forged.json")).toBe("threshold-not-met");
  const other = await withMember();
  await other.room.put("foreign.json", registry);
  expect(await reasonOf(other.room, "foreign.json")).toBe("threshold-not-met");
  await room.put("page.html", "<!doctype html>");
  expect(await reasonOf(room, "page.html")).toBe("malformed");
});

test("entries and checkpoints are held against the registry's keys", async () => {
  const { room, net, key } = await withMember();
  const entry = { feed: "us-ga", epoch: 1, seq: 1, prev: genesis, iat: 1_796_000_000, item: "us-ga.one" };
  const recall = { op: "recall", revision: 1, kind: "training", schema: "concord.training/1" } as const;
  const signed = await signEntry({ net, ...entry, ...recall }, key);
  await room.put("one.entry", signed.text);
  expect(await room.say("verify one.entry")).toMatchObject({ exitCode: 0, json: { holds: true } });
  const [head, , signature] = signed.text.split(".");
  const changed = Buffer.from(JSON.stringify({ ...signed.payload, item: "us-ga.two" })).toString("base64url");
  await room.put("two.entry", [head, changed, signature].join("."));
  expect(await reasonOf(room, "two.entry")).toBe("bad-signature");
  const registry = { version: 9, sha256: genesis };
  const said = { net, feed: "us-ga", epoch: 1, size: 0, head: genesis, registry };
  const checkpoint = await signCheckpoint(said, key, room.now);
  await room.put("a.checkpoint", checkpoint.text);
  const fork = { ...said, registry: { version: 2, sha256: genesis } };
  await room.put("fork.checkpoint", (await signCheckpoint(fork, key, room.now)).text);
  expect(await reasonOf(room, "fork.checkpoint")).toBe("registry-fork");
  expect(await reasonOf(room, "a.checkpoint")).toBeUndefined();
  room.now = new Date(room.now.getTime() + 2 * 86_400_000);
  const stale = await room.say("verify a.checkpoint");
  expect([stale.exitCode, stale.json.notes]).toEqual([0, ["It is stale, which is no fault."]]);
  await room.done(`member leave us-ga ${registrySigns}`);
  expect(await reasonOf(room, "a.checkpoint")).toBeUndefined();
});

test("a request says whose key it is and whether the present key vouches for it", async () => {
  const { room } = await withMember();
  const { fingerprint } = await room.join("us-fl");
  const seen = await room.say("verify us-fl.join");
  expect(seen.json).toMatchObject({ holds: true, signers: ["its own key"] });
  expect((await room.say("verify us-fl.join")).exitCode).toBe(0);
  expect(fingerprint).toMatch(/^[0-9a-f]{4}( [0-9a-f]{4}){4}$/);
});

test("what a file says cannot steer the terminal of whoever reads it", async () => {
  const { room } = await withMember();
  const said = { feed: "us-ga", seq: 1, item: "\u001b[2Jus-ga.one\u202e", op: "publish" };
  const header = { alg: "Ed25519", kid: "none", typ: "concord-entry+jwt" };
  const parts = [header, said].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
  await room.put("hostile.entry", [...parts, Buffer.alloc(64, 1).toString("base64url")].join("."));
  const { stdout } = await room.say("verify hostile.entry", [], "words");
  expect(stdout).toContain("us-ga.one");
  expect(stdout).not.toMatch(/\p{Cf}/u);
  expect(stdout).not.toContain("\u001b");
});

test("a folder whose registry was tampered with is not worked on", async () => {
  const { room } = await withMember();
  await room.put("registry.json", (await room.read("registry.json")).replace("{", "{ "));
  await room.put("root.json", (await room.read("root.json")).replace('"payload":"', '"payload":"A'));
  expect(await room.say(`registry renew ${registrySigns}`)).toMatchObject({
    exitCode: 1,
    json: { refused: "ceremonies.refused" },
  });
});

test("help teaches: every ceremony says who must be there and what comes next", async () => {
  const room = await Room.open();
  const overview = await room.say("--help");
  const names = [...overview.stdout.matchAll(/^ {2}(\w+(?: \w+)?) {2,}/gm)].map(([, name]) => name ?? "");
  expect(names).toContain("epoch close");
  for (const name of names) {
    const { exitCode, stdout } = await room.say(`${name} --help`);
    expect([name, exitCode]).toEqual([name, 0]);
    expect(stdout, name).toMatch(/^Who: /m);
    if (name !== "verify") expect(stdout, name).toMatch(/^Next: /m);
  }
  expect(await room.say("member celebrate us-ga")).toMatchObject({ exitCode: 2 });
});
