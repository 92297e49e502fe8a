import {
  type Checkpoint,
  compareCheckpoints,
  effectOf,
  learnTrust,
  type Reason,
  type Source,
  type SyncPorts,
  verifyCheckpoint,
  verifyEntry,
} from "@concord/federation";
import type { PeerContext } from "./context.ts";
import { drawMirrors } from "./draw-mirrors.ts";
import type { CrossCheck } from "./standing.ts";
import { portsFor } from "./sync-member.ts";

const mirrorsAsked = 2;

type Proof = { readonly reason: Reason; readonly evidence: readonly [string, string] };

/**
 * Looks for a member that shows some of us another feed than the rest: two random mirrors are asked for their
 * checkpoint of every feed we follow. Only two statements signed by the feed's own key quarantine it; what a mirror
 * says for itself counts for nothing.
 */
export async function crossCheck(context: PeerContext): Promise<CrossCheck[]> {
  const trust = await context.trust.current();
  const followed = trust.registry.members.filter(
    ({ code, status }) => code !== context.code && status !== "suspended",
  );
  const checks = await Promise.all(followed.map(({ code }) => checkFeed(context, code)));
  return checks.flat();
}

async function checkFeed(context: PeerContext, feed: string): Promise<CrossCheck[]> {
  const trust = await context.trust.current();
  const mirrors = drawMirrors(trust, { own: context.code, feed }).slice(0, mirrorsAsked);
  const ports = await portsFor(context, feed, mirrors);
  const found: CrossCheck[] = [];
  for (const source of ports.sources) {
    if ((await ports.store.position()).quarantined) break;
    found.push({ feed, mirror: source.code, found: await checkWith(source, feed, ports) });
  }
  return found;
}

async function checkWith(source: Source, feed: string, ports: SyncPorts): Promise<CrossCheck["found"]> {
  const fetched = await source.checkpoint(feed);
  if (!fetched.ok) return fetched.reason;
  const verify = () => verifyCheckpoint(fetched.value, ports.trust(), feed, ports.now());
  let verdict = await verify();
  if (!verdict.verified && effectOf(verdict.reason) === "refresh-registry") {
    if (await learnTrust(source, ports)) verdict = await verify();
  }
  if (!verdict.verified) return verdict.reason;
  const proof = await contradiction(source, verdict.checkpoint, ports);
  if (!proof) return "agrees";
  await ports.store.quarantine(proof.reason, proof.evidence);
  return proof.reason;
}

async function contradiction(source: Source, seen: Checkpoint, ports: SyncPorts): Promise<Proof | undefined> {
  const { checkpoint: known, appendedThrough, head } = await ports.store.position();
  if (!known || known.epoch !== seen.epoch) return undefined;
  const order = compareCheckpoints(known, seen);
  if (order === "rollback" || order === "split-view")
    return { reason: order, evidence: [known.text, seen.text] };
  const beyond = seen.size > appendedThrough;
  const ours = await ports.store.entryAt(beyond ? appendedThrough : seen.size);
  if (!ours) return undefined;
  if (!beyond) {
    return ours.sha256 === seen.head ? undefined : { reason: "split-view", evidence: [ours.text, seen.text] };
  }
  // Its next entry must follow ours: the feed's own signature under another predecessor is the proof.
  const after = { feed: seen.feed, seq: appendedThrough, head };
  const page = await source.entries(seen.feed, { epoch: seen.epoch, after: appendedThrough, limit: 1 });
  const next = page.ok ? page.value.entries[0] : undefined;
  const verdict = next === undefined ? undefined : verifyEntry(next, ports.trust(), after);
  if (next === undefined || !verdict || verdict.verified || verdict.reason !== "split-view") return undefined;
  return { reason: "split-view", evidence: [ours.text, next] };
}
