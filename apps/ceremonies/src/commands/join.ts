import { generateSigningKey, readSigningKey, type SigningKey, signJoinRequest } from "@concord/federation";
import { fingerprint } from "@concord/stewardship";
import { loadOrCreateKeyFile } from "@concord/storage";
import { type Command, type Given, type Outcome, wrongUse } from "../command.ts";
import { openNetwork } from "../network-folder.ts";

export const join: Command = {
  name: "join",
  summary: "ask to join, or to sign with another key, proving that one has it",
  words: 0,
  options: {
    folder: { type: "string" },
    key: { type: "string" },
    "present-key": { type: "string" },
    code: { type: "string" },
    name: { type: "string" },
    url: { type: "string" },
    role: { type: "string", multiple: true },
    out: { type: "string" },
  },
  help: `concord network join --key <feed.json> --code <code> --name <name> --url <https://…> --out <request>
    [--role tenant|region]... [--present-key <feed.json>] [--folder <folder>]

Writes a request that the member's own online key signs: proof that it has that key. The key is the file
feed.json of its KEYS_DIR (mode 0600); it is made if it is not there. Nothing secret is in the request.

Who: whoever runs the member's instance, on its machine.
You need: network.json, root.json and registry.json of the network, compared by its id on the telephone.
With --present-key, the key that the registry names now signs as well: that is how a key is rotated.
Next: send the request to the network's steward, who lets you read the fingerprint out on the telephone.
Repeated: it writes the request anew, good for 30 days.`,
  async run(given, around): Promise<Outcome> {
    const { net } = await openNetwork(given.folder);
    const path = given.needed("key");
    const present = given.one("present-key");
    around.progress(`Reading ${path}`);
    const keys = {
      key: await onlineKey(path),
      ...(present === undefined ? {} : { present: await onlineKey(present) }),
    };
    const text = await signJoinRequest({ net, ...memberFrom(given) }, keys, around.clock.now());
    const out = given.needed("out");
    await around.write(out, text, 0o644);
    const read = fingerprint(keys.key.kid);
    return {
      says: [`Written: ${out}`, `Fingerprint: ${read}`],
      next: [`Send ${out} to the network's steward, and read them the fingerprint on the telephone.`],
      json: { file: out, kid: keys.key.kid, fingerprint: read },
    };
  },
};

function memberFrom(given: Given) {
  const roles = given.many("role").map((role) => {
    if (role === "tenant" || role === "region") return role;
    throw wrongUse("--role is tenant or region");
  });
  return {
    code: given.needed("code"),
    name: given.needed("name"),
    baseUrl: given.needed("url"),
    roles: roles.length > 0 ? roles : (["tenant"] as ("tenant" | "region")[]),
  };
}

async function onlineKey(path: string): Promise<SigningKey> {
  return readSigningKey(await loadOrCreateKeyFile(path, async () => generateSigningKey()));
}
