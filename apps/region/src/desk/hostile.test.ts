import { addSignatures, generateSigningKey, readSigningKey, signJoinRequest } from "@concord/federation";
import { reducedCount } from "@concord/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deskOf } from "../../test/keepers.ts";
import { regionNetwork } from "../../test/network.ts";
import { mostDocumentBytes, mostWaiting } from "./model.ts";
import { receiveRequest } from "./receive-request.ts";
import { settleDesk } from "./settle-desk.ts";
import { takeDocument } from "./take-document.ts";

let net: Awaited<ReturnType<typeof regionNetwork>>;
let desk: ReturnType<typeof deskOf>;

beforeAll(async () => {
  net = await regionNetwork(["us-ms", "us-al"]);
  desk = deskOf(net);
});
afterAll(() => net.close());

const suspend = { ceremony: "suspend", member: "us-al" };
const newKey = () => readSigningKey(generateSigningKey());

function payloadOf(text: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(JSON.parse(text).payload, "base64url").toString());
}

function withPayload(text: string, payload: object): string {
  const segment = Buffer.from(JSON.stringify(payload)).toString("base64url");
  return JSON.stringify({ ...JSON.parse(text), payload: segment });
}

test("a document without a keeper's signature over just these bytes is not even kept", async () => {
  const before = await desk.registry();
  const text = await desk.draft(suspend);
  const signed = await desk.sign(text, 1, 2);
  const payload = payloadOf(signed);
  const refusals: [string, number, string][] = [
    [text, 403, "No keeper’s signature"],
    [await addSignatures(text, "concord-registry+jws", [newKey()]), 403, "No keeper’s signature"],
    [withPayload(signed, { ...payload, members: [] }), 403, "No keeper’s signature"],
    [withPayload(signed, { ...payload, net: "0".repeat(64) }), 422, "for another network"],
    [withPayload(signed, { ...payload, prev: "0".repeat(64) }), 422, "does not follow"],
    [withPayload(signed, { ...payload, version: before.version + 2 }), 409, "One in between is missing"],
    [withPayload(signed, { ...payload, iat: 1_699_000_000, exp: 1_700_000_000 }), 409, "has expired"],
    [before.text, 409, "is in force already"],
    ["hello", 422, "does not hold"],
    ["", 422, "There was no document"],
  ];
  for (const [document, status, words] of refusals) {
    const answer = await desk.handIn(document);
    expect([words, answer.status, answer.body.includes(words)]).toEqual([words, status, true]);
  }
  expect((await desk.registry()).sha256).toBe(before.sha256);
  expect(await net.read("/network/desk")).toContain("Nothing is waiting");
});

test("what is too large is refused before it is read", async () => {
  expect((await desk.handIn("a".repeat(mostDocumentBytes + 1))).status).toBe(413);
});

test("a keeper who signed takes a document back; nobody else does, and it stays away", async () => {
  const text = await desk.sign(await desk.draft(suspend), 1);
  const { location } = await desk.handIn(text);
  expect((await desk.withdraw(await desk.withdrawal(location, 2))).status).toBe(403);
  expect((await desk.withdraw(text)).status).toBe(422);
  const withdrawal = await desk.withdrawal(location, 1);
  expect((await desk.withdraw(withdrawal)).location).toBe(location);
  expect(await net.read(location)).toContain("This was withdrawn");
  expect((await desk.withdraw(withdrawal)).status).toBe(409);
  expect((await desk.handIn(text)).status).toBe(409);
});

test("killed between the last signature and its taking effect, it takes effect at the next start", async () => {
  const before = await desk.registry();
  net.clock.advance(1000);
  const signed = await desk.sign(await desk.draft(suspend), 2, 3);
  const cut = { ...net.region.peer, takeTrust: () => Promise.reject(new Error("the power is cut")) };
  await expect(takeDocument({ ...net.region, peer: cut }, signed)).rejects.toThrow("the power is cut");
  expect((await desk.registry()).version).toBe(before.version);
  await settleDesk(net.region);
  expect((await desk.registry()).version).toBe(before.version + 1);
  expect(await net.read("/network/desk")).toContain("Took effect: the list of members");
});

test("a document that waits too long is dropped", async () => {
  const { location } = await desk.handIn(await desk.sign(await desk.draft({ ceremony: "renew" }), 1));
  net.clock.advance(15 * 86_400_000);
  await settleDesk(net.region);
  expect(await net.read(location)).toContain("it waited too long");
});

test("the record of who signed is only added to", async () => {
  const { db } = net.database;
  await expect(db.execute("update desk_acts set kid = null")).rejects.toThrow();
  await expect(db.execute("delete from desk_acts")).rejects.toThrow();
});

test("ten thousand requests leave fifty waiting, and one network may not ask without end", async () => {
  const count = reducedCount("requests at the desk", 200, 10_000);
  const ask = (code: string) => {
    const member = { code, name: code, baseUrl: `https://${code}.example`, roles: ["tenant" as const] };
    const id = net.bootstrap.rootSha256;
    return signJoinRequest({ net: id, ...member }, { key: newKey() }, net.clock.now());
  };
  let refused = 0;
  for (let at = 0; at < count; at += 1) {
    await receiveRequest(net.region, await ask(`us-z${at}`)).catch(() => {
      refused += 1;
    });
  }
  expect(refused).toBe(count - mostWaiting);
  const answers = new Set<number>();
  for (let at = 0; at < 30; at += 1) answers.add((await desk.ask("us-zz")).status);
  expect(answers).toEqual(new Set([503, 429]));
});
