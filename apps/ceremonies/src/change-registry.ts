import { issueRegistry, type Registry, type SigningKey } from "@concord/federation";
import { changesNothing, sameFacts, usualRegistryDays, type Wanted } from "@concord/stewardship";
import { demandKeysOf, type Signed, saysWhoIsMissing, signRegistryChange } from "./co-signing.ts";
import type { Given, Outcome, Surroundings } from "./command.ts";
import { openKeys } from "./key-files.ts";
import { type Network, openRegistry } from "./network-folder.ts";

export interface RegistryChange {
  readonly wanted: Wanted;
  /** What the change is, as people read it. */
  readonly says: readonly string[];
  readonly next: readonly string[];
}

/** Issues the next registry with one change; where the registry says so already, nothing is signed. */
export async function changeRegistry(
  given: Given,
  around: Surroundings,
  change: (registry: Registry, network: Network) => Promise<RegistryChange>,
): Promise<Outcome> {
  const { network, registry } = await openRegistry(given.folder);
  const { wanted, says, next } = await change(registry, network);
  if (changesNothing(registry, wanted)) {
    const already = "The registry says so already; nothing was changed.";
    return { says: [already], next: [], json: { already: true, version: registry.version } };
  }
  const keys = await openKeys(given, around);
  demandKeysOf([network.root.registry], keys);
  const signed = await signRegistry({ given, network, wanted, keys }, around);
  return outcomeOf(signed, says, next);
}

interface RegistrySigning {
  readonly given: Given;
  readonly network: Network;
  readonly wanted: Wanted;
  readonly keys: readonly SigningKey[];
}

/** Signs the registry that follows the present one, or the first. */
export async function signRegistry(
  { given, network, wanted, keys }: RegistrySigning,
  around: Surroundings,
): Promise<Signed> {
  const held = network.registry;
  const after = held && { version: held.version, sha256: held.sha256 };
  const facts = { ...wanted, version: (held?.version ?? 0) + 1, prev: held?.sha256 ?? null };
  return await signRegistryChange(
    {
      folder: given.folder,
      network,
      keys,
      isSame: (payload) => sameFacts(payload, facts),
      draft: () =>
        issueRegistry(
          {
            ...{ net: network.net, groups: wanted.groups, members: wanted.members },
            ...(after ? { after } : {}),
            ...{ now: around.clock.now(), validDays: given.number("days") ?? usualRegistryDays },
          },
          keys,
        ),
    },
    around,
  );
}

export function outcomeOf(signed: Signed, says: readonly string[], next: readonly string[]): Outcome {
  const { file, complete, version, sha256 } = signed;
  const json = {
    file,
    complete,
    version,
    sha256,
    missing: signed.needs.map(({ of, more }) => ({ of, more })),
  };
  if (complete) return { says: [...says, `Signed and finished: ${file}, version ${version}.`], next, json };
  return {
    says: [`Begun, and not in force yet: ${file}.`, ...saysWhoIsMissing(signed.needs)],
    next: [
      `Send ${file} to the next holder, who checks it and signs: concord network sign ${file} --with <key>.`,
      "The holder who completes it sends the finished file back to everybody.",
    ],
    json,
  };
}

/** What to do with a finished registry. */
export const handOut = [
  "Copy registry.json into the NETWORK_DIR of one member that the others pull from, and restart it there.",
  "The others fetch it from that member by themselves, within minutes.",
];
