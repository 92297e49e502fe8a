import { DomainError } from "@concord/runtime";
import { lastEpoch, memberOf, withLastEpoch, withMember } from "../change-member.ts";
import { changeRegistry, handOut } from "../change-registry.ts";
import { type Command, signing } from "../command.ts";
import { fingerprint, isFingerprintOf } from "../fingerprint.ts";

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
A key that may be stolen is not retired: close its epoch ("epoch close").
Next: the member destroys the old key file and its copies.
Repeated: a key that ends there already is left as it is.`,
  run: (given, around) =>
    changeRegistry(given, around, async (registry) => {
      const member = memberOf(registry, given.word());
      const epoch = lastEpoch(member);
      const read = given.needed("key");
      const to = given.neededNumber("to");
      const old = epoch.keys.find(({ jwk }) => isFingerprintOf(read, jwk.kid));
      if (!old) throw new DomainError("ceremonies.unknown-key", "not-found", { code: member.code });
      const keys = epoch.keys.map((key) => (key === old ? { ...key, to } : key));
      if (!keys.some((key) => key.to === undefined)) {
        throw new DomainError("ceremonies.last-key", "conflict", { code: member.code });
      }
      return {
        wanted: withMember(registry, withLastEpoch(member, { ...epoch, keys })),
        says: [`${member.code}: key ${fingerprint(old.jwk.kid)} ends at entry ${to}.`],
        next: [`${member.code} destroys the old key file.`, ...handOut],
      };
    }),
};
