import { signCheckpoint } from "../src/checkpoint.ts";
import { sha256 } from "../src/hash.ts";
import { type ReceiptPayload, signReceipt } from "../src/receipt.ts";
import {
  breakSignature,
  forge,
  headerOf,
  iat,
  namedKey,
  net,
  now,
  respell,
  resultOf,
  trust,
} from "./vector-network.ts";

const [aa, bb] = [namedKey("us-aa"), namedKey("us-bb-2")];
const typ = "concord-receipt+jwt";
const other = sha256("another");
const { version, sha256: registryHash } = trust.registry;
const statement = {
  ...{ net, feed: "us-aa", epoch: 1, size: 3, head: sha256("head") },
  registry: { version, sha256: registryHash },
};
const { text: checkpoint } = await signCheckpoint(statement, aa, now);
const claims: ReceiptPayload = { net, iss: "us-bb", aud: "us-aa", checkpoint, appliedThrough: 3, iat };
const receipt = (change: Partial<ReceiptPayload> = {}, key = bb) =>
  signReceipt({ ...claims, ...change }, key);
const raw = (change: object, of = typ) =>
  forge(headerOf(bb, of), JSON.stringify({ ...claims, ...change }), bb);

/** Receipts as us-aa reads them. */
export async function receiptVectors() {
  const cases = [...(await ofItsOwn()), ...(await ofItsCheckpoint())];
  return cases.map(([name = "", reason, text = ""]) => ({
    name,
    text,
    audience: "us-aa",
    result: resultOf(reason),
  }));
}

const ofItsOwn = async () => {
  const good = await receipt();
  const twice = JSON.stringify(claims).replace("{", '{"appliedThrough":9,');
  return [
    ["all of it", "", good],
    ["some of it", "", await receipt({ appliedThrough: 1 })],
    ["members that are not known are no fault", "", await raw({ more: true })],
    ["longer than 32 KiB", "too-large", await raw({ more: "x".repeat(32_000) })],
    ["written in another way", "not-canonical", respell(good)],
    ["a member named twice", "not-canonical", await forge(headerOf(bb, typ), twice, bb)],
    ["a request's type", "bad-type", await raw({}, "concord-request+jwt")],
    ["less than nothing", "malformed", await raw({ appliedThrough: -1 })],
    ["from a member that left", "unknown-member", await receipt({ iss: "us-ll" }, namedKey("us-ll"))],
    ["no count", "malformed", await raw({ appliedThrough: undefined })],
    ["from nobody we know", "unknown-member", await receipt({ iss: "us-zz" })],
    ["from a suspended member", "suspended-member", await receipt({ iss: "us-ss" }, namedKey("us-ss"))],
    ["signed by another's key", "unknown-key", await receipt({}, namedKey("stranger"))],
    ["signed by a rotated key", "key-out-of-range", await receipt({}, namedKey("us-bb-1"))],
    ["a broken signature", "bad-signature", breakSignature(good)],
    ["another network", "wrong-network", await receipt({ net: other })],
    ["for another origin", "wrong-audience", await receipt({ aud: "us-cc" })],
    ["more than the checkpoint has", "malformed", await receipt({ appliedThrough: 4 })],
  ];
};

const ofItsCheckpoint = async () => {
  const signed = async (change: Partial<typeof statement>, key = aa, at = now) =>
    (await signCheckpoint({ ...statement, ...change }, key, at)).text;
  const month = new Date("2026-10-01T12:00:00Z");
  return [
    ["over a stale checkpoint", "", await receipt({ checkpoint: await signed({}, aa, month) })],
    [
      "over a checkpoint that its issuer signed",
      "unknown-key",
      await receipt({ checkpoint: await signed({}, bb) }),
    ],
    [
      "over a checkpoint with a broken signature",
      "bad-signature",
      await receipt({ checkpoint: breakSignature(checkpoint) }),
    ],
    [
      "over another feed's checkpoint",
      "chain-broken",
      await receipt({ checkpoint: await signed({ feed: "us-bb" }) }),
    ],
    ["over a receipt", "bad-type", await receipt({ checkpoint: await receipt() })],
  ];
};
