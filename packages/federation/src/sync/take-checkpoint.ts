import { type Checkpoint, compareCheckpoints, verifyCheckpoint } from "../checkpoint.ts";
import type { Refusal, Source, SyncPorts } from "./ports.ts";
import { learnTrust, withFreshTrust } from "./refresh-trust.ts";

interface Taken {
  readonly checkpoint: Checkpoint;
  readonly source: string;
}

export interface CheckpointStep {
  readonly taken?: Taken;
  readonly originHeard: boolean;
  readonly refused: readonly Refusal[];
}

/** Step 1: the origin's checkpoint; when it has none for us, the largest of its mirrors'. */
export async function takeCheckpoint(feed: string, ports: SyncPorts): Promise<CheckpointStep> {
  const [origin, ...mirrors] = ports.sources;
  const refused: Refusal[] = [];
  if (!origin) return { originHeard: false, refused };
  const first = await askFor(feed, origin, ports, refused);
  if (first) return { taken: first, originHeard: true, refused };
  const others = await Promise.all(mirrors.map((mirror) => askFor(feed, mirror, ports, refused)));
  const taken = others.reduce(larger, undefined);
  const originHeard = refused.some((one) => one.source === origin.code && one.reason !== "unreachable");
  return { ...(taken ? { taken } : {}), originHeard, refused };
}

async function askFor(
  feed: string,
  source: Source,
  ports: SyncPorts,
  refused: Refusal[],
): Promise<Taken | undefined> {
  let fetched = await source.checkpoint(feed);
  // Roots and registry are given to anybody, also to one whose key no longer counts there.
  if (!fetched.ok && fetched.refusesUs && (await learnTrust(source, ports)))
    fetched = await source.checkpoint(feed);
  if (!fetched.ok) {
    const { reason, retryAfter } = fetched;
    refused.push({ source: source.code, reason, ...(retryAfter === undefined ? {} : { retryAfter }) });
    return undefined;
  }
  const text = fetched.value;
  const check = () =>
    withFreshTrust(source, ports, (trust) => verifyCheckpoint(text, trust, feed, ports.now()));
  let verdict = await check();
  if (verdict.verified && verdict.checkpoint.registry.version > ports.trust().registry.version) {
    // A checkpoint names its signer's registry: the higher one is fetched before anything is concluded.
    await learnTrust(source, ports);
    verdict = await check();
  }
  if (verdict.verified) return { checkpoint: verdict.checkpoint, source: source.code };
  const { reason } = verdict;
  const evidence = reason === "registry-fork" ? { evidence: text } : {};
  refused.push({ source: source.code, reason, ...evidence });
  return undefined;
}

function larger(best: Taken | undefined, one: Taken | undefined): Taken | undefined {
  if (!best || !one) return best ?? one;
  return compareCheckpoints(best.checkpoint, one.checkpoint) === "newer" ? one : best;
}
