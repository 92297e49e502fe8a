import { draftRoot, type KeyRole, type Root, type SigningKey, toSeconds } from "@concord/federation";
import { DomainError } from "@concord/runtime";
import { inGroups, nobodyYet, roleFrom, sameRoles, usualRootDays } from "@concord/stewardship";
import { outcomeOf, signRegistry } from "../change-registry.ts";
import { demandKeysOf, type Signed, signRootChange } from "../co-signing.ts";
import { type Command, type Given, type Outcome, type Surroundings, signing, wrongUse } from "../command.ts";
import { openKeys, readPublicKey } from "../key-files.ts";
import { findNetwork, type Network } from "../network-folder.ts";

export const found: Command = {
  name: "found",
  summary: "found a network: root version 1 and registry version 1",
  words: 0,
  options: {
    ...signing,
    "root-key": { type: "string", multiple: true },
    "root-threshold": { type: "string" },
    "registry-key": { type: "string", multiple: true },
    "registry-threshold": { type: "string" },
    "root-days": { type: "string" },
    days: { type: "string" },
  },
  help: `concord network found --root-key <pub> (three or more) --registry-key <pub> (one or more)
    --with <key>... [--passphrase-file <file>...] [--folder <folder>]
    [--root-threshold <n>] [--registry-threshold <n>] [--root-days <n>] [--days <n>]

Founds a network. It writes root.json (who may change trust), network.json (the network's id, which every
member pins) and registry.json (who is a member; nobody yet).

Who: the holder of every root key, since each signs once, and as many holders of registry keys as must sign.
Those who are elsewhere sign later: the first leaves root.partial, the others complete it with "sign".
You need: the .pub file of every key ("key make"), and the keys of those who are here.
Thresholds: how many must sign later; a majority unless you say so. The root lasts 730 days, the registry 180.
Next: everybody compares the network's id on the telephone, and members join ("join", then "member add").
Repeated: a network that is founded stays as it is; what was broken off is completed.`,
  async run(given, around) {
    const network = await findNetwork(given.folder);
    const roles = await rolesOf(given, network?.roots[0]);
    if (network && !sameRoles(network.roots[0], roles)) {
      throw new DomainError("ceremonies.founded-already", "conflict", { folder: given.folder });
    }
    if (network?.registry) return outcome(network, undefined);
    const keys = await openKeys(given, around);
    demandKeysOf([roles.root, roles.registry], keys);
    if (network) return outcome(network, await signFirstRegistry({ given, network, keys }, around));
    const signed = await signFirstRoot(given, { roles, keys: heldIn(roles.root, keys) }, around);
    const founded = await findNetwork(given.folder);
    if (!founded) return outcomeOf(signed, [], []);
    return outcome(founded, await signFirstRegistry({ given, network: founded, keys }, around));
  },
};

type Roles = Pick<Root, "root" | "registry">;

async function rolesOf(given: Given, founded: Root | undefined): Promise<Roles> {
  const pubs = (name: string) => Promise.all(given.many(name).map(readPublicKey));
  const [rootKeys, registryKeys] = await Promise.all([pubs("root-key"), pubs("registry-key")]);
  if (rootKeys.length < 3) throw wrongUse("--root-key is needed at least three times");
  if (registryKeys.length < 1) throw wrongUse("--registry-key is missing");
  return {
    root: roleFrom(rootKeys, given.number("root-threshold") ?? founded?.root.threshold),
    registry: roleFrom(registryKeys, given.number("registry-threshold") ?? founded?.registry.threshold),
  };
}

function signFirstRoot(
  given: Given,
  { roles, keys }: { roles: Roles; keys: readonly SigningKey[] },
  around: Surroundings,
): Promise<Signed> {
  const iat = toSeconds(around.clock.now());
  const exp = iat + (given.number("root-days") ?? usualRootDays) * 86_400;
  return signRootChange(
    {
      folder: given.folder,
      network: undefined,
      keys,
      isSame: (payload) => payload.version === 1 && sameRoles(payload, roles),
      draft: () => draftRoot({ version: 1, iat, exp, ...roles }, keys),
    },
    around,
  );
}

interface Founding {
  readonly given: Given;
  readonly network: Network;
  readonly keys: readonly SigningKey[];
}

/** Undefined where nobody who may sign it is here. */
async function signFirstRegistry(
  { given, network, keys }: Founding,
  around: Surroundings,
): Promise<Signed | undefined> {
  const held = heldIn(network.root.registry, keys);
  if (held.length === 0) return undefined;
  return await signRegistry({ given, network, wanted: nobodyYet, keys: held }, around);
}

function outcome(network: Network, registry: Signed | undefined): Outcome {
  const id = inGroups(network.net);
  const says = [`Network: ${id}`, `In full: ${network.net}`];
  const json = { network: network.net, spoken: id };
  if (!registry) {
    const next = network.registry ? [] : ['Sign the first registry: "registry renew --with <registry key>".'];
    return { says: [...says, "The root stands."], next, json: { ...json, complete: !!network.registry } };
  }
  const done = outcomeOf(registry, says, [
    "Read the network's id to every holder on the telephone; all must have the same.",
    'Give network.json, root.json and registry.json to whoever wants to join: next is "join".',
  ]);
  return {
    ...done,
    says: registry.complete ? done.says : [...says, ...done.says],
    json: { ...json, ...done.json },
  };
}

const heldIn = (role: KeyRole, keys: readonly SigningKey[]) =>
  keys.filter(({ kid }) => role.keys.some((key) => key.kid === kid));
