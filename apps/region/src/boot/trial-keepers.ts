import { trialKeys } from "@concord/peer";
import { sealKey } from "@concord/stewardship";
import type { TrialKeeper } from "../desk/index.ts";

/** Few, since everybody may read the passphrase. */
const rounds = 10_000;
const passphrase = "a trial needs no secrets";

/** The three made-up keepers of a trial, with their keys as a real keeper has them. Sealed once, when first asked for. */
export function trialKeepers(networkFolder: string): () => Promise<readonly TrialKeeper[]> {
  let made: Promise<readonly TrialKeeper[]> | undefined;
  return () => {
    made ??= sealed(networkFolder);
    return made;
  };
}

async function sealed(networkFolder: string): Promise<readonly TrialKeeper[]> {
  const [registry, root] = await Promise.all([
    trialKeys(networkFolder, "registry"),
    trialKeys(networkFolder, "root"),
  ]);
  const seal = (key = "") => sealKey(key, passphrase, rounds);
  return await Promise.all(
    ["Anna", "Ben", "Cleo"].map(async (name, at) => ({
      ...{ name, passphrase },
      keys: { registry: await seal(registry[at]), root: await seal(root[at]) },
    })),
  );
}
