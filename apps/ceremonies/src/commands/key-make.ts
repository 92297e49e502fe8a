import { fingerprint } from "@concord/stewardship";
import type { Command } from "../command.ts";
import { makeOfflineKey, passphraseFor, publicFile } from "../key-files.ts";

export const keyMake: Command = {
  name: "key make",
  summary: "make an offline key with a passphrase",
  words: 1,
  options: { "passphrase-file": { type: "string" } },
  help: `concord network key make <file.key> [--passphrase-file <file>]

Makes one offline key, for the root or for the registry, and its public half beside it (<file.pub>).
The key is encrypted with a passphrase of at least 12 characters and never shown.

Who: the one person who will hold this key, alone, on a machine without a network.
You need: a place for the file that nobody else can read, as a stick in a safe, and another for a copy.
Next: give the .pub file to whoever leads the founding or the rotation, and read them its fingerprint.
Repeated: it opens the key that is there and writes its public half again. A key is never replaced.`,
  async run(given, around) {
    const file = given.word();
    const passphrase = await passphraseFor(file, given.one("passphrase-file"), around);
    around.progress(`Making ${file}`);
    const { key, made } = await makeOfflineKey(file, passphrase, around);
    const read = fingerprint(key.kid);
    return {
      says: [
        made ? `Made: ${file}` : `It was there already and opens: ${file}`,
        `Public: ${publicFile(file)}`,
        `Fingerprint: ${read}`,
      ],
      next: ["Give the .pub file to whoever leads the ceremony, and read them the fingerprint."],
      json: { file, public: publicFile(file), kid: key.kid, fingerprint: read, made },
    };
  },
};
