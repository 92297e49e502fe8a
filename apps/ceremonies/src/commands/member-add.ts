import { admitMember, fingerprint } from "@concord/stewardship";
import { changeRegistry, handOut } from "../change-registry.ts";
import { type Command, signing } from "../command.ts";
import { trustOf } from "../network-folder.ts";
import { demandReadOut, readRequest } from "../read-request.ts";

export const memberAdd: Command = {
  name: "member add",
  summary: "take a member's request to join into the registry",
  words: 1,
  options: {
    ...signing,
    fingerprint: { type: "string" },
    group: { type: "string", multiple: true },
    days: { type: "string" },
  },
  help: `concord network member add <request> --fingerprint "<as read out>" --with <key>...
    [--passphrase-file <file>...] [--group <code>]... [--folder <folder>] [--days <n>]

Takes a request that "join" wrote: checks that its own key signed it, that it is for this network and not
out of date, and signs the next registry with the member in it.

Who: as many holders of registry keys as must sign, and the new member on the telephone.
You need: the request, and the fingerprint as somebody you know reads it out. Never copy it from the request:
the request proves that its writer has the key, and only the voice proves who the writer is.
--group puts the member into a group as well, which is made if it is new; everybody is in "all".
Next: hand the registry out. The member copies it into its NETWORK_DIR and starts.
Repeated: a member that is in the registry with this key is left as it is.`,
  run: (given, around) =>
    changeRegistry(given, around, async (registry, network) => {
      const request = await readRequest(given.word(), trustOf(network), around);
      demandReadOut(given, request);
      const wanted = admitMember(registry, request, given.many("group"));
      const { code, name, baseUrl } = request;
      return {
        wanted,
        says: [`${code} is a member: ${name}, ${baseUrl}, key ${fingerprint(request.key.kid)}.`],
        next: [`Send network.json, the roots and registry.json to ${code}; it starts with them.`, ...handOut],
      };
    }),
};
