import { retireKey } from "@concord/stewardship";
import { changeRegistry, handOut } from "../change-registry.ts";
import { type Command, signing } from "../command.ts";

export const keysRetire: Command = {
  name: "keys retire",
  summary: "end the range of entries that a member's old key may sign",
  words: 1,
  options: { ...signing, key: { type: "string" }, to: { type: "string" }, days: { type: "string" } },
  help: `concord network keys retire <code> --key "<fingerprint>" --to <seq> --with <key>...
    [--passphrase-file <file>...] [--folder <folder>] [--days <n>]

Ends a key of a member: it has signed the entries up to <seq>, and those stay valid; it signs no more.

Who: as many holders of registry keys as must sign.
You need: the fingerprint of the old key ("verify registry.json" lists them), and the number of its last entry.
Do it once the member publishes with the new key. A member is never left without a key.
A key that signed nothing is taken out: give the number before its first entry.
A key that may be stolen is not retired: close its epoch ("epoch close").
Next: the member destroys the old key file and its copies.
Repeated: a key that ends there already is left as it is; one that was taken out is not known any more.`,
  run: (given, around) =>
    changeRegistry(given, around, async (registry) => {
      const [code, read, to] = [given.word(), given.needed("key"), given.neededNumber("to")];
      return {
        wanted: retireKey(registry, code, { fingerprint: read, to }),
        says: [`${code}: key ${read} ends at entry ${to}.`],
        next: [`${code} destroys the old key file.`, ...handOut],
      };
    }),
};
