import { sha256 } from "./hash.ts";
import type { SigningKey } from "./keys.ts";
import { toSeconds } from "./names.ts";
import { type RegistryMember, type RegistryPayload, registryPayload, signRegistry } from "./registry.ts";
import { rootPayload, signRoot } from "./root.ts";

export interface Founding {
  /** At least three, held by different people, offline. */
  readonly offlineKeys: readonly SigningKey[];
  /** How many of the offline keys must sign a root: a majority, at least two. */
  readonly threshold: number;
  readonly registryKeys: readonly SigningKey[];
  /** How many of the registry keys must sign a registry: a majority. */
  readonly registryThreshold: number;
  readonly now: Date;
  /** Days until the root expires. */
  readonly validDays: number;
}

export interface FoundedNetwork {
  /** The network's id, which every instance pins. */
  readonly rootSha256: string;
  /** Root version 1 as JSON text. */
  readonly root: string;
}

/** The founding: writes and signs root version 1. Throws ZodError where keys or thresholds break the rules. */
export async function foundNetwork(founding: Founding): Promise<FoundedNetwork> {
  const iat = toSeconds(founding.now);
  const payload = rootPayload.parse({
    version: 1,
    iat,
    exp: iat + founding.validDays * 86_400,
    root: { keys: founding.offlineKeys.map((key) => key.publicJwk), threshold: founding.threshold },
    registry: {
      keys: founding.registryKeys.map((key) => key.publicJwk),
      threshold: founding.registryThreshold,
    },
  });
  const root = await signRoot(payload, founding.offlineKeys);
  return { root, rootSha256: sha256(JSON.stringify(payload)) };
}

export interface NewMember {
  readonly code: string;
  readonly name: string;
  readonly baseUrl: string;
  readonly roles: RegistryMember["roles"];
  readonly key: SigningKey["publicJwk"];
  readonly credentialKeys?: RegistryMember["credentialKeys"];
}

/** A member as it joins: active, in its first epoch, with one key for all of it. */
export function newMember({ key, credentialKeys, ...member }: NewMember): RegistryMember {
  return {
    ...member,
    status: "active",
    epochs: [{ epoch: 1, first: 1, keys: [{ jwk: key, from: 1 }] }],
    credentialKeys: credentialKeys ?? [],
  };
}

export interface RegistryDraft {
  readonly net: string;
  readonly groups: RegistryPayload["groups"];
  readonly members: readonly RegistryMember[];
  /** The version before; left out for version 1. */
  readonly after?: { readonly version: number; readonly sha256: string };
  readonly now: Date;
  readonly validDays: number;
}

/** Writes and signs the next registry version. Throws ZodError where a member breaks the rules. */
export async function issueRegistry(draft: RegistryDraft, keys: readonly SigningKey[]): Promise<string> {
  const iat = toSeconds(draft.now);
  const payload = registryPayload.parse({
    net: draft.net,
    version: (draft.after?.version ?? 0) + 1,
    prev: draft.after?.sha256 ?? null,
    iat,
    exp: iat + draft.validDays * 86_400,
    groups: draft.groups,
    members: draft.members,
  });
  return await signRegistry(payload, keys);
}
