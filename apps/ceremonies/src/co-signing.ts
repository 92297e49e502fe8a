import { join } from "node:path";
import {
  addSignatures,
  type KeyRole,
  type PublicJwk,
  type Registry,
  type Root,
  readUnfinishedRegistry,
  readUnfinishedRoot,
  type SigningKey,
  signersOf,
  toSeconds,
  verifyFirstRoot,
  verifyNextRoot,
  verifyRegistry,
} from "@concord/federation";
import { DomainError } from "@concord/runtime";
import type { Surroundings } from "./command.ts";
import { fingerprint } from "./fingerprint.ts";
import {
  type Document,
  dropPartial,
  fileOf,
  type Network,
  partialOf,
  readIfThere,
  writePin,
} from "./network-folder.ts";

/** A group of keys of which so many must still sign. */
interface Need {
  readonly of: string;
  readonly more: number;
  readonly keys: readonly PublicJwk[];
}

export interface Signed {
  readonly file: string;
  readonly complete: boolean;
  readonly version: number;
  readonly sha256: string;
  readonly needs: readonly Need[];
}

interface Change<P> {
  readonly folder: string;
  readonly network: Network | undefined;
  readonly keys: readonly SigningKey[];
  /** Whether a document that others began to sign says what this ceremony says. */
  readonly isSame: (payload: P) => boolean;
  readonly draft: () => Promise<string>;
}

type RootPayload = Pick<Root, "version" | "root" | "registry">;
type RegistryFacts = Pick<Registry, "version" | "prev" | "groups" | "members">;

/** Signs the next root, or goes on signing the one that others began, and keeps it finished or as a partial file. */
export async function signRootChange(change: Change<RootPayload>, around: Surroundings): Promise<Signed> {
  const { folder, network } = change;
  const text = await begunOr(change, "root", around);
  const { payload, sha256 } = demand(readUnfinishedRoot(text), "root");
  const { version } = payload;
  const needs = await needsOfRoot(text, payload, network?.root);
  const check = () => (network ? verifyNextRoot(text, network.root) : verifyFirstRoot(text, sha256));
  const kept = await keep(
    { folder, document: "root", text, signed: { version, sha256, needs }, check },
    around,
  );
  if (kept.complete && version === 1) await writePin(folder, sha256, around);
  if (kept.complete) await dropPartial(folder, "root");
  return kept;
}

/** The same for the next registry, which the root's registry role signs. */
export async function signRegistryChange(
  change: Change<RegistryFacts> & { readonly network: Network },
  around: Surroundings,
): Promise<Signed> {
  const { folder, network } = change;
  const text = await begunOr(change, "registry", around);
  const { payload, sha256 } = demand(readUnfinishedRegistry(text), "registry");
  const role = { of: "the registry's keys", ...network.root.registry };
  const signed = {
    version: payload.version,
    sha256,
    needs: await needsOf(text, "concord-registry+jws", [role]),
  };
  const check = () => verifyRegistry(text, network.root, network.registry);
  const kept = await keep({ folder, document: "registry", text, signed, check }, around);
  if (kept.complete) await dropPartial(folder, "registry");
  return kept;
}

/** What two registries must have in common to be the same change, whoever wrote it and when. */
export function registryFacts({ version, prev, groups, members }: RegistryFacts): string {
  return JSON.stringify([version, prev, groups, members]);
}

/** A new root key signs as well, so that nobody learns in an emergency that its holder cannot open it. */
function needsOfRoot(text: string, next: RootPayload, current: Root | undefined): Promise<Need[]> {
  const held = current?.root.keys.map(({ kid }) => kid) ?? [];
  const fresh = next.root.keys.filter(({ kid }) => !held.includes(kid));
  return needsOf(text, "concord-root+jws", [
    ...(current ? [{ of: `root version ${current.version}`, ...current.root }] : []),
    { of: `root version ${next.version}`, ...next.root },
    { of: "keys that are new", keys: fresh, threshold: fresh.length },
  ]);
}

type SignedTyp = Parameters<typeof signersOf>[1];

async function needsOf(
  text: string,
  typ: SignedTyp,
  roles: readonly (KeyRole & { of: string })[],
): Promise<Need[]> {
  const needs = await Promise.all(
    roles.map(async ({ of, keys, threshold }) => {
      const signed = await signersOf(text, typ, keys);
      const open = keys.filter(({ kid }) => !signed.includes(kid));
      return { of, more: Math.max(0, threshold - signed.length), keys: open };
    }),
  );
  return needs.filter(({ more }) => more > 0);
}

async function begunOr<P>(change: Change<P>, document: Document, around: Surroundings): Promise<string> {
  const file = partialOf(change.folder, document);
  const begun = await readIfThere(file);
  if (begun === undefined) return await change.draft();
  const read = document === "root" ? readUnfinishedRoot(begun) : readUnfinishedRegistry(begun);
  const held = change.network?.[document]?.version ?? 0;
  // What was finished before its partial file could be removed counts no more.
  if (read.ok && read.value.payload.version <= held) return await change.draft();
  const { payload } = demand<{ payload: { exp: number } }>(read, file);
  if (!change.isSame(payload as P)) throw new DomainError("ceremonies.pending", "conflict", { file });
  if (payload.exp < toSeconds(around.clock.now())) {
    throw new DomainError("ceremonies.partial-expired", "conflict", { file });
  }
  around.progress(`Adding signatures to ${file}`);
  return await addSignatures(begun, `concord-${document}+jws`, change.keys);
}

function demand<T>(read: { ok: true; value: T } | { ok: false; reason: string }, file: string): T {
  if (read.ok) return read.value;
  throw new DomainError("ceremonies.refused", "conflict", { file, reason: read.reason });
}

interface Kept {
  readonly folder: string;
  readonly document: Document;
  readonly text: string;
  readonly signed: Pick<Signed, "version" | "sha256" | "needs">;
  readonly check: () => Promise<{ verified: true } | { verified: false; reason: string }>;
}

/** Nothing is called finished that an instance would not take. */
async function keep({ folder, document, text, signed, check }: Kept, around: Surroundings): Promise<Signed> {
  if (signed.needs.length > 0) {
    const file = partialOf(folder, document);
    around.progress(`Writing ${file}`);
    await around.write(file, text, 0o644);
    return { ...signed, file, complete: false };
  }
  const file = join(folder, fileOf(document, signed.version));
  const verdict = await check();
  if (!verdict.verified) {
    throw new DomainError("ceremonies.refused", "conflict", { file, reason: verdict.reason });
  }
  around.progress(`Writing ${file}`);
  await around.write(file, text, 0o644);
  return { ...signed, file, complete: true };
}

/** Who may still sign, as people read it. */
export function saysWhoIsMissing(needs: readonly Need[]): string[] {
  return needs.map(
    ({ of, more, keys }) =>
      `Still ${more} of ${of}: ${keys.map(({ kid }) => fingerprint(kid)).join(", or ")}.`,
  );
}

/** Throws `ceremonies.foreign-key` for a key that has no say here: its signature would count for nothing. */
export function demandKeysOf(roles: readonly KeyRole[], keys: readonly SigningKey[]): void {
  const known = roles.flatMap((role) => role.keys.map(({ kid }) => kid));
  const foreign = keys.find(({ kid }) => !known.includes(kid));
  if (foreign) {
    throw new DomainError("ceremonies.foreign-key", "forbidden", { fingerprint: fingerprint(foreign.kid) });
  }
}
