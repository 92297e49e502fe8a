import { basename, dirname } from "node:path";
import { readUnfinishedRegistry, readUnfinishedRoot } from "@concord/federation";
import { DomainError } from "@concord/runtime";
import { inGroups } from "@concord/stewardship";
import { handOut, outcomeOf } from "../change-registry.ts";
import { demandKeysOf, signRegistryChange, signRootChange } from "../co-signing.ts";
import { type Command, type Given, type Outcome, type Surroundings, signing } from "../command.ts";
import { registryChanges, rootChanges } from "../differences.ts";
import { openKeys, readGiven } from "../key-files.ts";
import { findNetwork, openNetwork } from "../network-folder.ts";

const { folder: _none, ...options } = signing;

export const sign: Command = {
  name: "sign",
  summary: "add a signature to what another holder began",
  words: 1,
  options,
  help: `concord network sign <root.partial|registry.partial> --with <key>... [--passphrase-file <file>...]

Adds signatures to a root or registry that needs more than one holder, and finishes it when there are enough.
It first says on standard error what the document would change.

Who: a holder of one of the keys that are still missing, anywhere.
You need: the .partial file beside your copy of network.json, root.json and registry.json (at a founding, alone).
Before you sign: ask whoever began it, on the telephone, what it should change, and compare.
Next: the finished file goes back to everybody; one that is unfinished goes to the next holder.
Repeated: signing twice with one key counts once.`,
  async run(given, around) {
    const file = given.word();
    const text = await readGiven(file);
    if (basename(file) === "root.partial") return await signRoot({ file, text, given }, around);
    if (basename(file) === "registry.partial") return await signRegistry({ file, text, given }, around);
    throw refusal(file, "bad-type");
  },
};

interface Signing {
  readonly file: string;
  readonly text: string;
  readonly given: Given;
}

async function signRoot({ file, text, given }: Signing, around: Surroundings): Promise<Outcome> {
  const read = readUnfinishedRoot(text);
  if (!read.ok) throw refusal(file, read.reason);
  const { payload, sha256 } = read.value;
  const folder = dirname(file);
  const network = await findNetwork(folder);
  demandNext(file, payload.version, network?.root.version ?? 0);
  for (const line of rootChanges(network?.root, payload)) around.progress(line);
  const keys = await openKeys(given, around);
  demandKeysOf([payload.root, ...(network ? [network.root.root] : [])], keys);
  const signed = await signRootChange({ folder, network, keys, ...anything(file) }, around);
  const id = payload.version > 1 ? [] : [`Network: ${inGroups(sha256)}`, `In full: ${sha256}`];
  return outcomeOf(signed, id, ['Sign a registry under it: "registry renew --with <registry key>".']);
}

async function signRegistry({ file, text, given }: Signing, around: Surroundings): Promise<Outcome> {
  const read = readUnfinishedRegistry(text);
  if (!read.ok) throw refusal(file, read.reason);
  const { payload } = read.value;
  const folder = dirname(file);
  const network = await openNetwork(folder);
  if (payload.net !== network.net) throw refusal(file, "wrong-network");
  demandNext(file, payload.version, network.registry?.version ?? 0);
  if (payload.prev !== (network.registry?.sha256 ?? null)) throw refusal(file, "registry-fork");
  for (const line of registryChanges(network.registry, payload)) around.progress(line);
  const keys = await openKeys(given, around);
  demandKeysOf([network.root.registry], keys);
  const signed = await signRegistryChange({ folder, network, keys, ...anything(file) }, around);
  return outcomeOf(signed, [], handOut);
}

/** Whatever the partial file says was shown to the holder, who signs just that. */
const anything = (file: string) => ({
  isSame: () => true,
  draft: () => Promise.reject(new DomainError("ceremonies.finished", "conflict", { file })),
});

function demandNext(file: string, version: number, held: number): void {
  if (version <= held) throw new DomainError("ceremonies.finished", "conflict", { file });
  if (version > held + 1)
    throw new DomainError("ceremonies.folder-behind", "conflict", { file, held, version });
}

const refusal = (file: string, reason: string) =>
  new DomainError("ceremonies.refused", "conflict", { file, reason });
