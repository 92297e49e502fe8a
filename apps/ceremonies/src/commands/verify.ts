import { type Command, type Outcome, wrongUse } from "../command.ts";
import { type Finding, typOf } from "../finding.ts";
import { readGiven } from "../key-files.ts";
import { findNetwork, trustOf } from "../network-folder.ts";
import { verifyDocument } from "../verify-document.ts";
import { verifyStatement } from "../verify-statement.ts";

export const verify: Command = {
  name: "verify",
  summary: "say what a signed file is, who signed it and whether it holds",
  words: 1,
  options: { folder: { type: "string" }, net: { type: "string" } },
  help: `concord network verify <file> [--folder <folder>] [--net <network id>]

Says what a file is (a root, a registry, a request to join, an entry or a checkpoint, finished or not), who
signed it, and whether it holds for the network in the folder; if not, why, in the protocol's own words.

Who: anybody; no key is needed and nothing is changed.
You need: the network's folder with network.json, root.json and registry.json. For a root version 1 alone,
--net with the id as the founders published it; without either it is only held against itself.
An entry is held against keys, ranges and epochs; whether it follows the one before it, only a feed can tell.
Answers: exit code 0 when it holds, 1 when it does not.`,
  async run(given, around): Promise<Outcome> {
    const file = given.word();
    const text = (await readGiven(file)).trim();
    const network = await findNetwork(given.folder);
    const net = given.one("net");
    if (net !== undefined && !/^[0-9a-f]{64}$/.test(net)) throw wrongUse("--net is 64 hexadecimal digits");
    const at = { network, net, now: around.clock.now() };
    const typ = typOf(text);
    const found = isDocument(typ)
      ? await verifyDocument(text, typ, at)
      : await verifyStatement(text, typ, network && trustOf(network), at.now);
    return outcomeOf(file, found);
  },
};

const isDocument = (typ: string | undefined) => typ === "concord-root+jws" || typ === "concord-registry+jws";

function outcomeOf(file: string, { what, says, signers, reason, notes }: Finding): Outcome {
  const verdict = reason === undefined ? "It holds." : `It does not hold: ${reason}.`;
  const signed = signers.map((one) => `Signed by ${one}.`);
  return {
    says: [`${file}: ${what}`, ...says, ...signed, ...notes, verdict],
    next: [],
    holds: reason === undefined,
    json: { file, what, signers, notes, holds: reason === undefined, ...(reason ? { reason } : {}) },
  };
}
