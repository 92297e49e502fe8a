import { nobodyYet } from "@concord/stewardship";
import { handOut, outcomeOf, signRegistry } from "../change-registry.ts";
import { demandKeysOf } from "../co-signing.ts";
import { type Command, signing } from "../command.ts";
import { openKeys } from "../key-files.ts";
import { openNetwork } from "../network-folder.ts";

export const registryRenew: Command = {
  name: "registry renew",
  summary: "sign the registry again before it expires, or after a new root",
  words: 0,
  options: { ...signing, days: { type: "string" } },
  help: `concord network registry renew --with <key>... [--passphrase-file <file>...] [--folder <folder>] [--days <n>]

Signs the next registry with the same members, good for another 180 days. Every other ceremony that changes
the registry renews it as well. Offices warn 30, 14 and 7 days before it expires. After that nothing new is
published or taken, but withdrawals, recalls and erasures still take effect.

Who: as many holders of registry keys as must sign.
Also: right after "root rotate" where the registry's keys changed, and for the first registry of a founding
at which no registry key was there.
Next: hand the registry out.
Repeated: each time one version more, which does no harm.`,
  async run(given, around) {
    const network = await openNetwork(given.folder);
    const keys = await openKeys(given, around);
    demandKeysOf([network.root.registry], keys);
    const wanted = network.registry ?? nobodyYet;
    return outcomeOf(await signRegistry({ given, network, wanted, keys }, around), [], handOut);
  },
};
