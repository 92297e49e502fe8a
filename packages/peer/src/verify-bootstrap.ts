import {
  type Reason,
  type Root,
  Trust,
  verifyFirstRoot,
  verifyNextRoot,
  verifyRegistry,
} from "@concord/federation";
import type { Bootstrap } from "./bootstrap.ts";

type Refused = { readonly verified: false; readonly reason: Reason };
type RootAt = (version: number) => Promise<string | undefined> | string | undefined;

/** Every root from the pinned one on, each signed as the one before demands: nobody can go on with them for ever. */
export async function followRoots(
  net: string,
  rootAt: RootAt,
): Promise<{ readonly verified: true; readonly root: Root } | Refused> {
  let verdict = await verifyFirstRoot((await rootAt(1)) ?? "", net);
  while (verdict.verified) {
    const { root } = verdict;
    const next = await rootAt(root.version + 1);
    if (next === undefined) return verdict;
    verdict = await verifyNextRoot(next, root);
  }
  return verdict;
}

/** Checks every document that an instance is given: the first root against the pin, each against the one before. */
export async function verifyBootstrap(
  given: Bootstrap,
): Promise<{ readonly verified: true; readonly trust: Trust } | Refused> {
  const roots = [given.root, ...(given.laterRoots ?? [])];
  const followed = await followRoots(given.rootSha256, (version) => roots[version - 1]);
  if (!followed.verified) return followed;
  const verdict = await verifyRegistry(given.registry, followed.root);
  return verdict.verified ? { verified: true, trust: new Trust(followed.root, verdict.registry) } : verdict;
}
