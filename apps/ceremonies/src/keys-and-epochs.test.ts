import { genesis, readSigningKey, signEntry, type Trust, verifyEntry } from "@concord/federation";
import { expect, test } from "vitest";
import { Room, registrySigns } from "../test/room.ts";

async function entry(
  room: Room,
  key: string,
  place: { net: string; seq: number; prev: string; epoch?: number },
) {
  const draft = { epoch: 1, ...place, feed: "us-ga", iat: 1_796_000_000, item: "us-ga.one", revision: 1 };
  const about = { op: "recall", kind: "training", schema: "concord.training/1" } as const;
  const { text } = await signEntry({ ...draft, ...about }, readSigningKey(await room.read(key)));
  return text;
}

function verdict(trust: Trust, text: string, after: { seq: number; head: string }) {
  const seen = verifyEntry(text, trust, { feed: "us-ga", ...after });
  return seen.verified ? "holds" : seen.reason;
}

async function withMember() {
  const room = await Room.open();
  const net = await room.found();
  await room.admit("us-ga");
  return { room, net };
}

const asksWithNewKey =
  "join --key new.feed --present-key us-ga.feed --code us-ga --name us-ga --url https://us-ga.example --out new.join";
const asksAlone = asksWithNewKey.replace("--present-key us-ga.feed ", "");

test("a key is rotated: the old one vouches, both sign for a while, then the old one ends", async () => {
  const { room, net } = await withMember();
  const { fingerprint: old } = await room.join("us-ga");
  await room.done(asksWithNewKey);
  await room.done(`keys rotate new.join --from 3 ${registrySigns}`);
  await room.done(`keys rotate new.join --from 3 ${registrySigns}`);
  let trust = await room.trust(net);
  expect(trust.registry.version).toBe(3);
  const at = (seq: number) => ({ net, seq, prev: genesis });
  const holds = async (key: string, seq: number) =>
    verdict(trust, await entry(room, key, { ...at(seq) }), { seq: seq - 1, head: genesis });
  expect(await holds("new.feed", 2)).toBe("key-out-of-range");
  expect(await holds("new.feed", 3)).toBe("holds");
  expect(await holds("us-ga.feed", 4)).toBe("holds");
  await room.done(`keys retire us-ga --to 4 ${registrySigns}`, ["--key", old]);
  trust = await room.trust(net, trust.registry);
  expect(await holds("us-ga.feed", 4)).toBe("holds");
  expect(await holds("us-ga.feed", 5)).toBe("key-out-of-range");
  expect(await holds("new.feed", 5)).toBe("holds");
});

test("an old key that never signed an entry is taken out, and signs none any more", async () => {
  const { room, net } = await withMember();
  const { fingerprint: old } = await room.join("us-ga");
  await room.done(asksWithNewKey);
  await room.done(`keys rotate new.join --from 1 ${registrySigns}`);
  await room.done(`keys retire us-ga --to 0 ${registrySigns}`, ["--key", old]);
  const trust = await room.trust(net);
  const first = { net, seq: 1, prev: genesis };
  const holds = async (key: string) =>
    verdict(trust, await entry(room, key, first), { seq: 0, head: genesis });
  expect(await holds("us-ga.feed")).not.toBe("holds");
  expect(await holds("new.feed")).toBe("holds");
});

test("a new key that the present one does not vouch for is refused", async () => {
  const { room } = await withMember();
  const { fingerprint } = await room.done(asksAlone);
  const refused = await room.say(`keys rotate new.join --from 3 ${registrySigns}`, [
    "--fingerprint",
    String(fingerprint),
  ]);
  expect(refused).toMatchObject({ exitCode: 1, json: { refused: "stewardship.not-endorsed" } });
});

test("another member's key vouches for nothing", async () => {
  const { room } = await withMember();
  await room.admit("us-fl");
  await room.done(asksWithNewKey.replace("--present-key us-ga.feed", "--present-key us-fl.feed"));
  expect(await room.say(`keys rotate new.join --from 3 ${registrySigns}`)).toMatchObject({
    json: { refused: "stewardship.not-endorsed" },
  });
});

test("a member is never left without a key", async () => {
  const { room } = await withMember();
  const { fingerprint } = await room.join("us-ga");
  const retire = (key: string) => room.say(`keys retire us-ga --to 4 ${registrySigns}`, ["--key", key]);
  expect(await retire(fingerprint)).toMatchObject({ exitCode: 1, json: { refused: "stewardship.last-key" } });
  expect(await retire("0000 0000 0000 0000 0000")).toMatchObject({
    exitCode: 1,
    json: { refused: "stewardship.unknown-key" },
  });
});

test("a stolen key's epoch is closed, and the next opens with a key that was read out", async () => {
  const { room, net } = await withMember();
  const first = await entry(room, "us-ga.feed", { net, seq: 1, prev: genesis });
  const head = await (async () => {
    const seen = verifyEntry(first, await room.trust(net), { feed: "us-ga", seq: 0, head: genesis });
    return seen.verified ? seen.sha256 : "";
  })();
  const thiefs = await entry(room, "us-ga.feed", { net, seq: 2, prev: head });
  expect(verdict(await room.trust(net), thiefs, { seq: 1, head })).toBe("holds");
  const close = `epoch close us-ga --seq 1 --head ${head} --cause stolen ${registrySigns}`;
  await room.done(close);
  expect(await room.done(close)).toMatchObject({ already: true });
  expect(await room.say(close.replace("--seq 1", "--seq 2"))).toMatchObject({
    exitCode: 1,
    json: { refused: "stewardship.epoch-closed" },
  });
  let trust = await room.trust(net);
  expect(verdict(trust, first, { seq: 0, head: genesis })).toBe("holds");
  expect(verdict(trust, thiefs, { seq: 1, head })).toBe("beyond-close");

  // The thief can vouch for a key of his own; only the voice counts now.
  const { fingerprint } = await room.done(asksWithNewKey);
  expect(await room.say(`keys rotate new.join ${registrySigns}`)).toMatchObject({ exitCode: 2 });
  await room.done(`keys rotate new.join ${registrySigns}`, ["--fingerprint", String(fingerprint)]);
  trust = await room.trust(net, trust.registry);
  expect(trust.registry.members[0]?.epochs[1]).toMatchObject({ epoch: 2, first: 2 });
  const next = await entry(room, "new.feed", { net, seq: 2, prev: head, epoch: 2 });
  expect(verdict(trust, next, { seq: 1, head })).toBe("holds");
  expect(verdict(trust, thiefs, { seq: 1, head })).toBe("beyond-close");
});

test("an epoch of which nothing stands is closed where it began, and nowhere else", async () => {
  const { room, net } = await withMember();
  const close = (head: string) =>
    `epoch close us-ga --seq 0 --head ${head} --cause restored ${registrySigns}`;
  expect(await room.say(close("a".repeat(64)))).toMatchObject({
    exitCode: 1,
    json: { refused: "ceremonies.rule-broken" },
  });
  await room.done(close(genesis));
  expect((await room.trust(net)).registry.members[0]?.epochs[0]?.close).toEqual({
    seq: 0,
    head: genesis,
    cause: "restored",
  });
});

test.each([
  "epoch close us-ga --seq 1 --head abc --cause stolen --with registry-1.key",
  `epoch close us-ga --seq 1 --head ${genesis} --cause lost --with registry-1.key`,
  `epoch close us-ga --head ${genesis} --cause stolen --with registry-1.key`,
  `epoch close us-ga --seq -1 --head ${genesis} --cause stolen --with registry-1.key`,
  `epoch close us-ga --seq 1 --head ${genesis} --cause stolen`,
  "epoch open us-ga",
  "member suspend --with registry-1.key",
  "registry renew --with registry-1.key --wiht registry-2.key",
])("wrong use: %s", async (line) => {
  const { room } = await withMember();
  const before = await room.read("registry.json");
  const { exitCode, stderr } = await room.say(line);
  expect(exitCode).toBe(2);
  expect(stderr).toContain("concord network");
  expect(await room.read("registry.json")).toBe(before);
});
