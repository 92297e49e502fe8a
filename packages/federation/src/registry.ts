import { z } from "zod";
import { parseGeneral, signGeneral, thresholdMet } from "./general-jws.ts";
import { genesis, hash } from "./hash.ts";
import { publicJwk, type SigningKey } from "./keys.ts";
import { limits } from "./limits.ts";
import { count, endsAfterItBegins, memberCode, ordinal, seconds } from "./names.ts";
import { type Refused, refused } from "./reasons.ts";
import type { Root } from "./root.ts";

/** A key and the entries it may sign, both ends included; without `to` it is a current key. */
const feedKey = z
  .object({
    jwk: publicJwk,
    from: ordinal,
    to: ordinal.optional(),
  })
  .refine(({ from, to }) => to === undefined || to >= from, {
    message: "a range that ends before it begins",
  });

/** How an epoch ended: entries up to `seq` live on, those beyond it are void. */
const close = z.object({ seq: count, head: hash, cause: z.enum(["stolen", "restored"]) });

/** `seq` counts on through the epochs of a feed: an epoch begins at `first`, one after where the last was closed. */
const feedEpoch = z
  .object({
    epoch: ordinal,
    first: ordinal,
    keys: z.array(feedKey).min(1),
    close: close.optional(),
  })
  .refine(({ first, keys }) => keys.every((key) => key.from >= first), { message: "a key before its epoch" });

/** A key that signs certificates, past ones included; never one with its private half. */
const credentialKey = z.object({
  kid: z.string().min(1).max(200),
  jwk: z
    .looseObject({ kty: z.string() })
    .refine((jwk) => !("d" in jwk) && !("k" in jwk), { message: "private" }),
  until: seconds.optional(),
});

const member = z.object({
  code: memberCode,
  name: z.string().min(1).max(200),
  /** An origin, without a path or a trailing slash. */
  baseUrl: z.string().refine(isOrigin, { message: "no origin" }).meta({ pattern: "^https?://[^/?#@]+$" }),
  roles: z.array(z.enum(["tenant", "region"])).min(1),
  status: z.enum(["active", "suspended", "left"]),
  epochs: z
    .array(feedEpoch)
    .min(1)
    .refine(areContinuous, { message: "epochs do not follow each other" })
    .refine(haveOwnKeys, { message: "a key twice" }),
  credentialKeys: z.array(credentialKey),
});

export const registryPayload = z
  .object({
    net: hash,
    version: ordinal,
    /** SHA-256 of the payload of the version before; null in version 1. */
    prev: hash.nullable(),
    iat: seconds,
    exp: seconds,
    groups: z.array(
      z.object({ code: memberCode, name: z.string().min(1).max(200), members: z.array(memberCode) }),
    ),
    members: z
      .array(member)
      .refine((all) => new Set(all.map((one) => one.code)).size === all.length, { message: "a code twice" }),
  })
  .refine(endsAfterItBegins, { message: "it ends before it begins" });

export type RegistryMember = z.infer<typeof member>;
export type FeedEpoch = z.infer<typeof feedEpoch>;
export type RegistryPayload = z.infer<typeof registryPayload>;

export interface Registry extends RegistryPayload {
  readonly sha256: string;
  readonly text: string;
}

export type RegistryVerdict = { readonly verified: true; readonly registry: Registry } | Refused;

/**
 * Takes a registry that the root's registry role signed and that is not older than the one we hold.
 * Expiry is no reason to refuse here: see `trustExpired`.
 */
export async function verifyRegistry(text: string, root: Root, current?: Registry): Promise<RegistryVerdict> {
  const jws = parseGeneral(text, "concord-registry+jws", limits.trustBytes);
  if (!jws.ok) return refused(jws.reason);
  if (!(await thresholdMet(jws.value, root.registry))) return refused("threshold-not-met");
  const read = registryPayload.safeParse(jws.value.json);
  if (!read.success) return refused("malformed");
  const registry = { ...read.data, sha256: jws.value.sha256, text };
  if (registry.net !== root.net) return refused("wrong-network");
  if (current) {
    if (registry.version < current.version) return refused("registry-rollback");
    if (registry.version === current.version && registry.sha256 !== current.sha256)
      return refused("registry-fork");
    if (registry.version === current.version + 1 && registry.prev !== current.sha256)
      return refused("registry-fork");
  }
  return { verified: true, registry };
}

export function signRegistry(payload: RegistryPayload, keys: readonly SigningKey[]): Promise<string> {
  return signGeneral(payload, "concord-registry+jws", keys);
}

function isOrigin(url: string): boolean {
  return /^https?:/.test(url) && URL.canParse(url) && new URL(url).origin === url;
}

function areContinuous(epochs: readonly FeedEpoch[]): boolean {
  return epochs.every((epoch, at) => {
    const before = epochs[at - 1];
    const follows = before
      ? epoch.epoch === before.epoch + 1 && before.close?.seq === epoch.first - 1
      : epoch.epoch === 1 && epoch.first === 1;
    return follows && closesItself(epoch, before?.close?.head ?? genesis);
  });
}

/** An epoch of which no entry stands is closed where it began, at the head before it. */
function closesItself({ first, close }: FeedEpoch, headBefore: string): boolean {
  if (!close || close.seq >= first) return true;
  return close.seq === first - 1 && close.head === headBefore;
}

/** A key that an epoch was closed for never comes back in a later one. */
function haveOwnKeys(epochs: readonly FeedEpoch[]): boolean {
  const kids = epochs.flatMap((epoch) => epoch.keys.map((key) => key.jwk.kid));
  return new Set(kids).size === kids.length;
}
