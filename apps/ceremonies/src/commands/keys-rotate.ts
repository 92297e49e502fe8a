import { fingerprint, opensEpoch, rotateKey } from "@concord/stewardship";
import { changeRegistry, handOut } from "../change-registry.ts";
import { type Command, signing } from "../command.ts";
import { trustOf } from "../network-folder.ts";
import { demandReadOut, readRequest } from "../read-request.ts";

export const keysRotate: Command = {
  name: "keys rotate",
  summary: "let a member sign with a new key",
  words: 1,
  options: {
    ...signing,
    from: { type: "string" },
    fingerprint: { type: "string" },
    days: { type: "string" },
  },
  help: `concord network keys rotate <request> --from <seq> --with <key>... [--passphrase-file <file>...]
    [--folder <folder>] [--days <n>]
concord network keys rotate <request> --fingerprint "<as read out>" --with <key>...   (after "epoch close")

Lets a member sign its entries from number <seq> on with a new key, beside the old one until that is retired.
Where the member's epoch was closed, it opens the next epoch with the new key instead, and --from is not needed.

Who: as many holders of registry keys as must sign, and whoever runs the member's instance.
You need: the member's request by "join --key <new> --present-key <old>", and the number of its next entry:
one more than seq in feed-high-water.json in its KEYS_DIR.
The old key vouches for the new one. After a theft it cannot, so the fingerprint is read out on the telephone.
Next: the member puts the new key in the place of feed.json and restarts; then "keys retire" for the old one.
Repeated: a key that the registry names already is left as it is.`,
  run: (given, around) =>
    changeRegistry(given, around, async (registry, network) => {
      const request = await readRequest(given.word(), trustOf(network), around);
      const { code, key } = request;
      const fresh = rotateKey(registry, request, given.number("from"));
      if (fresh !== registry && opensEpoch(registry, code)) demandReadOut(given, request);
      return {
        wanted: fresh,
        says: [`${code} may sign with ${fingerprint(key.kid)}.`],
        next: [`${code} puts the new key in the place of its feed.json and restarts.`, ...handOut],
      };
    }),
};
