import {
  gatherSignatures,
  type PublicJwk,
  readUnfinishedRegistry,
  readUnfinishedRoot,
  signersOf,
} from "@concord/federation";
import { DomainError } from "@concord/runtime";
import {
  compareRegistries,
  compareRoots,
  type Difference,
  type Need,
  needsOfRegistry,
  needsOfRoot,
} from "@concord/stewardship";
import type { DocumentKind } from "./model.ts";
import type { DeskTrust } from "./read-trust.ts";

/** A registry or root that keepers sign: what it says, who signed it, and who must still. */
export interface DeskDocument {
  readonly document: DocumentKind;
  readonly version: number;
  readonly sha256: string;
  readonly net?: string;
  readonly prev?: string | null;
  /** Seconds since 1970. */
  readonly iat: number;
  readonly exp: number;
  /** With the signatures of keepers that verify, and no others. */
  readonly signed: string;
  readonly signers: readonly string[];
  /** Of these, those who have a say already: a key that only the next root names has none yet. */
  readonly keepers: readonly string[];
  readonly needs: readonly Need[];
  /** Every key whose signature counts. */
  readonly keys: readonly PublicJwk[];
  readonly changes: Changes;
}

export type Changes =
  | { readonly of: "registry"; readonly differences: readonly Difference[] }
  | { readonly of: "root"; readonly roles: ReturnType<typeof compareRoots> };

/** Reads a document that may be unfinished. Throws `desk.document-refused` with the protocol's reason. */
export async function readDocument(text: string, trust: DeskTrust): Promise<DeskDocument> {
  const registry = readUnfinishedRegistry(text);
  if (registry.ok) return await readRegistry(text, registry.value, trust);
  const root = readUnfinishedRoot(text);
  if (root.ok) return await readRoot(text, root.value, trust);
  const reason = registry.reason === "bad-type" ? root.reason : registry.reason;
  throw new DomainError("desk.document-refused", "invalid", { reason });
}

type UnfinishedRegistry = Extract<ReturnType<typeof readUnfinishedRegistry>, { ok: true }>["value"];
type UnfinishedRoot = Extract<ReturnType<typeof readUnfinishedRoot>, { ok: true }>["value"];

async function readRegistry(
  text: string,
  { payload, sha256 }: UnfinishedRegistry,
  { registry, signing }: DeskTrust,
): Promise<DeskDocument> {
  const { keys } = signing.registry;
  const { signed, signers } = await gathered(text, "concord-registry+jws", keys);
  const { version, net, prev, iat, exp } = payload;
  return {
    ...{
      document: "registry",
      version,
      sha256,
      net,
      prev,
      iat,
      exp,
      signed,
      signers,
      keepers: signers,
      keys,
    },
    needs: await needsOfRegistry(signed, signing),
    changes: { of: "registry", differences: compareRegistries(registry, payload) },
  };
}

async function readRoot(
  text: string,
  { payload, sha256 }: UnfinishedRoot,
  { root }: DeskTrust,
): Promise<DeskDocument> {
  const present = root.root.keys;
  const fresh = payload.root.keys.filter(({ kid }) => !present.some((key) => key.kid === kid));
  const keys = [...present, ...fresh];
  const { signed, signers } = await gathered(text, "concord-root+jws", keys);
  const { version, iat, exp } = payload;
  return {
    ...{ document: "root", version, sha256, iat, exp, signed, signers, keys },
    keepers: signers.filter((kid) => present.some((key) => key.kid === kid)),
    needs: await needsOfRoot(signed, payload, root),
    changes: { of: "root", roles: compareRoots(root, payload) },
  };
}

async function gathered(text: string, typ: Parameters<typeof signersOf>[1], keys: readonly PublicJwk[]) {
  const signed = (await gatherSignatures([text], typ, keys)) ?? text;
  return { signed, signers: await signersOf(signed, typ, keys) };
}
