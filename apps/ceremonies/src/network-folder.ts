import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import {
  type Registry,
  type Root,
  Trust,
  verifyFirstRoot,
  verifyNextRoot,
  verifyRegistry,
} from "@concord/federation";
import { DomainError } from "@concord/runtime";
import type { Surroundings } from "./command.ts";

export type Document = "root" | "registry";

/** A network as its folder holds it, everything verified: what an instance is given as its `NETWORK_DIR`. */
export interface Network {
  readonly net: string;
  /** Version 1 first. */
  readonly roots: readonly [Root, ...Root[]];
  readonly root: Root;
  readonly registry: Registry | undefined;
  /** False when only an older root's keys signed the registry: it must be renewed. */
  readonly registryIsOfRoot: boolean;
}

/** Undefined where no network was founded in this folder. Throws `ceremonies.refused` for what does not hold. */
export async function findNetwork(folder: string): Promise<Network | undefined> {
  const pin = await readIfThere(join(folder, "network.json"));
  if (pin === undefined) return undefined;
  const first = await readIfThere(join(folder, "root.json"));
  if (first === undefined) throw new DomainError("ceremonies.no-network", "not-found", { folder });
  const verdict = await verifyFirstRoot(first, readPin(pin, folder));
  if (!verdict.verified) throw broken(folder, "root.json", verdict.reason);
  const roots = await laterRoots(folder, verdict.root);
  const root = roots.at(-1) ?? verdict.root;
  return { net: root.net, roots, root, ...(await readRegistry(folder, roots)) };
}

export async function openNetwork(folder: string): Promise<Network> {
  const network = await findNetwork(folder);
  if (!network) throw new DomainError("ceremonies.no-network", "not-found", { folder });
  return network;
}

/** The network of a ceremony that changes what the registry says. */
export async function openRegistry(folder: string): Promise<{ network: Network; registry: Registry }> {
  const network = await openNetwork(folder);
  if (!network.registry) throw new DomainError("ceremonies.no-registry", "conflict", { folder });
  return { network, registry: network.registry };
}

/** The registry as its members hold it, or one with nobody in it before the first. */
export function trustOf(network: Network): Trust {
  const nobody = { members: [] as Registry["members"] } as Registry;
  return new Trust(network.root, network.registry ?? nobody);
}

export const fileOf = (document: Document, version: number): string =>
  document === "root" && version > 1 ? `root-${version}.json` : `${document}.json`;

/** The pin comes last, so that a folder with one has the root that it names. */
export async function writePin(folder: string, net: string, around: Surroundings): Promise<void> {
  await around.write(join(folder, "network.json"), `${JSON.stringify({ rootSha256: net })}\n`, 0o644);
}

export const partialOf = (folder: string, document: Document): string => join(folder, `${document}.partial`);

export async function dropPartial(folder: string, document: Document): Promise<void> {
  await rm(partialOf(folder, document), { force: true });
}

export async function readIfThere(path: string): Promise<string | undefined> {
  return await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new DomainError("ceremonies.file-unreadable", "unavailable", { file: path });
  });
}

async function laterRoots(folder: string, first: Root): Promise<[Root, ...Root[]]> {
  const roots: [Root, ...Root[]] = [first];
  for (let root = first; ; ) {
    const file = fileOf("root", root.version + 1);
    const text = await readIfThere(join(folder, file));
    if (text === undefined) return roots;
    const next = await verifyNextRoot(text, root);
    if (!next.verified) throw broken(folder, file, next.reason);
    root = next.root;
    roots.push(root);
  }
}

/** Between a new root and the registry that its keys sign, the one before still names the members. */
async function readRegistry(
  folder: string,
  roots: readonly Root[],
): Promise<Pick<Network, "registry" | "registryIsOfRoot">> {
  const text = await readIfThere(join(folder, "registry.json"));
  if (text === undefined) return { registry: undefined, registryIsOfRoot: true };
  let reason = "malformed";
  for (const root of roots.toReversed()) {
    const verdict = await verifyRegistry(text, root);
    if (verdict.verified) return { registry: verdict.registry, registryIsOfRoot: root === roots.at(-1) };
    if (root === roots.at(-1)) reason = verdict.reason;
  }
  throw broken(folder, "registry.json", reason);
}

function readPin(text: string, folder: string): string {
  try {
    return String(JSON.parse(text).rootSha256);
  } catch {
    throw broken(folder, "network.json", "malformed");
  }
}

function broken(folder: string, file: string, reason: string): DomainError {
  return new DomainError("ceremonies.refused", "conflict", { file: join(folder, file), reason });
}
