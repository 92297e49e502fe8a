import { asHeard, closeEpoch } from "@concord/stewardship";
import { changeRegistry, handOut } from "../change-registry.ts";
import { type Command, type Given, signing, wrongUse } from "../command.ts";

export const epochClose: Command = {
  name: "epoch close",
  summary: "end a member's epoch after a theft or a restore",
  words: 1,
  options: {
    ...signing,
    seq: { type: "string" },
    head: { type: "string" },
    cause: { type: "string" },
    days: { type: "string" },
  },
  help: `concord network epoch close <code> --seq <number> --head <hash> --cause stolen|restored --with <key>...
    [--passphrase-file <file>...] [--folder <folder>] [--days <n>]

Ends a member's epoch after entry <seq>, whose hash is <head>. Everything up to it lives on; every entry of
the epoch beyond it is void everywhere, and its keys sign nothing more.
stolen: somebody else had the key. What the thief recalled comes back.
restored: the member lost its newest entries with its database. What it recalled stays recalled.

Who: as many holders of registry keys as must sign, at once; the member on the telephone.
You need: number and hash of the last entry that the member itself signed, from its office's page "Our key", or
seq and head in the file feed-high-water.json in its KEYS_DIR. Where no entry of the epoch stands: the number
before its first, and the hash there (64 zeros at the start).
Next: hand the registry out now. The member makes a new key, asks with "join", and "keys rotate" opens the
next epoch with it.
Repeated: an epoch that is closed there already is left as it is; one that is closed elsewhere is refused.`,
  run: (given, around) =>
    changeRegistry(given, around, async (registry) => {
      const code = given.word();
      const close = closeFrom(given);
      return {
        wanted: closeEpoch(registry, code, close),
        says: [`${code}: its epoch ends at entry ${close.seq} (${close.cause}).`],
        next: [
          ...handOut,
          `${code} makes a new key and asks with "join"; "keys rotate" opens its next epoch.`,
        ],
      };
    }),
};

function closeFrom(given: Given) {
  const cause = given.needed("cause");
  if (cause !== "stolen" && cause !== "restored") throw wrongUse("--cause is stolen or restored");
  const head = asHeard(given.needed("head"));
  if (!/^[0-9a-f]{64}$/.test(head)) throw wrongUse("--head is 64 hexadecimal digits");
  return { seq: given.neededNumber("seq"), head, cause } as const;
}
