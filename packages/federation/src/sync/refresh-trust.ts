import { effectOf, type Reason, type Refused, refused } from "../reasons.ts";
import { verifyRegistry } from "../registry.ts";
import { verifyNextRoot } from "../root.ts";
import { Trust } from "../trust.ts";
import type { Source, SyncPorts } from "./ports.ts";

type Refreshed = { readonly verified: true; readonly trust: Trust; readonly changed: boolean } | Refused;

/** Step 0: every root after ours, one by one, then the registry. Nothing is kept that was not verified. */
async function refreshTrust(source: Source, current: Trust): Promise<Refreshed> {
  let { root } = current;
  for (;;) {
    const next = await source.root(root.version + 1);
    if (!next.ok) return refused(next.reason);
    if (next.value === undefined) break;
    const verdict = await verifyNextRoot(next.value, root);
    if (!verdict.verified) return verdict;
    root = verdict.root;
  }
  const fetched = await source.registry();
  if (!fetched.ok) return refused(fetched.reason);
  const verdict = await verifyRegistry(fetched.value, root, current.registry);
  if (!verdict.verified) return verdict;
  const changed = root !== current.root || verdict.registry.sha256 !== current.registry.sha256;
  return { verified: true, trust: changed ? new Trust(root, verdict.registry) : current, changed };
}

/**
 * Runs a check; when its reason says that our registry may be old, asks this source for a newer one
 * and runs the check once more.
 */
export async function withFreshTrust<T extends { readonly verified: boolean }>(
  source: Source,
  ports: SyncPorts,
  check: (trust: Trust) => Promise<T | Refused> | T | Refused,
): Promise<T | Refused> {
  const first = await check(ports.trust());
  const reason: Reason | undefined = "reason" in first ? (first.reason as Reason) : undefined;
  if (first.verified || !reason || effectOf(reason) !== "refresh-registry") return first;
  const changed = await learnTrust(source, ports);
  return changed ? await check(ports.trust()) : first;
}

/** True when the source had a newer root or registry, which is now ours. */
export async function learnTrust(source: Source, ports: SyncPorts): Promise<boolean> {
  const fresh = await refreshTrust(source, ports.trust());
  if (!fresh.verified) {
    const { reason } = fresh;
    if (reason !== "unreachable" && reason !== "registry-rollback")
      ports.refuseTrust?.({ source: source.code, reason });
    return false;
  }
  if (fresh.changed) await ports.keepTrust(fresh.trust);
  return fresh.changed;
}
