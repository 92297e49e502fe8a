import { type Reason, Trust, verifyNextRoot, verifyRegistry } from "@concord/federation";
import type { PeerContext } from "./context.ts";

/** Documents that people brought, finished. A root comes with the registry that was signed under it. */
export interface FinishedTrust {
  readonly root?: string;
  readonly registry: string;
}

/**
 * Takes them as if a member had served them: what does not hold, or does not follow what is held, is refused with
 * its reason and changes nothing.
 */
export async function takeTrust(context: PeerContext, brought: FinishedTrust): Promise<Reason | undefined> {
  const held = await context.trust.reload();
  const next = brought.root === undefined ? undefined : await verifyNextRoot(brought.root, held.root);
  if (next && !next.verified) return next.reason;
  const root = next?.root ?? held.root;
  const verdict = await verifyRegistry(brought.registry, root, held.registry);
  if (!verdict.verified) return verdict.reason;
  await context.trust.keep(new Trust(root, verdict.registry));
  return undefined;
}
