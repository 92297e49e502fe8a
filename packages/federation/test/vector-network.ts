import { createHash, createPrivateKey } from "node:crypto";
import { type EntryDraft, signEntry } from "../src/entry.ts";
import { genesis, sha256 } from "../src/hash.ts";
import { readSigningKey, type SigningKey } from "../src/keys.ts";
import { foundNetwork, issueRegistry, newMember } from "../src/network.ts";
import type { RegistryMember, RegistryPayload } from "../src/registry.ts";
import { trustOf } from "../src/trial-network.fixture.ts";

/** A key anybody can make again: its seed is the SHA-256 of its name (RFC 8032 section 5.1.5). For vectors only. */
export function namedKey(name: string): SigningKey {
  const seed = createHash("sha256").update(`concord vector key ${name}`).digest();
  const pkcs8 = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
  const key = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
  return readSigningKey(JSON.stringify(key.export({ format: "jwk" })));
}

export const now = new Date("2026-11-01T12:00:00Z");
export const iat = now.getTime() / 1000;
export const offlineKeys = ["offline-1", "offline-2", "offline-3"].map(namedKey);
export const registryKeys = ["registry-1", "registry-2", "registry-3"].map(namedKey);
const founding = { offlineKeys, threshold: 2, registryKeys, registryThreshold: 2 };

export const { root, rootSha256: net } = await foundNetwork({ ...founding, now, validDays: 3650 });

/** A first publication of us-aa; vectors change what they need. */
export const draft = {
  ...{
    net,
    feed: "us-aa",
    epoch: 1,
    seq: 1,
    prev: genesis,
    iat,
    op: "publish",
    item: "us-aa.one",
    revision: 1,
  },
  ...{ kind: "training", schema: "concord.training/1", significance: "minor" },
  body: { sha256: sha256("{}"), size: 2 },
} as const satisfies EntryDraft;

export const closedFirst = await signEntry(
  { ...draft, feed: "us-cc", item: "us-cc.one" },
  namedKey("us-cc-1"),
);
export const closedSecond = await signEntry(
  { ...draft, feed: "us-cc", item: "us-cc.two", seq: 2, prev: sha256(closedFirst.text) },
  namedKey("us-cc-1"),
);

const plain = (code: string) =>
  newMember({
    ...{ code, name: code, baseUrl: `https://${code}.example` },
    roles: ["tenant"],
    key: namedKey(code).publicJwk,
  });
const key = (name: string, from: number, to?: number) => ({
  jwk: namedKey(name).publicJwk,
  from,
  ...(to === undefined ? {} : { to }),
});

/** us-aa is plain, us-bb rotated its key at 2, us-cc's first epoch was closed at 2, us-ss is suspended, us-ll left. */
const members: RegistryMember[] = [
  plain("us-aa"),
  { ...plain("us-bb"), epochs: [{ epoch: 1, first: 1, keys: [key("us-bb-1", 1, 2), key("us-bb-2", 2)] }] },
  {
    ...plain("us-cc"),
    epochs: [
      {
        ...{ epoch: 1, first: 1, keys: [key("us-cc-1", 1)] },
        close: { seq: 2, head: sha256(closedSecond.text), cause: "stolen" },
      },
      { epoch: 2, first: 3, keys: [key("us-cc-2", 3)] },
    ],
  },
  { ...plain("us-ss"), status: "suspended" },
  { ...plain("us-ll"), status: "left" },
];

export const registryDraft = { net, groups: [], members, now, validDays: 365 };
export const registry = await issueRegistry(registryDraft, registryKeys.slice(0, 2));
export const trust = await trustOf(root, net, registry);

export const payloadOf = (document: string) =>
  Buffer.from(JSON.parse(document).payload, "base64url").toString();
export const registryPayload: RegistryPayload = JSON.parse(payloadOf(registry));

/** Signs any JSON text under any header, which the real signers refuse to do; `spell` may write the two otherwise. */
export async function forge(
  header: string,
  payload: string,
  signer: SigningKey,
  spell: (parts: string[]) => string[] = (parts) => parts,
): Promise<string> {
  const { sign } = await import("node:crypto");
  const input = spell([header, payload].map((part) => Buffer.from(part).toString("base64url"))).join(".");
  return `${input}.${sign(null, Buffer.from(input), signer.privateKey).toString("base64url")}`;
}

export function headerOf(signer: SigningKey, typ: string, more: object = {}): string {
  return JSON.stringify({ alg: "Ed25519", kid: signer.kid, typ, ...more });
}

/** The same 64 bytes written in another way: the last character's unused bits are set. */
export function respell(text: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const last = alphabet.indexOf(text.at(-1) ?? "");
  return text.slice(0, -1) + (alphabet[last + 1] ?? "B");
}

/** Writes the header (0) or the payload (1) in another way before it is signed. */
export function respellPart(at: number) {
  return (parts: string[]) => parts.map((part, index) => (index === at ? respellLoosely(part) : part));
}

/** Unused bits are set where there are some; else `=` is appended, which decoders skip. */
function respellLoosely(part: string): string {
  return part.length % 4 === 0 ? `${part}=` : respell(part);
}

/** One byte of the signature left out. */
export function shortSignature(text: string): string {
  const [header, payload, signature = ""] = text.split(".");
  const bytes = Buffer.from(signature, "base64url").subarray(0, 63);
  return [header, payload, bytes.toString("base64url")].join(".");
}

export function breakSignature(text: string): string {
  const dot = text.lastIndexOf(".") + 1;
  return text.slice(0, dot) + (text[dot] === "A" ? "B" : "A") + text.slice(dot + 1);
}

/** What a verdict must be; no reason where the statement verifies. */
export function resultOf(reason: string | undefined) {
  return reason ? { verified: false, reason } : { verified: true };
}
