import { draftRoot, type KeyRole, toSeconds } from "@concord/federation";
import { roleFrom, sameRoles, usualRootDays } from "@concord/stewardship";
import { outcomeOf } from "../change-registry.ts";
import { demandKeysOf, signRootChange } from "../co-signing.ts";
import { type Command, type Given, signing } from "../command.ts";
import { openKeys, readPublicKey } from "../key-files.ts";
import { openNetwork } from "../network-folder.ts";

export const rootRotate: Command = {
  name: "root rotate",
  summary: "replace root or registry keys, or make the root last longer",
  words: 0,
  options: {
    ...signing,
    "root-key": { type: "string", multiple: true },
    "root-threshold": { type: "string" },
    "registry-key": { type: "string", multiple: true },
    "registry-threshold": { type: "string" },
    "root-days": { type: "string" },
  },
  help: `concord network root rotate --with <key>... [--passphrase-file <file>...] [--folder <folder>]
    [--root-key <pub>...] [--root-threshold <n>] [--registry-key <pub>...] [--registry-threshold <n>]
    [--root-days <n>]

Signs the next version of the root. Name all keys that a role is to have, the old ones that stay as well; a role
that you do not name stays as it is. Without any, the root is only made to last longer (730 days).

Who: as many holders as the present root asks for, as many as the new one asks for (who may be the same
people), and every holder of a root key that is new.
You need: the .pub files of all keys that the new version names.
When: a holder leaves, a key is lost or may be stolen, and before the root expires.
Next: "registry renew" where the registry's keys changed; then hand out root-<n>.json and registry.json together.
Repeated: a version that others began is completed; a rotation that was done already changes nothing.`,
  async run(given, around) {
    const network = await openNetwork(given.folder);
    const { root } = network;
    const roles = {
      root: await roleOf(given, "root", root.root),
      registry: await roleOf(given, "registry", root.registry),
    };
    if (namesKeys(given) && sameRoles(root, roles)) {
      const says = ["The root names just these keys already; nothing was changed."];
      return { says, next: [], json: { already: true, version: root.version } };
    }
    const keys = await openKeys(given, around);
    demandKeysOf([root.root, roles.root], keys);
    const iat = toSeconds(around.clock.now());
    const exp = iat + (given.number("root-days") ?? usualRootDays) * 86_400;
    const version = root.version + 1;
    const signed = await signRootChange(
      {
        folder: given.folder,
        network,
        keys,
        isSame: (payload) => payload.version === version && sameRoles(payload, roles),
        draft: () => draftRoot({ version, iat, exp, ...roles }, keys),
      },
      around,
    );
    return outcomeOf(signed, [], next);
  },
};

const namesKeys = (given: Given): boolean =>
  ["root", "registry"].some((role) => given.many(`${role}-key`).length > 0 || given.one(`${role}-threshold`));

const next = [
  'Where the registry\'s keys changed: "registry renew --with <new registry key>".',
  "Then copy the new root and registry.json together into the NETWORK_DIR of one member, and restart it there.",
  "Destroy the keys that were taken out.",
];

async function roleOf(given: Given, role: "root" | "registry", held: KeyRole) {
  const keys = await Promise.all(given.many(`${role}-key`).map(readPublicKey));
  const threshold = given.number(`${role}-threshold`);
  if (keys.length === 0) return { keys: [...held.keys], threshold: threshold ?? held.threshold };
  return roleFrom(keys, threshold);
}
