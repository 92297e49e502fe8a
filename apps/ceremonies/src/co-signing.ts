import { join } from "node:path";
import {
  addSignatures,
  type KeyRole,
  type Registry,
  type Root,
  readUnfinishedRegistry,
  readUnfinishedRoot,
  type SigningKey,
  toSeconds,
  verifyFirstRoot,
  verifyNextRoot,
  verifyRegistry,
} from "@concord/federation";
import { DomainError } from "@concord/runtime";
import { fingerprint, type Need, needsOfRegistry, needsOfRoot } from "@concord/stewardship";
import type { Surroundings } from "./command.ts";
import {
  type Document,
  dropPartial,
  fileOf,
  type Network,
  partialOf,
  readIfThere,
  writePin,
} from "./network-folder.ts";

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
  const signed = { version: payload.version, sha256, needs: await needsOfRegistry(text, network.root) };
  const check = () => verifyRegistry(text, network.root, network.registry);
  const kept = await keep({ folder, document: "registry", text, signed, check }, around);
  if (kept.complete) await dropPartial(folder, "registry");
  return kept;
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
      `Still ${more} of ${groups[of]}: ${keys.map(({ kid }) => fingerprint(kid)).join(", or ")}.`,
  );
}

const groups: Readonly<Record<Need["of"], string>> = {
  registry: "the registry's keys",
  root: "the present root's keys",
  "next-root": "the new root's keys",
  "new-keys": "the root keys that are new",
};

/** Throws `ceremonies.foreign-key` for a key that has no say here: its signature would count for nothing. */
export function demandKeysOf(roles: readonly KeyRole[], keys: readonly SigningKey[]): void {
  const known = roles.flatMap((role) => role.keys.map(({ kid }) => kid));
  const foreign = keys.find(({ kid }) => !known.includes(kid));
  if (foreign) {
    throw new DomainError("ceremonies.foreign-key", "forbidden", { fingerprint: fingerprint(foreign.kid) });
  }
}
